/** Words about one person that pages of more than one role use. */
import { formatChina } from '../domain/calendar/china-time';
import type { Response } from '../contract';
import { daysLeft } from '../domain/rules/deadline';
import { hasDeadline } from '../domain/transfer/lifecycle';
import type { ResetState } from '../domain/people/reset-states';
import type { TransferState } from '../domain/transfer/states';

type Person = Response<'teacher', 'person'>['person'];

export const RESET_WORDS: Readonly<Record<ResetState, string>> = {
  waiting: '等团支书填码',
  issued: '码已发出，还没看',
  revealed: '码看过了',
  escalated: '转给老师了',
  expired: '码过期了',
  solved: '登录成功',
  failed: '码没用上',
};

const PAST_ENDS: Partial<Record<TransferState, string>> = {
  returned: '学院退回',
  refused: '对方退回',
  timedOut: '到期',
  withdrawn: '本人撤回',
};

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly tone: '' | 'soon' | 'stop';
}

/** `还剩 6 天`, `今天截止`, `2 天前到期`. */
const daysInWords = (left: number): string =>
  left > 0 ? `还剩 ${left} 天` : left === 0 ? '今天截止' : `${-left} 天前到期`;

/** Until when the receiver has to act; empty without a clock that matters now. */
export const deadlineFact = (
  transfer: { readonly state: TransferState; readonly deadlineAt: number | null } | null,
  soonDays: number,
  now: number,
): Fact[] => {
  if (!transfer || transfer.deadlineAt === null || !hasDeadline(transfer.state)) return [];
  const left = daysLeft(transfer.deadlineAt, now);
  const value = `${formatChina(transfer.deadlineAt, 'M月D日 HH:mm')}，${daysInWords(left)}`;
  return [{ label: '接收期限', value, tone: left < 0 ? 'stop' : left <= soonDays ? 'soon' : '' }];
};

/** One earlier attempt, and how it ended. */
export const pastLine = ({ attempt, endedAs, reason }: NonNullable<Person['transfer']>['past'][number]) =>
  [`第 ${attempt} 次，${PAST_ENDS[endedAs] ?? '没办成'}`, reason].filter(Boolean).join('：');

/** One request for a reset code, and what became of it. */
export const resetLine = ({ state, requestedAt, handler }: Person['resetRequests'][number]) =>
  `${formatChina(requestedAt, 'M月D日 HH:mm')} 要验证码，${RESET_WORDS[state]}（${handler.name}）`;
