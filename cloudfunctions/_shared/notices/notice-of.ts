/** A message as it is stored: words of the moment it is made, and nothing of its sending yet. */
import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { nextAllowed, type QuietHours } from '../../../miniprogram/domain/calendar/quiet-hours';
import { noticeId, type DueNotice } from '../../../miniprogram/domain/reminding/due-notice';
import { NOTICES, type NoticeFacts } from '../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import { ONCE_A_DAY } from '../../../miniprogram/domain/reminding/told';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { shortHash } from '../kernel/hash';
import type { Ports } from '../platform/ports';
import type { Notice } from '../store/records';
import type { Recipient } from './place';

export type TemplateIds = Ports['settings']['templateIds'];

/** Where a notice goes. */
export const goingTo = (
  { accountId, channel }: Recipient,
  { collegeId, template }: Pick<Notice, 'collegeId' | 'template'>,
  templateIds: TemplateIds,
): Pick<Notice, 'accountId' | 'channel' | 'collegeId' | 'template'> => ({
  accountId,
  channel: channel === 'subscribe' && templateIds[template] === '' ? 'inbox' : channel,
  collegeId,
  template,
});

/** @param nextAt epoch ms at which its message may leave */
export const unsent = (nextAt: number) => ({
  version: 0,
  status: 'planned' as const,
  nextAt,
  attempts: 0,
  leaseId: null,
  mayRepeat: false,
  errorCode: null,
  problem: null,
  isPrompt: false,
  digestOf: null,
  readAt: null,
  settledAt: null,
});

/** Facts of the cause; to whom it is told and with how many days left follows from the notice. */
export type CauseFacts = Omit<NoticeFacts, 'audience' | 'days' | 'rulebook'> & {
  readonly rulebook: Rulebook;
};

interface About {
  readonly memberId: string;
  readonly collegeId: string;
}

/** A graduate's notice keeps its id; those of several recipients are told apart by a digest of the account. */
const recordId = (
  { id, kind, audience, dueAt }: DueNotice,
  { memberId }: About,
  accountId: string,
): string => {
  if (audience === 'graduate') return id;
  const shared = ONCE_A_DAY.includes(kind) ? noticeId(memberId, chinaDay(dueAt), kind) : id;
  return `${shared}:${shortHash(accountId).slice(0, 8)}`;
};

/** One notice to one account. The inbox shows it from now on, its message waits for the quiet hours to end. */
export const toNotice = (
  due: DueNotice,
  {
    about,
    to,
    facts: cause,
    quietHours,
    templateIds,
  }: {
    readonly about: About;
    readonly to: Recipient;
    readonly facts: CauseFacts;
    readonly quietHours: QuietHours;
    readonly templateIds: TemplateIds;
  },
): Notice => {
  const { id, kind, audience, dueAt, notAfter, days } = due;
  const spec = NOTICES[kind];
  const facts: NoticeFacts = { ...cause, audience, ...(days === undefined ? {} : { days }) };
  return {
    _id: recordId(due, about, to.accountId),
    recordVersion: 2,
    planId: id,
    aboutId: about.memberId,
    kind,
    audience,
    rulebookId: cause.rulebook.id,
    days: days ?? null,
    title: spec.title(facts),
    text: spec.text(facts),
    page: spec.page(facts),
    fields: spec.fields(facts),
    dueAt,
    notAfter,
    ...unsent(nextAllowed(dueAt, quietHours)),
    ...goingTo(to, { collegeId: about.collegeId, template: TEMPLATE_OF[kind] }, templateIds),
  };
};
