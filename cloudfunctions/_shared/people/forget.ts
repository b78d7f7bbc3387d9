/** Where a person is named beside their own records: others' digests and the audit. */
import { ok } from '../../../miniprogram/domain/errors';
import type { CollectionName } from '../store/collections';
import { shortHash } from '../kernel/hash';
import type { Ports } from '../platform/ports';
import type { Query, Transaction } from '../store/ports';
import type { Member, RecordOf } from '../store/records';
import { forgetActs, insist, renameInNotices, type Office } from './forget-name';

export const PAGE = 50;
/** Digests of one college and branch looked through. */
const MOST_DIGESTS = 1000;
const GONE = 'gone-';
const NOBODY = '一位同学';
const SOMEBODY = '已删除资料的老师';

/** Whether what was found is to stay after all, by what the transaction reads. */
type Unless = (tx: Transaction) => Promise<boolean>;

/**
 * Changes whatever a query finds, page by page, until it finds nothing any more. Resolves to how many of them it has
 * changed itself: of two at the same record one counts it.
 */
const changeFound = async <C extends CollectionName>(
  { store }: Pick<Ports, 'store'>,
  collection: C,
  where: Query<C>['where'],
  change: (tx: Transaction, record: RecordOf<C>) => void,
  { before, unless }: { before?: (page: readonly RecordOf<C>[]) => Promise<void>; unless?: Unless } = {},
): Promise<number> => {
  for (let changed = 0; ;) {
    const page = await store.find(collection, { where, limit: PAGE, strict: true });
    if (page.length === 0) return changed;
    await before?.(page);
    const done = await store.transact(async (tx) => {
      if (await unless?.(tx)) return ok(undefined);
      const ids = page.map(({ _id }) => _id);
      const there = await tx.getMany(collection, ids);
      for (const record of there) change(tx, record);
      return ok(there.length);
    });
    if (!done.ok) continue;
    if (done.data === undefined) return changed;
    changed += done.data;
  }
};

export const removeFound = <C extends CollectionName>(
  ports: Pick<Ports, 'store'>,
  collection: C,
  where: Query<C>['where'],
  unless?: Unless,
): Promise<number> =>
  changeFound(
    ports,
    collection,
    where,
    (tx, { _id }) => {
      tx.remove(collection, _id);
    },
    unless ? { unless } : {},
  );

/** Stands where an account was named: only somebody who knows the account could find it again. */
export const goneOf = (accountId: string): string => `${GONE}${shortHash(accountId)}`;
export const isGone = (accountId: string): boolean => accountId.startsWith(GONE);

/**
 * What the account did stays in the audit and in the list of invitations, but no longer leads to the WeChat. As long as
 * the audit leads to it, it leads to where the name stands.
 */
export const forgetDeeds = async (
  ports: Ports,
  { accountId, ...named }: { accountId: string; name: string; offices: readonly Office[] },
): Promise<void> => {
  const gone = goneOf(accountId);
  await changeFound(
    ports,
    'audits',
    { 'actor.accountId': accountId },
    (tx, entry) => {
      tx.put('audits', { ...entry, actor: { ...entry.actor, accountId: gone } });
    },
    { before: (acts) => forgetActs(ports, acts, named) },
  );
  await changeFound(ports, 'invitations', { issuedBy: accountId }, (tx, invitation) => {
    tx.put('invitations', { ...invitation, issuedBy: gone });
  });
  await changeFound(ports, 'invitations', { usedBy: accountId }, (tx, invitation) => {
    tx.put('invitations', { ...invitation, usedBy: gone, name: SOMEBODY });
  });
};

/** The same for a graduate, whose own records hold what others wrote about them. */
export const forgetInAudit = async (
  ports: Ports,
  { memberId, ...deeds }: { accountId: string; memberId: string; name: string; offices: readonly Office[] },
): Promise<void> => {
  await forgetDeeds(ports, deeds);
  const reasons = await ports.store.find('audits', {
    where: { memberId },
    orderBy: ['order', 'desc'],
    limit: 1000,
  });
  const sealed = reasons.filter(({ facts }) => 'reasonSealed' in facts);
  await insist(ports, async (tx) => {
    for (const entry of sealed) {
      const { reasonSealed: _words, ...facts } = entry.facts;
      tx.put('audits', { ...entry, facts });
    }
  });
};

/** A digest tells its reader who has waited longest; from now on it names nobody. */
export const forgetInDigests = async (
  { store }: Ports,
  { name, branchId, collegeId }: Pick<Member, 'name' | 'branchId' | 'collegeId'>,
): Promise<void> => {
  const pages = await Promise.all(
    [branchId, collegeId].map((aboutId) =>
      store.find('notices', { where: { aboutId }, orderBy: ['dueAt', 'desc'], limit: MOST_DIGESTS }),
    ),
  );
  await renameInNotices({ store }, pages.flat(), { name, instead: NOBODY });
};
