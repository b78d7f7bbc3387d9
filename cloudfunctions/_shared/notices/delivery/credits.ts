import { allocateCredits } from '../../../../miniprogram/domain/reminding/credits';
import type { NoticeKind } from '../../../../miniprogram/domain/reminding/kinds';
import { asPlanned } from '../outbox-record';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Account, Notice } from '../../store/records';
import { rulebookNamed } from '../../season/season';

/** Kinds that yield to more valuable ones still to come. */
const REMINDERS: readonly NoticeKind[] = ['deadline-near', 'timed-out', 'season-near'];

export type Accounts = ReadonlyMap<string, Account>;

const byAccount = (notices: readonly Notice[]): Map<string, Notice[]> => {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices)
    groups.set(notice.accountId, [...(groups.get(notice.accountId) ?? []), notice]);
  return groups;
};

/** Reminders still to come to these people; asked again in halves where there are more than one answer holds. */
const comingTo = async (ports: Ports, accountIds: readonly string[]): Promise<Notice[]> => {
  if (accountIds.length === 0) return [];
  const coming = await ports.store.find('notices', {
    where: { accountId: { in: accountIds }, dueAt: { gt: ports.clock.now() } },
    limit: DELIVERY.lookAhead,
  });
  if (coming.length < DELIVERY.lookAhead || accountIds.length === 1)
    return coming.filter(({ status }) => status === 'planned');
  const half = Math.ceil(accountIds.length / 2);
  const halves = [accountIds.slice(0, half), accountIds.slice(half)];
  return (await Promise.all(halves.map((ids) => comingTo(ports, ids)))).flat();
};

/**
 * Which of these notices may spend a credit: their account has one, and it is not kept for a reminder of the same
 * person that the rulebook values more.
 */
export const fundedOf = async (
  ports: Ports,
  notices: readonly Notice[],
  accounts: Accounts,
): Promise<ReadonlySet<string>> => {
  const hopeful = notices.filter(
    ({ accountId, template }) => (accounts.get(accountId)?.credits[template] ?? 0) > 0,
  );
  const reminded = hopeful.filter(({ kind }) => REMINDERS.includes(kind)).map(({ accountId }) => accountId);
  const coming = byAccount(await comingTo(ports, [...new Set(reminded)]));
  const funded = new Set<string>();
  for (const [accountId, own] of byAccount(hopeful)) {
    const [first] = own;
    if (!first) continue;
    const rivals = own.some(({ kind }) => REMINDERS.includes(kind)) ? (coming.get(accountId) ?? []) : [];
    const planned = [...own, ...rivals].map((notice) => asPlanned(notice, notice._id));
    const credits = accounts.get(accountId)?.credits ?? {};
    for (const { id } of allocateCredits(planned, credits, rulebookNamed(first.rulebookId)).funded)
      funded.add(id);
  }
  return funded;
};
