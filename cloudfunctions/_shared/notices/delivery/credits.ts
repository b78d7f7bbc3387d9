import { allocateCredits } from '../../../../miniprogram/domain/reminding/credits';
import type { DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';
import type { NoticeKind } from '../../../../miniprogram/domain/reminding/kinds';
import { rulebookNamed } from '../../season/season';
import type { Account, Notice } from '../../store/records';
import type { Causes } from './causes';

/** Kinds that yield to more valuable ones still to come. */
const REMINDERS: readonly NoticeKind[] = [
  'deadline-near',
  'timed-out',
  'season-near',
  'still-waiting',
  'keeping-contact',
  'keeping-near',
];

export type Accounts = ReadonlyMap<string, Account>;

const byAccount = (notices: readonly Notice[]): Map<string, Notice[]> => {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices)
    groups.set(notice.accountId, [...(groups.get(notice.accountId) ?? []), notice]);
  return groups;
};

const asDue = ({ _id: id, kind, audience, dueAt, notAfter, days }: Notice): DueNotice => ({
  id,
  kind,
  audience,
  dueAt,
  notAfter: notAfter ?? dueAt,
  ...(days === null ? {} : { days }),
});

/** What the same person is still to be reminded of, where one of these is a reminder itself. */
const rivalsOf = (notices: readonly Notice[], comingTo: Causes['comingTo']): readonly DueNotice[] => {
  const reminder = notices.find(({ kind }) => REMINDERS.includes(kind));
  return reminder ? comingTo(reminder) : [];
};

/**
 * Which of these notices may spend a credit: their account has one, and it is not kept for a reminder of the same
 * person that the rulebook values more.
 */
export const fundedOf = (
  notices: readonly Notice[],
  accounts: Accounts,
  comingTo: Causes['comingTo'],
): ReadonlySet<string> => {
  const hopeful = notices.filter(
    ({ accountId, template }) => (accounts.get(accountId)?.credits[template] ?? 0) > 0,
  );
  const funded = new Set<string>();
  for (const [accountId, own] of byAccount(hopeful)) {
    const [first] = own;
    if (!first) continue;
    const all = [...own.map(asDue), ...rivalsOf(own, comingTo)];
    const credits = accounts.get(accountId)?.credits ?? {};
    for (const { id } of allocateCredits(all, credits, rulebookNamed(first.rulebookId)).funded)
      funded.add(id);
  }
  return funded;
};
