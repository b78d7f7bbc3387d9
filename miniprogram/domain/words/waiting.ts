/** Whom something waits for, as each reader is told it: one table for home, rows, figures, digests and lists. */
import { isOverdue } from '../rules/deadline';
import type { Approver } from '../rules/rulebook/approvals';
import type { ShownState } from '../transfer/shown-state';
import type { TransferState } from '../transfer/states';
import type { WaitsFor } from '../transfer/waits-for';

type Reader = 'graduate' | 'secretary' | 'teacher';

const forAll = (words: string): Readonly<Record<Reader, string>> => ({
  graduate: words,
  secretary: words,
  teacher: words,
});

/** The graduate's own part; the staff wait for it. */
const ofGraduate = (act: string): Readonly<Record<Reader, string>> => {
  const waited = `等本人${act}`;
  return { graduate: `轮到你${act}`, secretary: waited, teacher: waited };
};

const WITH_RECEIVER = forAll('等对方接收');
const WITH_AUTHORITY = forAll('等上级团组织办理');

const WAITING: Readonly<Record<ShownState, Readonly<Record<Reader, string>>>> = {
  none: ofGraduate('选去向'),
  planned: forAll('到时候再办'),
  draft: ofGraduate('填完提交'),
  'with-secretary': { graduate: '等团支书审批', secretary: '等你审批', teacher: '等团支书审批' },
  submitted: { graduate: '等学院审批', secretary: '等学院审批', teacher: '等你审批' },
  returned: ofGraduate('改好再交'),
  'returned-by-secretary': ofGraduate('改好再交'),
  approved: WITH_RECEIVER,
  'approved-by-secretary': WITH_RECEIVER,
  refused: ofGraduate('改好再交'),
  timedOut: ofGraduate('看智慧团建的结果'),
  lapsed: ofGraduate('重新发起'),
  accepted: ofGraduate('办《团员证》'),
  registered: { graduate: '等学院登记', secretary: '等学院登记', teacher: '等你登记' },
  recorded: forAll('学院已经登记'),
  withdrawn: ofGraduate('重新选去向'),
  completed: forAll('全部办完'),
};

/**
 * Whose turn it is, in the reader's words; nobody approves their own, so about themselves a secretary reads what any
 * graduate does.
 *
 * @param hasReceiver false where the route leads to no receiving branch: then an authority above acts after the school
 */
export const waitingWords = (reader: Reader, shown: ShownState, { hasReceiver = true } = {}): string =>
  (WAITING[shown] === WITH_RECEIVER && !hasReceiver ? WITH_AUTHORITY : WAITING[shown])[reader];

/** The step of the school's approval, by who gives it. */
export const approvalsTitle = (approvals: readonly Approver[]): string => {
  if (!approvals.includes('secretary')) return '学院审批';
  return approvals.includes('college') ? '团支书、学院审批' : '团支书审批';
};

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
