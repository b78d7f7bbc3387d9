/** Whom something waits for, as each reader is told it: one table for home, rows, figures, digests and lists. */
import { isOverdue } from '../rules/deadline';
import type { Approver } from '../rules/rulebook/approvals';
import type { ShownState } from '../transfer/shown-state';
import type { TransferState } from '../transfer/states';
import type { WaitsFor } from '../transfer/waits-for';

/** `everybody`: a list that is handed round, where nobody is meant by 你. */
export const READERS = ['graduate', 'secretary', 'teacher', 'everybody'] as const;
type Reader = (typeof READERS)[number];
type Said = Readonly<Record<Reader, string>>;

const forAll = (words: string): Said => ({
  graduate: words,
  secretary: words,
  teacher: words,
  everybody: words,
});

/** The graduate's own part; the staff wait for it. */
const ofGraduate = (act: string): Said => ({ ...forAll(`等本人${act}`), graduate: `轮到你${act}` });
/** The part of one office: itself is told that it is meant. */
const ofSecretary = (act: string): Said => ({ ...forAll(`等团支书${act}`), secretary: `等你${act}` });
const ofCollege = (act: string): Said => ({ ...forAll(`等学院${act}`), teacher: `等你${act}` });

const WITH_RECEIVER = forAll('等对方接收');
const WITH_AUTHORITY = forAll('等上级团组织办理');
const CARD = '办《团员证》';
const PAPER = '办线下手续';

const WAITING: Readonly<Record<Exclude<ShownState, 'accepted' | 'recorded'>, Said>> = {
  none: ofGraduate('选去向'),
  planned: forAll('到时候再办'),
  draft: ofGraduate('填完提交'),
  'with-secretary': ofSecretary('审批'),
  submitted: ofCollege('审批'),
  returned: ofGraduate('改好再交'),
  'returned-by-secretary': ofGraduate('改好再交'),
  approved: WITH_RECEIVER,
  'approved-by-secretary': WITH_RECEIVER,
  refused: ofGraduate('改好再交'),
  timedOut: ofGraduate('登录看结果'),
  lapsed: ofGraduate('重新发起'),
  'lapsed-at-school': ofGraduate('重新发起'),
  registered: ofCollege('登记'),
  withdrawn: ofGraduate('重新选去向'),
  closed: forAll('学院已经结束这次办理'),
  completed: forAll('全部办完'),
};

/** What is left on paper, by whom it waits for. */
const ON_PAPER: Readonly<Record<Exclude<WaitsFor, 'receiver'>, Said>> = {
  graduate: ofGraduate(PAPER),
  secretary: ofSecretary(PAPER),
  college: ofCollege(PAPER),
  nobody: forAll('线上的都办好了'),
};

/** What of a transfer says whose turn it is. */
export interface Turn {
  readonly shown: ShownState;
  readonly waitsFor: WaitsFor;
  /** False where the route leads to no receiving branch: then an authority above acts after the school. True when absent. */
  readonly hasReceiver?: boolean;
  /** Whether what is left on paper ends at the desk, with the 《团员证》; true when absent. */
  readonly hasDesk?: boolean;
}

const arrived = ({ waitsFor, hasDesk = true }: Turn): Said => {
  if (waitsFor === 'graduate' && hasDesk) return ofGraduate(CARD);
  return ON_PAPER[waitsFor === 'receiver' ? 'nobody' : waitsFor];
};

const saidOf = (turn: Turn): Said => {
  const { shown, waitsFor, hasReceiver = true } = turn;
  if (shown === 'accepted') return arrived(turn);
  if (shown === 'recorded') return waitsFor === 'nobody' ? forAll('学院已经登记') : arrived(turn);
  const said = WAITING[shown];
  return said === WITH_RECEIVER && !hasReceiver ? WITH_AUTHORITY : said;
};

/**
 * Whose turn it is, in the reader's words; nobody approves their own, so about themselves a secretary reads what any
 * graduate does.
 */
export const waitingWords = (reader: Reader, turn: Turn): string => saidOf(turn)[reader];

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

const LATE: Readonly<Partial<Record<WaitsFor, Said>>> = {
  secretary: {
    graduate: '是团支书还没批，不是你的问题。问一下团支书，再登录看一眼。',
    secretary: '你还没批，不是本人的问题',
    teacher: '团支书还没批，不是本人的问题',
    everybody: '团支书还没批，不是本人的问题',
  },
  college: {
    graduate: '是学院还没批，不是你的问题。问一下老师，再登录看一眼。',
    secretary: '学院还没批，不是本人的问题',
    teacher: '学院还没批，不是本人的问题',
    everybody: '学院还没批，不是本人的问题',
  },
};

/** Who is late when the clock ran out before the school approved; empty while nobody of the school is. */
export const schoolIsLate = (reader: Reader, transfer: Running | null, now: number): string =>
  transfer?.state === 'submitted' && transfer.deadlineAt !== null && isOverdue(transfer.deadlineAt, now)
    ? (LATE[transfer.waitsFor]?.[reader] ?? '')
    : '';
