/** Assumptions about transactions. */
import { isConflict } from '../../_shared/store/database-errors';
import type { CloudTransaction } from '../../_shared/store/cloud-database';
import { SCRATCH, type Scratch } from '../scratch';
import { failureOf, textOf, unless, withoutId, type Probe } from './probe';

class GiveUp extends Error {}

const inside = (transaction: CloudTransaction, id: string) => transaction.collection(SCRATCH.name).doc(id);

const put = ({ collection, document, id }: Scratch, name: string, data: object = {}) =>
  collection.doc(id(name)).set({ data: withoutId(document(name, data)) });

export const conflictText: Probe = async (scratch) => {
  const { db, document, id } = scratch;
  await put(scratch, 'contested', { by: 'nobody' });
  const failure = await failureOf(() =>
    db.runTransaction(async (transaction) => {
      await inside(transaction, id('contested')).get();
      await put(scratch, 'contested', { by: 'somebody else' });
      await inside(transaction, id('contested')).set({
        data: withoutId(document('contested', { by: 'us' })),
      });
    }, 0),
  );
  if (!failure) return 'a write over a newer one was accepted';
  return unless(isConflict(failure.error), textOf(failure.error));
};

export const snapshot: Probe = async (scratch) => {
  const { db, id } = scratch;
  await put(scratch, 'first');
  await put(scratch, 'second', { age: 'old' });
  let seen: unknown;
  const failure = await failureOf(() =>
    db.runTransaction(async (transaction) => {
      await inside(transaction, id('first')).get();
      await put(scratch, 'second', { age: 'new' });
      seen = ((await inside(transaction, id('second')).get()).data as { age?: unknown } | null)?.age;
      throw new GiveUp('only looked');
    }, 0),
  );
  return unless(
    seen === 'old',
    seen === undefined ? textOf(failure?.error) : `it saw the ${String(seen)} one`,
  );
};

export const rollback: Probe = async ({ collection, db, document, id }) => {
  await failureOf(() =>
    db.runTransaction(async (transaction) => {
      await inside(transaction, id('undone')).set({ data: withoutId(document('undone')) });
      throw new GiveUp('on purpose');
    }, 0),
  );
  const { data } = await collection.doc(id('undone')).get();
  return unless(data === null, 'what a failed transaction wrote is there');
};

/** More than any of ours writes. */
const WRITES = 100;

export const manyInside: Probe = async ({ collection, db, document, id }) => {
  const names = Array.from({ length: WRITES }, (_, index) => `inside-${index}`);
  const failure = await failureOf(() =>
    db.runTransaction(async (transaction) => {
      for (const name of names) await inside(transaction, id(name)).set({ data: withoutId(document(name)) });
    }, 0),
  );
  if (failure) return textOf(failure.error);
  const { total } = await collection.where({ _id: db.command.in(names.map(id)) }).count();
  return unless(total === WRITES, `${total} of ${WRITES} were stored`);
};
