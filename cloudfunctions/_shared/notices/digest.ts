/** The teacher's daily digest: one notice per person and day, made when something begins to wait for the college. */
import { planCatchUp, planDigest } from '../../../miniprogram/domain/reminding/digest';
import type { NoticeKind } from '../../../miniprogram/domain/reminding/kinds';
import { NOTICES } from '../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import type { PlannedNotice } from '../../../miniprogram/domain/reminding/planned-notice';
import { shortHash } from '../kernel/hash';
import { recipientOf, unsent } from './outbox-record';
import type { Notice } from '../store/records';

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
export const digestWords = (
  facts: WaitingFacts,
  { audience, digestOf }: Pick<Notice, 'audience' | 'digestOf'>,
  { rulebook, at }: { rulebook: Rulebook; at: number },
) => {
  const { count, memberName, branchName } = facts;
  const told = { audience, at, memberName, branchName, count, rulebook, isOverdue: digestOf !== 'all' };
  const { title, text, page, fields } = NOTICES.digest;
  return { title: title(told), text: text(told), page: page(told), fields: fields(told) };
};

/** Whose digest it is, and about what: a teacher's is about the college, a secretary's about the branch. */
export interface DigestReader {
  readonly accountId: string;
  readonly audience: 'secretary' | 'teacher';
  readonly aboutId: string;
  readonly collegeId: string;
}

const toRecord = (
  { accountId, audience, aboutId, collegeId }: DigestReader,
  facts: WaitingFacts,
  {
    planned,
    digestOf,
    rulebook,
  }: { planned: PlannedNotice; digestOf: 'overdue' | 'all'; rulebook: Rulebook },
): Notice => {
  const { id, kind, dueAt, notAfter } = planned;
  return {
    _id: id,
    recordVersion: 1,
    planId: id,
    aboutId,
    kind,
    template: TEMPLATE_OF.digest,
    audience,
    rulebookId: rulebook.id,
    days: null,
    ...digestWords(facts, { audience, digestOf }, { rulebook, at: dueAt }),
    dueAt,
    notAfter,
    ...unsent(dueAt),
    digestOf,
    ...recipientOf(accountId, collegeId),
  };
};

const personOf = (accountId: string): string => shortHash(accountId).slice(0, 12);

/** The next digest to a teacher about their college, due when the oldest item's patience has ended. */
export const toDigest = (
  { accountId, collegeId }: { accountId: string; collegeId: string },
  facts: WaitingFacts,
  { rulebook, now }: { rulebook: Rulebook; now: number },
): Notice => {
  const { oldestSince } = facts;
  const reader = { accountId, audience: 'teacher', aboutId: collegeId, collegeId } as const;
  const planned = planDigest({ ...reader, accountId: personOf(accountId), oldestSince, now, rulebook });
  return toRecord(reader, facts, { planned, digestOf: 'overdue', rulebook });
};

/** The next digest to somebody who could not be told at once; its words are written when it is sent. */
export const toCatchUp = (
  reader: DigestReader,
  { rulebook, now }: { rulebook: Rulebook; now: number },
): Notice => {
  const planned = planCatchUp({ ...reader, accountId: personOf(reader.accountId), now, rulebook });
  const facts = { count: 1, oldestSince: now, memberName: '', branchName: '' };
  return toRecord(reader, facts, { planned, digestOf: 'all', rulebook });
};
