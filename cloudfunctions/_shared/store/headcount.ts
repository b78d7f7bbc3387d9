/**
 * How far people of a college are without a transfer. Whoever moves a person on notes on that person when it was and
 * from where; nothing else is written for it. A college's count holds as of some moment, and the few who have moved
 * since say what has changed.
 */
import { DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Headcount, Member } from './records';

export const HEAD_STAGES = ['bind', 'login', 'choose', 'begun'] as const;
export type HeadStage = (typeof HEAD_STAGES)[number];

/** Moves are remembered this long; a count that holds as of an earlier moment is made anew. */
export const MOVES_KEPT_MS = 2 * DAY_MS;

/** Of a college that was never counted. */
export const emptyHeadcount = (collegeId: string): Headcount => ({
  _id: collegeId,
  recordVersion: 2,
  version: 0,
  collegeId,
  countedFor: null,
  asOf: 0,
  bind: 0,
  login: 0,
  choose: 0,
  begun: 0,
  comparedNextAt: 0,
  comparedTallies: '',
});

type Standing = Pick<Member, 'startedIn' | 'accountId' | 'loginConfirmedAt'>;

export const headStageOf = ({ startedIn, accountId, loginConfirmedAt }: Standing): HeadStage => {
  if (startedIn !== null) return 'begun';
  if (accountId === null) return 'bind';
  return loginConfirmedAt === null ? 'login' : 'choose';
};

/** Where the person stood at a moment, epoch ms: what they moved on from first after it, or where they are now. */
export const headStageAt = (member: Member, at: number): HeadStage =>
  member.headMoves?.find((move) => move.at > at)?.from ?? headStageOf(member);

/**
 * What is noted of a change that moves the person on; nothing where they stay where they are. Whoever raises the
 * roster's version has everybody counted anew, and need not say it.
 * @param now epoch ms
 */
export const headMoveOf = (
  before: Member,
  after: Standing,
  now: number,
): Pick<Member, 'headMoves' | 'headMovedAt'> => {
  const from = headStageOf(before);
  if (from === headStageOf(after)) return {};
  const recent = (before.headMoves ?? []).filter(({ at }) => at > now - MOVES_KEPT_MS);
  return { headMoves: [...recent, { at: now, from }], headMovedAt: now };
};

/** The person as they are about to be, with the note of it. */
export const withHeadMove = (before: Member, after: Member, now: number): Member => ({
  ...after,
  ...headMoveOf(before, after, now),
});
