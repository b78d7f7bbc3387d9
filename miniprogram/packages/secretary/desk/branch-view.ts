import type { Response } from '../../../domain/contract';
import { daysLeft } from '../../../domain/deadline';
import type { TransferState } from '../../../domain/model';
import type { ShownState } from '../../../components/state-tag/state-words';

export type BranchBoard = Response<'secretary', 'branchBoard'>;
type Member = BranchBoard['members'][number];

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly state: ShownState;
  /** `还剩 6 天`, `今天截止`, `2 天前到期`; empty without a running clock. */
  readonly days: string;
  readonly tone: '' | 'soon' | 'stop';
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
  readonly unbound: readonly MemberRow[];
  readonly open: readonly MemberRow[];
  readonly finished: readonly MemberRow[];
}

/** Amber from three days before the deadline. */
const SOON_DAYS = 3;

const FINISHED: readonly TransferState[] = ['accepted', 'recorded', 'completed'];
/** Who needs a look first; within one rank the nearest deadline leads. */
const RANK: Record<ShownState, number> = {
  refused: 0,
  timedOut: 0,
  returned: 1,
  approved: 2,
  submitted: 2,
  withdrawn: 3,
  none: 3,
  draft: 4,
  registered: 5,
  accepted: 6,
  recorded: 7,
  completed: 7,
};

const LINES: Record<ShownState, string> = {
  none: '还没选去向',
  draft: '第 3 步，在填写',
  withdrawn: '第 2 步，撤回了，要重新选去向',
  submitted: '第 5 步，等学院审批',
  registered: '第 5 步，等学院登记',
  returned: '第 5 步，学院退回，要改了再交',
  approved: '第 6 步，等对方接收',
  refused: '第 6 步，对方退回，要改了再交',
  timedOut: '第 6 步，到期了，等本人核对结果',
  accepted: '第 7 步，还要办《团员证》',
  recorded: '学院已经登记',
  completed: '不用再办什么',
};

/** States in which the receiver's clock still matters. */
const RUNNING: readonly TransferState[] = ['submitted', 'approved', 'timedOut'];

const clockOf = ({ state, deadlineAt }: Member, now: number): Pick<MemberRow, 'days' | 'tone'> => {
  if (!state || deadlineAt === null || !RUNNING.includes(state)) return { days: '', tone: '' };
  const left = daysLeft(deadlineAt, now);
  if (left < 0) return { days: `${-left} 天前到期`, tone: 'stop' };
  if (left === 0) return { days: '今天截止', tone: 'soon' };
  return { days: `还剩 ${left} 天`, tone: left <= SOON_DAYS ? 'soon' : '' };
};

const toRow = (member: Member, now: number): MemberRow => ({
  id: member.id,
  name: member.name,
  line: member.bound ? LINES[member.state ?? 'none'] : '还没进过小程序',
  state: member.state ?? 'none',
  ...clockOf(member, now),
});

const byUrgency = (a: Member, b: Member): number =>
  RANK[a.state ?? 'none'] - RANK[b.state ?? 'none'] ||
  (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity);

const isFinished = ({ state }: Member): boolean => state !== null && FINISHED.includes(state);

/** The branch by step: whoever the product cannot reach first, then by urgency, whoever is done last. */
export const toBranchView = ({ branch, members }: BranchBoard, now: number): BranchView => {
  const finished = members.filter(isFinished);
  const rest = members.filter((member) => !isFinished(member));
  const unbound = rest.filter(({ bound }) => !bound);
  const open = rest.filter(({ bound }) => bound).sort(byUrgency);
  const doing = rest.filter(({ state }) => state !== null && state !== 'withdrawn').length;
  const idle = rest.length - doing;
  const share = (count: number) => (members.length > 0 ? (count * 100) / members.length : 0);
  return {
    branchName: branch.name,
    total: members.length,
    done: finished.length,
    doing,
    idle,
    left: rest.length,
    bar: { done: share(finished.length), doing: share(doing), idle: share(idle) },
    unbound: unbound.map((member) => toRow(member, now)),
    open: open.map((member) => toRow(member, now)),
    finished: finished.sort(byUrgency).map((member) => toRow(member, now)),
  };
};

/** The words a secretary sends to one person or to the group, with the code they need to sign in. */
export const invitationText = (branchName: string, inviteCode: string): string =>
  `在微信里搜小程序“团关系转接助手”，用学号、姓名和邀请码 ${inviteCode} 登录（${branchName}）。` +
  '毕业后团关系要转到新的地方，小程序会一步一步带你办，忘了智慧团建的密码也在里面要验证码。';
