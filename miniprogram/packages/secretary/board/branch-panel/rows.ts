/** One person of the branch as a row says it: where they stand, how long is left, the one thing to do. */
import { daysLeft } from '../../../../domain/rules/deadline';
import { hasDeadline } from '../../../../domain/transfer/lifecycle';
import type { ShownState } from '../../../../domain/transfer/shown-state';
import type { TransferState } from '../../../../domain/transfer/states';
import { schoolIsLate, waitingWords } from '../../../../domain/words/waiting';
import { isFinished, isOut, type Member } from './members';

/** What the one button of a row does; none leaves the row to open the person's page. */
export type RowAction = 'nudge' | 'code' | 'chase' | 'invite' | '';

export interface MemberRow {
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
  // Somebody in charge has recorded for them: what it waits for is more than that they never came.
  if (!bound) return state ? `没进过小程序，${turnOf(member, now)}` : '还没进过小程序';
  if (codeFrom) return codeFrom === 'secretary' ? '第 1 步，在等你的验证码' : '第 1 步，在等老师的验证码';
  if (state) return PLACES[state] + turnOf(member, now);
  if (member.turn === 'nobody') return '到了年龄，不用转';
  return step === 'login' ? '第 1 步，还没登录系统' : '第 2 步，还没选去向';
};

type Clock = Pick<MemberRow, 'figure' | 'unit' | 'tone'>;

const clockOf = ({ state, deadlineAt }: Member, soonDays: number, now: number): Clock => {
  if (!state || deadlineAt === null || !hasDeadline(state)) return { figure: '', unit: '', tone: '' };
  const left = daysLeft(deadlineAt, now);
  if (left < 0) return { figure: '', unit: `${-left} 天前到期`, tone: 'stop' };
  if (left === 0) return { figure: '', unit: '今天截止', tone: 'soon' };
  return { figure: String(left), unit: '天', tone: left <= soonDays ? 'soon' : '' };
};

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

export const outLine = ({ bound }: Member): string => (bound ? '提醒次数用完了' : '还没进过小程序');

/** People of one name by their numbers. */
const namedOf = ({ name, self, studentNumber }: Member): string =>
  `${name}${studentNumber ? ` ${studentNumber}` : ''}${self ? '（你）' : ''}`;

export const toRow = (member: Member, soonDays: number, now: number): MemberRow => ({
  id: member.id,
  name: namedOf(member),
  line: lineOf(member, now),
  tag: member.state && TAGGED.includes(member.state) ? member.shown : '',
  ...clockOf(member, soonDays, now),
  ...actionOf(member),
});
