/** Whom something handed in waits for, as each reader is told it: everybody hears their own part. */
import { isOverdue } from '../rules/deadline';
import type { TransferState } from '../transfer/states';
import type { WaitsFor } from '../transfer/waits-for';

type Reader = 'graduate' | 'secretary' | 'teacher';

const WAITING: Readonly<Record<Reader, Readonly<Record<WaitsFor, string>>>> = {
  graduate: {
    graduate: '轮到你办',
    secretary: '等团支书审批',
    college: '等学院审批',
    receiver: '等对方接收',
    nobody: '现在不用做什么',
  },
  secretary: {
    graduate: '等本人办',
    secretary: '等你先批',
    college: '等学院审批',
    receiver: '等对方接收',
    nobody: '现在不用做什么',
  },
  teacher: {
    graduate: '等本人办',
    secretary: '等团支书先批',
    college: '等你审批',
    receiver: '等对方接收',
    nobody: '现在不用做什么',
  },
};

/** Whose turn it is with something handed in, in the reader's words. */
export const waitingWords = (reader: Reader, waitsFor: WaitsFor): string => WAITING[reader][waitsFor];

interface Running {
  readonly state: TransferState;
  readonly waitsFor: WaitsFor;
  /** Epoch ms; null where no clock runs. */
  readonly deadlineAt: number | null;
}

const LATE: Readonly<Partial<Record<WaitsFor, Readonly<Record<Reader, string>>>>> = {
  secretary: {
    graduate: '是团支书还没批，不是你的问题。问一下团支书，再看一眼智慧团建。',
    secretary: '你还没批，不是本人的问题',
    teacher: '团支书还没批，不是本人的问题',
  },
  college: {
    graduate: '是学院还没批，不是你的问题。问一下老师，再看一眼智慧团建。',
    secretary: '学院还没批，不是本人的问题',
    teacher: '学院还没批，不是本人的问题',
  },
};

/** Who is late when the clock ran out before the school approved; empty while nobody of the school is. */
export const schoolIsLate = (reader: Reader, transfer: Running | null, now: number): string =>
  transfer?.state === 'submitted' && transfer.deadlineAt !== null && isOverdue(transfer.deadlineAt, now)
    ? (LATE[transfer.waitsFor]?.[reader] ?? '')
    : '';
