/** Assumptions about finding documents. */
import type { Scratch } from '../scratch';
import { unless, withoutId, type Probe } from './probe';

/** As many ids as the store asks for at once; the client's limit is 20, the server's default 100. */
const MANY = 250;
const MOST = 1000;

export const manyIds: Probe = async ({ collection, db, document, id }) => {
  const names = Array.from({ length: MANY }, (_, index) => `many-${index}`);
  await collection.add({ data: names.map((name) => document(name)) });
  const found = await collection
    .where({ _id: db.command.in(names.map(id)) })
    .limit(MOST)
    .get();
  return unless(found.data.length === MANY, `${found.data.length} of ${MANY} were found`);
};

export const nullAndMissing: Probe = async ({ collection, db, document, id }) => {
  await collection.add({ data: [document('null', { account: null }), document('missing')] });
  const ids = db.command.in([id('null'), id('missing')]);
  const { data } = await collection.where({ _id: ids, account: null }).get();
  const found = data.map((one) => (one as { _id: string })._id);
  return unless(
    found.length === 2,
    `found: ${found.map((one) => (one === id('null') ? 'null' : 'missing')).join(', ') || 'none'}`,
  );
};

export const noDocument: Probe = async ({ collection, id }) => {
  const { data } = await collection.doc(id('nobody')).get();
  return unless(data === null, `the answer was ${JSON.stringify(data)}`);
};

const readsBack = async (
  { collection, document, id }: Scratch,
  name: string,
  data: object,
): Promise<boolean> => {
  const { run, ...wanted } = withoutId(document(name, data));
  await collection.doc(id(name)).set({ data: { run, ...wanted } });
  const found = (await collection.doc(id(name)).get()).data as Record<string, unknown> | null;
  const { _id, run: _run, ...stored } = found ?? {};
  return JSON.stringify(stored) === JSON.stringify(wanted);
};

export const fieldNames: Probe = async (scratch) => {
  // As documented: letters, digits and _, up to 32 of them. No record uses any other name.
  const map = { a_b: 1, Z9: 2, a_name_of_thirty_two_characters_: 3 };
  return unless(
    await readsBack(scratch, 'names', { map }),
    'names of letters, digits and _ did not come back',
  );
};

const LARGE_BYTES = 512 * 1024;

export const largeDocument: Probe = async (scratch) =>
  unless(
    await readsBack(scratch, 'large', { text: 'x'.repeat(LARGE_BYTES) }),
    'half a megabyte did not come back whole',
  );

const ROUNDS = 10;

export const ownWrites: Probe = async ({ collection, document, id }) => {
  let stale = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await collection.doc(id('own')).set({ data: withoutId(document('own', { round })) });
    const { data } = await collection.where({ _id: id('own'), round }).get();
    if (data.length === 0) stale += 1;
  }
  return unless(stale === 0, `${stale} of ${ROUNDS} reads did not see the write before them`);
};

const SAMPLES = 21;

/** Milliseconds of a read by id, the middle one of many. */
export const measureLatency = async ({ collection, id, now }: Scratch): Promise<number> => {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const from = now();
    await collection.doc(id('nobody')).get();
    times.push(now() - from);
  }
  times.sort((one, other) => one - other);
  return Math.round(times[(SAMPLES - 1) / 2] ?? 0);
};
