/** The branch as its secretary sees it: figures, whom WeChat does not reach, who is under way, who is done. */
import { isUnderWay } from '../../../../domain/people/figures';
import { PEOPLE_STEPS, type PeopleStep } from '../../../../domain/people/steps';
import { nameKey } from '../../../../domain/text/keys';
import {
  byUrgency,
  isAbsent,
  isFinished,
  isOut,
  isToApprove,
  unbegunOf,
  type BranchBoard,
  type Member,
} from './members';
import { outLine, toRow, type MemberRow } from './rows';

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
