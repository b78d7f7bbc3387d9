/** Assumptions about writing many documents at once, and about rivals. */
import { isDuplicate } from '../../_shared/store/database-errors';
import { failureOf, textOf, unless, type Probe } from './probe';

export const duplicateId: Probe = async ({ collection, document }) => {
  await collection.add({ data: [document('twice')] });
  const failure = await failureOf(() => collection.add({ data: [document('twice')] }));
  if (!failure) return 'the second document of the same id was accepted';
  return unless(isDuplicate(failure.error), textOf(failure.error));
};

export const wholeAdd: Probe = async ({ collection, db, document, id }) => {
  await collection.add({ data: [document('taken')] });
  const data = [document('before'), document('taken'), document('after')];
  if (!(await failureOf(() => collection.add({ data })))) return 'a list with a taken id was accepted';
  const { total } = await collection.where({ _id: db.command.in([id('before'), id('after')]) }).count();
  return unless(total === 0, `${total} of 2 new documents were stored`);
};

const PEOPLE = 5;
const names = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`);

export const updateCount: Probe = async ({ collection, db, document, id }) => {
  await collection.add({ data: names.map((name, at) => document(name, { free: at !== 0 })) });
  const target = { _id: db.command.in(names.map(id)), free: true };
  const { stats } = await collection.where(target).update({ data: { free: false } });
  return unless(stats.updated === PEOPLE - 1, `${stats.updated} counted, ${PEOPLE - 1} changed`);
};

export const rivals: Probe = async ({ collection, db, document, id }) => {
  const wanted = names.map((name) => `rival-${name}`);
  await collection.add({ data: wanted.map((name) => document(name, { free: true })) });
  const claim = async (by: string) => {
    const target = { _id: db.command.in(wanted.map(id)), free: true };
    return (await collection.where(target).update({ data: { free: false, by } })).stats.updated;
  };
  const claimed = (await Promise.all(['a', 'b', 'c'].map(claim))).reduce((sum, count) => sum + count, 0);
  return unless(claimed === wanted.length, `${wanted.length} documents were claimed ${claimed} times`);
};
