/** How far people of a college are without a transfer: counted by the transaction that moves somebody on. */
import { shortHash } from '../kernel/hash';
import type { Transaction } from './ports';
import type { Headcount, Member } from './records';

export const HEAD_STAGES = ['bind', 'login', 'choose', 'begun'] as const;
export type HeadStage = (typeof HEAD_STAGES)[number];

/** Enough that a class that signs in together seldom meets at one. */
export const HEAD_SHARDS = 16;

export const headcountIdOf = (collegeId: string, shard: number): string => `${collegeId}:${shard}`;

const shardOfHead = (memberId: string): number =>
  Number.parseInt(shortHash(memberId).slice(0, 4), 16) % HEAD_SHARDS;

export const emptyHeadcount = (collegeId: string, shard: number): Headcount => ({
  _id: headcountIdOf(collegeId, shard),
  recordVersion: 1,
  version: 0,
  collegeId,
  shard,
  countedFor: null,
  bind: 0,
  login: 0,
  choose: 0,
  begun: 0,
});

export const headStageOf = ({
  startedIn,
  accountId,
  loginConfirmedAt,
}: Pick<Member, 'startedIn' | 'accountId' | 'loginConfirmedAt'>): HeadStage => {
  if (startedIn !== null) return 'begun';
  if (accountId === null) return 'bind';
  return loginConfirmedAt === null ? 'login' : 'choose';
};

/**
 * Brings the counters from what is stored of a person to what is about to be; undefined means not there. Whoever raises
 * the roster's version has everybody counted anew, and need not say it.
 */
export const moveHead = (tx: Transaction, before: Member | undefined, after: Member | undefined): void => {
  const [from, to] = [before && headStageOf(before), after && headStageOf(after)];
  if (from === to && before?.collegeId === after?.collegeId) return;
  const count = (member: Member, stage: HeadStage, by: 1 | -1): void =>
    tx.add('headcounts', headcountIdOf(member.collegeId, shardOfHead(member._id)), {
      [stage]: by,
      version: 1,
    });
  if (before && from) count(before, from, -1);
  if (after && to) count(after, to, 1);
};
