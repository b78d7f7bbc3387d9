/** The teacher's daily digest: one notice per person and day, made when something begins to wait for the college. */
import { planDigest } from '../../miniprogram/domain/digest';
import type { NoticeKind } from '../../miniprogram/domain/model';
import { NOTICES } from '../../miniprogram/domain/notices/registry';
import type { Rulebook } from '../../miniprogram/domain/rulebook';
import { shortHash } from './hash';
import type { Notice } from './records';

/** Kinds that put work into a teacher's queue. */
export const WAITING_KINDS: readonly NoticeKind[] = [
  'approval-waiting',
  'registration-waiting',
  'code-escalated',
];

export interface WaitingFacts {
  readonly count: number;
  /** Epoch ms since when the oldest waits. */
  readonly oldestSince: number;
  readonly memberName: string;
  readonly branchName: string;
}

/** Its words; they are written again just before sending, from what waits then. */
export const digestWords = (facts: WaitingFacts, rulebook: Rulebook, at: number) => {
  const { count, memberName, branchName } = facts;
  const told = { audience: 'teacher' as const, at, memberName, branchName, count, rulebook };
  const { title, text, page, fields } = NOTICES.digest;
  return { title: title(told), text: text(told), page: page(told), fields: fields(told) };
};

/** The next digest to a teacher about their college, due when the oldest item's patience has ended. */
export const toDigest = (
  { accountId, collegeId }: { accountId: string; collegeId: string },
  facts: WaitingFacts,
  { rulebook, now }: { rulebook: Rulebook; now: number },
): Notice => {
  const { oldestSince } = facts;
  const person = shortHash(accountId).slice(0, 12);
  const { id, kind, audience, dueAt, notAfter } = planDigest({
    accountId: person,
    audience: 'teacher',
    oldestSince,
    now,
    rulebook,
  });
  return {
    _id: id,
    recordVersion: 1,
    planId: id,
    aboutId: collegeId,
    kind,
    template: NOTICES.digest.template,
    audience,
    accountId,
    rulebookId: rulebook.id,
    days: null,
    ...digestWords(facts, rulebook, dueAt),
    dueAt,
    notAfter,
    status: 'planned',
    nextAt: dueAt,
    attempts: 0,
    errorCode: null,
    readAt: null,
    settledAt: null,
  };
};
