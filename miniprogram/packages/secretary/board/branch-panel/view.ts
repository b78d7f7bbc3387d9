import type { Response } from '../../../../contract';
import { daysLeft } from '../../../../domain/rules/deadline';
import { hasDeadline } from '../../../../domain/transfer/lifecycle';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../domain/people/steps';
import type { TransferState } from '../../../../domain/transfer/states';
import type { AbsentPerson } from '../../../../memory/absent-people';
import { nameKey } from '../../../../domain/text/keys';
import { isUnderWay } from '../../../../domain/people/figures';
import { ARRIVED_STATES } from '../../../../domain/people/people-step';
import type { ShownState } from '../../../../domain/transfer/shown-state';
import { schoolIsLate, waitingWords } from '../../../../domain/words/waiting';

export type BranchBoard = Response<'secretary', 'branchBoard'>;
type Member = BranchBoard['members'][number];

/** What the one button of a row does; none leaves the row to open the person's page. */
export type RowAction = 'nudge' | 'code' | 'chase' | 'invite' | '';

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  /** Shown as a tag where it says more than the line; empty otherwise. */
  readonly tag: ShownState | '';
  /** Big number and its unit; empty without a running clock. */
  readonly figure: string;
  readonly unit: string;
  readonly tone: '' | 'soon' | 'stop';
  readonly action: RowAction;
  readonly label: string;
  /** The button was used today. */
  readonly spent: boolean;
}

interface StepChip {
  readonly id: PeopleStep | 'all';
  readonly label: string;
  readonly on: boolean;
}

/** What the secretary looks for; everybody when both are empty. */
export interface Search {
  readonly step: PeopleStep | 'all';
  readonly text: string;
}

export interface BranchView {
  readonly branchName: string;
  readonly total: number;
  readonly done: number;
  readonly doing: number;
  readonly idle: number;
  readonly left: number;
  /** Bar widths in percent. */
  readonly bar: { readonly done: number; readonly doing: number; readonly idle: number };
  /** Whom WeChat does not reach. */
  readonly out: readonly MemberRow[];
  readonly open: readonly MemberRow[];
  readonly waiting: number;
  readonly finished: readonly MemberRow[];
  readonly nudgeable: number;
  /** Who waits for the secretary's approval, by urgency. */
  readonly approvals: readonly string[];
  /** Who has never come, and can be recorded for. */
  readonly absent: readonly string[];
  /** How many of them can be recorded together. */
  readonly together: number;
  readonly chips: readonly StepChip[];
  /** Who fits the search; null while nothing is looked for. */
  readonly found: readonly MemberRow[] | null;
}

const STEP_CHIPS: Record<PeopleStep, string> = {
  bind: '没进小程序',
  login: '没登录',
  choose: '没选去向',
  fill: '在填写',
  college: '等审批',
  receiver: '等对方',
  card: '团员证',
  done: '办完',
};

/** Who needs a look first; within one rank the nearest deadline leads. */
const RANK: Record<TransferState | 'none', number> = {
  refused: 0,
  timedOut: 0,
  lapsed: 0,
  returned: 2,
  approved: 3,
  submitted: 3,
  withdrawn: 4,
  none: 4,
  draft: 5,
  planned: 6,
  registered: 6,
  accepted: 7,
  recorded: 8,
  completed: 8,
};
const CODE_RANK = 1;

/** Of the path that the graduate sees; the last step has none. */
const PLACES: Record<TransferState, string> = {
  withdrawn: '第 2 步，',
  planned: '第 3 步，',
  draft: '第 3 步，',
  submitted: '第 5 步，',
  registered: '第 5 步，',
  returned: '第 5 步，',
  approved: '第 6 步，',
  refused: '第 6 步，',
  timedOut: '第 6 步，',
  lapsed: '第 6 步，',
  accepted: '第 7 步，',
  recorded: '',
  completed: '',
};

const TAGGED: readonly TransferState[] = ['refused', 'returned', 'timedOut', 'lapsed'];

/** Nobody is late but the school when the clock runs out on its desk. */
const turnOf = ({ self, state, shown, turn, deadlineAt }: Member, now: number): string => {
  // Nobody approves their own: another secretary does.
  const reader = self ? 'graduate' : 'secretary';
  const late = state && schoolIsLate(reader, { state, waitsFor: turn, deadlineAt }, now);
  return late || waitingWords(reader, { shown, waitsFor: turn });
};

const lineOf = (member: Member, now: number): string => {
  const { bound, state, step, codeFrom } = member;
  if (!bound) return '还没进过小程序';
  if (codeFrom) return codeFrom === 'secretary' ? '第 1 步，在等你的验证码' : '第 1 步，在等老师的验证码';
  if (state) return PLACES[state] + turnOf(member, now);
  if (member.turn === 'nobody') return '到了年龄，不用转';
  return step === 'login' ? '第 1 步，还没登录智慧团建' : '第 2 步，还没选去向';
};

type Clock = Pick<MemberRow, 'figure' | 'unit' | 'tone'>;

const clockOf = ({ state, deadlineAt }: Member, soonDays: number, now: number): Clock => {
  if (!state || deadlineAt === null || !hasDeadline(state)) return { figure: '', unit: '', tone: '' };
  const left = daysLeft(deadlineAt, now);
  if (left < 0) return { figure: '', unit: `${-left} 天前到期`, tone: 'stop' };
  if (left === 0) return { figure: '', unit: '今天截止', tone: 'soon' };
  return { figure: String(left), unit: '天', tone: left <= soonDays ? 'soon' : '' };
};

/** Whose relation has left or is settled. */
const isFinished = ({ state }: Pick<Member, 'state'>): boolean =>
  state !== null && ARRIVED_STATES.includes(state);

/** Who has something to do: their own step, or to press a receiver whose clock runs. */
export const hasPart = (member: Pick<Member, 'state' | 'turn' | 'deadlineAt'>): boolean =>
  !isFinished(member) &&
  (member.turn === 'graduate' || (member.turn === 'receiver' && member.deadlineAt !== null));

/** Whom neither a reminder nor a nudge reaches; who waits for the secretary's code needs that, not a call. */
const isOut = ({ self, reachable, codeFrom, nudge, ...member }: Member): boolean =>
  hasPart(member) && !self && !reachable && codeFrom !== 'secretary' && nudge !== 'nudged';

const actionOf = (member: Member): Pick<MemberRow, 'action' | 'label' | 'spent'> => {
  const none = { action: '', label: '', spent: false } as const;
  if (isFinished(member) || member.self) return none;
  if (!member.bound && member.turn === 'graduate')
    return { action: 'invite', label: '复制邀请', spent: false };
  if (member.codeFrom === 'secretary') return { action: 'code', label: '填验证码', spent: false };
  if (isOut(member)) return { action: 'chase', label: '复制催办', spent: false };
  if (member.nudge === 'today') return { action: 'nudge', label: '今天催过', spent: true };
  // Their last credits are kept for the deadline's own reminders.
  if (member.nudge === 'no-credit') return { action: 'nudge', label: '站内提醒', spent: false };
  return member.nudge === 'nudged' ? { action: 'nudge', label: '提醒', spent: false } : none;
};

const outLine = ({ bound }: Member): string => (bound ? '提醒次数用完了' : '还没进过小程序');

/** People of one name by their numbers. */
const namedOf = ({ name, self, studentNumber }: Member): string =>
  `${name}${studentNumber ? ` ${studentNumber}` : ''}${self ? '（你）' : ''}`;

const toRow = (member: Member, soonDays: number, now: number): MemberRow => ({
  id: member.id,
  name: namedOf(member),
  line: lineOf(member, now),
  tag: member.state && TAGGED.includes(member.state) ? member.shown : '',
  ...clockOf(member, soonDays, now),
  ...actionOf(member),
});

/** Nobody approves their own. */
const isToApprove = ({ self, shown }: Member): boolean => !self && shown === 'with-secretary';

const isAbsent = ({ self, bound, turn }: Member): boolean => !self && !bound && turn === 'graduate';

/** Who never came and has begun nothing: they can be recorded together. */
export const unbegunOf = ({ members, branch }: BranchBoard): AbsentPerson[] =>
  members
    .filter((member) => isAbsent(member) && member.state === null)
    .map(({ id, name, studentNumber = '' }) => ({
      memberId: id,
      name,
      studentNumber,
      branchName: branch.name,
    }));

const rankOf = ({ state, codeFrom }: Member): number =>
  Math.min(RANK[state ?? 'none'], codeFrom === 'secretary' ? CODE_RANK : Infinity);

const byUrgency = (a: Member, b: Member): number =>
  rankOf(a) - rankOf(b) || (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity);

const chipsOf = ({ counts }: BranchBoard, chosen: Search['step']): StepChip[] => [
  { id: 'all', label: '全部', on: chosen === 'all' },
  ...PEOPLE_STEPS.flatMap((step) => {
    const count = counts.bySteps[step] ?? 0;
    return count > 0 || step === chosen
      ? [{ id: step, label: `${STEP_CHIPS[step]} ${count}`, on: step === chosen }]
      : [];
  }),
];

const foundBy = (members: readonly Member[], { step, text }: Search): Member[] | null => {
  const wanted = nameKey(text);
  if (step === 'all' && !wanted) return null;
  return members.filter(
    (member) => (step === 'all' || member.step === step) && nameKey(member.name).includes(wanted),
  );
};

/** The branch by step: whoever the product cannot reach first, then by urgency, whoever is done last. */
export const toBranchView = (
  board: BranchBoard,
  { soonDays, search, now }: { soonDays: number; search: Search; now: number },
): BranchView => {
  const members = [...board.members].sort(byUrgency);
  const finished = members.filter(isFinished);
  const rest = members.filter((member) => !isFinished(member));
  const open = rest.filter((member) => !isOut(member));
  const doing = rest.filter(({ state }) => state !== null && isUnderWay(state)).length;
  const idle = rest.length - doing;
  const share = (count: number) => (members.length > 0 ? (count * 100) / members.length : 0);
  const rows = (some: readonly Member[]) => some.map((member) => toRow(member, soonDays, now));
  const found = foundBy(members, search);
  return {
    branchName: board.branch.name,
    total: members.length,
    done: finished.length,
    doing,
    idle,
    left: rest.length,
    bar: { done: share(finished.length), doing: share(doing), idle: share(idle) },
    out: rest
      .filter(isOut)
      .map((member) => ({ ...toRow(member, soonDays, now), line: outLine(member), tag: '' })),
    open: rows(open),
    waiting: open.filter(({ codeFrom }) => codeFrom === 'secretary').length,
    finished: rows(finished),
    nudgeable: board.counts.nudgeable,
    approvals: members.filter(isToApprove).map(({ id }) => id),
    absent: members.filter(isAbsent).map(({ id }) => id),
    together: unbegunOf(board).length,
    chips: chipsOf(board, search.step),
    found: found && rows(found),
  };
};
