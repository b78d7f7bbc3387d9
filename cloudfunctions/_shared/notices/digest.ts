/** A digest as it is stored: one for each reader and slot, of what has waited too long or of all that waits. */
import type { DueNotice } from '../../../miniprogram/domain/reminding/due-notice';
import { NOTICES } from '../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { shortHash } from '../kernel/hash';
import type { Notice } from '../store/records';
import { goingTo, unsent, type TemplateIds } from './notice-of';
import type { Recipient } from './place';
import type { Reader, WaitingFacts } from './reminders/waiting';

export interface DigestReader extends Reader {
  readonly to: Recipient;
  readonly collegeId: string;
}

/** Stands for an account in the ids of its digests. */
export const personOf = (accountId: string): string => shortHash(accountId).slice(0, 12);

/** Its words; they are written again just before sending, from what waits then. */
export const digestWords = (
  facts: WaitingFacts,
  { audience, digestOf }: Pick<Notice, 'audience' | 'digestOf'>,
  { rulebook, at }: { rulebook: Rulebook; at: number },
) => {
  const { count, memberName, branchName, waits } = facts;
  const told = {
    audience,
    at,
    memberName,
    branchName,
    count,
    waits,
    rulebook,
    isOverdue: digestOf !== 'all',
  };
  const { title, text, page, fields } = NOTICES.digest;
  return { title: title(told), text: text(told), page: page(told), fields: fields(told) };
};

export const toDigest = (
  { id, kind, dueAt, notAfter }: DueNotice,
  { to, audience, aboutId, collegeId }: DigestReader,
  {
    facts,
    digestOf,
    rulebook,
    templateIds,
  }: {
    facts: WaitingFacts;
    digestOf: 'overdue' | 'all';
    rulebook: Rulebook;
    templateIds: TemplateIds;
  },
): Notice => ({
  _id: id,
  recordVersion: 2,
  planId: id,
  aboutId,
  kind,
  audience,
  rulebookId: rulebook.id,
  days: null,
  ...digestWords(facts, { audience, digestOf }, { rulebook, at: dueAt }),
  dueAt,
  notAfter,
  ...unsent(dueAt),
  digestOf,
  ...goingTo(to, { collegeId, template: TEMPLATE_OF.digest }, templateIds),
});
