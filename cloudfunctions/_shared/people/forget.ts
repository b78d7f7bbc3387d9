/** Where a person is named beside their own records: others' digests and the audit. */
import { ok } from '../../../miniprogram/domain/errors';
import { chunks } from '../chunks';
import type { CollectionName } from '../collections';
import { shortHash } from '../hash';
import type { Ports, Query, Transaction } from '../ports';
import type { Member, RecordOf } from '../records';

export const PAGE = 50;
/** Digests of one college and branch looked through. */
const MOST_DIGESTS = 1000;
const NOBODY = '一位同学';

/** Changes whatever a query finds, page by page, until it finds nothing any more. */
const changeFound = async <C extends CollectionName>(
  { store }: Pick<Ports, 'store'>,
  collection: C,
  where: Query<C>['where'],
  change: (tx: Transaction, record: RecordOf<C>) => void,
): Promise<number> => {
  for (let changed = 0; ;) {
    const page = await store.find(collection, { where, limit: PAGE });
    if (page.length === 0) return changed;
    const done = await store.transact(async (tx) => {
      for (const record of page) change(tx, record);
      return ok(undefined);
    });
    if (done.ok) changed += page.length;
  }
};

export const removeFound = <C extends CollectionName>(
  ports: Pick<Ports, 'store'>,
  collection: C,
  where: Query<C>['where'],
): Promise<number> =>
  changeFound(ports, collection, where, (tx, { _id }) => {
    tx.remove(collection, _id);
  });

/**
 * What the person did stays in the audit, but no longer leads to their WeChat: a stand-in that only somebody who knows
 * the account could find again.
 */
export const forgetInAudit = async (ports: Ports, accountId: string, memberId: string): Promise<void> => {
  const gone = `gone-${shortHash(accountId)}`;
  await changeFound(ports, 'audits', { 'actor.accountId': accountId }, (tx, entry) => {
    tx.put('audits', { ...entry, actor: { ...entry.actor, accountId: gone } });
  });
  const reasons = await ports.store.find('audits', {
    where: { memberId },
    orderBy: ['order', 'desc'],
    limit: 1000,
  });
  const sealed = reasons.filter(({ facts }) => 'reasonSealed' in facts);
  await ports.store.transact(async (tx) => {
    for (const entry of sealed) {
      const { reasonSealed: _words, ...facts } = entry.facts;
      tx.put('audits', { ...entry, facts });
    }
    return ok(undefined);
  });
};

/** A digest tells its reader who has waited longest; from now on it names nobody. */
export const forgetInDigests = async (
  { store }: Ports,
  { name, branchId, collegeId }: Member,
): Promise<void> => {
  const pages = await Promise.all(
    [branchId, collegeId].map((aboutId) =>
      store.find('notices', { where: { aboutId }, orderBy: ['dueAt', 'desc'], limit: MOST_DIGESTS }),
    ),
  );
  const without = (text: string): string => text.replaceAll(name, NOBODY);
  const naming = pages.flat().filter(({ text, fields }) => JSON.stringify([text, fields]).includes(name));
  for (const some of chunks(naming, PAGE)) {
    await store.transact(async (tx) => {
      for (const { _id } of some) {
        const notice = await tx.get('notices', _id);
        if (!notice) continue;
        const fields = Object.entries(notice.fields).map(([key, value]) => [key, without(value)]);
        tx.put('notices', {
          ...notice,
          text: without(notice.text),
          fields: Object.fromEntries(fields) as Record<string, string>,
        });
      }
      return ok(undefined);
    });
  }
};
