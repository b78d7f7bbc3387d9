/** Notices are planned in the transaction of their cause: neither exists without the other. */
import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import {
  noticeId,
  type Audience,
  type NoticePlan,
  type PlannedNotice,
} from '../../../miniprogram/domain/reminding/planned-notice';
import { TELLS_COLLEGE } from '../../../miniprogram/domain/reminding/plan';
import { NOTICES, type NoticeFacts } from '../../../miniprogram/domain/reminding/notices/registry';
import { TEMPLATE_OF } from '../../../miniprogram/domain/reminding/notices/template-of';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { toDigest, WAITING_KINDS } from './digest';
import { shortHash } from '../kernel/hash';
import type { ActingPerson } from '../kernel/actor';
import { finishAbout } from '../store/journal';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Branch, College, Notice } from '../store/records';
import { recipientOf, robotOf, unsent } from './outbox-record';
import { ifReadable } from '../store/records/unreadable';
import { OPEN_NOTICE_STATUSES } from '../store/records/notice';

/** Facts of the cause; when it is told, to whom and with how many days left follows from the plan. */
export type CauseFacts = Omit<NoticeFacts, 'audience' | 'at' | 'days' | 'rulebook'> & {
  readonly rulebook: Rulebook;
};

export interface Outbox {
  readonly branch: Branch | undefined;
  readonly college: College | undefined;
  /** The branch is there, but cannot be read: its secretaries are told nothing. */
  readonly isBranchUnreadable: boolean;
  /** Nobody is told at once what they did themselves; reminders for later reach them all the same. */
  put(tx: Transaction, plan: NoticePlan, facts: CauseFacts, actor: ActingPerson): Promise<void>;
}

export interface OutboxOwner {
  readonly memberId: string;
  /** The graduate's account; none while nobody has signed in. */
  readonly accountId: string | null;
  readonly branchId: string;
  readonly collegeId: string;
}

/** Whether the same people are told of what happens to two states of a record. */
export const isSameOwner = (one: OutboxOwner, other: OutboxOwner): boolean =>
  one.accountId === other.accountId && one.branchId === other.branchId && one.collegeId === other.collegeId;

/**
 * A graduate's notice keeps the plan's id; those of several recipients are told apart by a digest. The college hears once
 * a day that something of one person waits, however often they hand it in.
 */
const recordId = (
  { id, kind, audience, dueAt }: PlannedNotice,
  { memberId }: OutboxOwner,
  accountId: string,
): string => {
  if (audience === 'graduate') return id;
  const shared = TELLS_COLLEGE.includes(kind) ? noticeId(memberId, chinaDay(dueAt), kind) : id;
  return `${shared}:${shortHash(accountId).slice(0, 8)}`;
};

/** One notice to one account as it is stored. */
export const toNotice = (
  owner: OutboxOwner,
  accountId: string,
  planned: PlannedNotice,
  cause: CauseFacts,
): Notice => {
  const { id, kind, audience, dueAt, notAfter, days } = planned;
  const spec = NOTICES[kind];
  const facts: NoticeFacts = { ...cause, audience, at: dueAt, ...(days === undefined ? {} : { days }) };
  return {
    _id: recordId(planned, owner, accountId),
    recordVersion: 1,
    planId: id,
    aboutId: owner.memberId,
    kind,
    template: TEMPLATE_OF[kind],
    audience,
    rulebookId: cause.rulebook.id,
    days: days ?? null,
    title: spec.title(facts),
    text: spec.text(facts),
    page: spec.page(facts),
    fields: spec.fields(facts),
    dueAt,
    notAfter,
    ...unsent(dueAt),
    ...recipientOf(accountId, owner.collegeId),
  };
};

const openAbout = async ({ store }: Ports, aboutId: string): Promise<Notice[]> => {
  const pages = OPEN_NOTICE_STATUSES.map((status) =>
    store.find('notices', { where: { aboutId, status }, limit: 100 }),
  );
  return (await Promise.all(pages)).flat();
};

type Recipients = Readonly<Record<Audience, readonly string[]>>;

const recipientsOf = (
  { accountId }: OutboxOwner,
  { branch, college }: Pick<Outbox, 'branch' | 'college'>,
): Recipients => ({
  graduate: accountId === null ? [] : [accountId],
  secretary: branch?.secretaries.map((secretary) => secretary.accountId) ?? [],
  teacher: [
    ...(college?.teachers.map((teacher) => teacher.accountId) ?? []),
    ...(college?.robotKeySealed === undefined ? [] : [robotOf(college._id)]),
  ],
});

/** New work is also in the digest of everybody who is to do it. */
const digestsFor = (
  plan: readonly PlannedNotice[],
  {
    facts,
    recipients,
    collegeId,
    now,
  }: { facts: CauseFacts; recipients: Recipients; collegeId: string; now: number },
): Notice[] => {
  if (!plan.some(({ kind }) => WAITING_KINDS.includes(kind))) return [];
  const { rulebook, memberName, branchName } = facts;
  const waiting = { count: 1, oldestSince: now, memberName, branchName };
  return recipients.teacher.map((accountId) =>
    toDigest({ accountId, collegeId }, waiting, { rulebook, now }),
  );
};

const isOpen = ({ status }: Notice): boolean => OPEN_NOTICE_STATUSES.some((open) => open === status);

/** Sent, under way or still to come: once planned, a notice is not planned again unless it was cancelled. */
const putNotice = (tx: Transaction, notice: Notice, existing: Notice | undefined): void => {
  if (!existing) tx.append('notices', notice);
  else if (existing.status === 'cancelled') {
    // Taken back after it may have been sent, it is then told a second time.
    const { version, mayRepeat } = existing;
    tx.put('notices', { ...existing, ...notice, version: version + 1, mayRepeat });
  } else if (existing.planId !== notice.planId && !isOpen(existing)) {
    // Told of another attempt today already: the inbox shows it anew, and no message goes out.
    const { planId, title, text, page, fields, dueAt } = notice;
    tx.put('notices', { ...existing, planId, title, text, page, fields, dueAt, readAt: null });
  }
};

/** Reads, before the transaction, who is to be told and which notices about this member are still open. */
export const openOutbox = async (ports: Ports, owner: OutboxOwner): Promise<Outbox> => {
  const { store, clock } = ports;
  const [branches, college, looked, wasBehind] = await Promise.all([
    store.lookUp('branches', [owner.branchId]),
    ifReadable(store.get('colleges', owner.collegeId)),
    openAbout(ports, owner.memberId),
    finishAbout(ports, owner.memberId),
  ]);
  const open = wasBehind ? await openAbout(ports, owner.memberId) : looked;
  const [branch] = branches.records;
  const recipients = recipientsOf(owner, { branch, college });
  return {
    branch,
    college,
    isBranchUnreadable: branches.unreadable.size > 0,
    put: async (tx, { plan, cancel }, facts, actor) => {
      const now = clock.now();
      const stale = open.filter(({ planId }) => cancel.includes(planId)).map(({ _id }) => _id);
      const digests = digestsFor(plan, { facts, recipients, collegeId: owner.collegeId, now });
      const notices = plan.flatMap((planned) =>
        recipients[planned.audience]
          .filter((accountId) => accountId !== actor.accountId || planned.dueAt > now)
          .map((accountId) => toNotice(owner, accountId, planned, facts)),
      );
      const ids = [...stale, ...[...digests, ...notices].map(({ _id }) => _id)];
      // One that is there and cannot be read stays as it is: `append` writes over nothing.
      const { records } = await tx.lookUp('notices', ids);
      const stored = new Map(records.map((notice) => [notice._id, notice]));
      for (const id of stale) {
        const notice = stored.get(id);
        if (!notice || !isOpen(notice)) continue;
        stored.set(id, { ...notice, status: 'cancelled' });
        tx.cancel(notice, now);
      }
      for (const digest of digests) if (!stored.has(digest._id)) tx.append('notices', digest);
      for (const notice of notices) putNotice(tx, notice, stored.get(notice._id));
    },
  };
};
