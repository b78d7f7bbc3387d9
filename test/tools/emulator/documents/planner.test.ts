import fc from 'fast-check';
import { Query } from 'mingo/query';
import { queryOptions } from '../../../../tools/emulator/documents/operators';
import { compareValues, sortDocuments, type Sort } from '../../../../tools/emulator/documents/order';
import { index, openTestDatabase, type Doc, type TestDatabase } from '../support/document-database';

const INDEXES = [
  index('ab', ['a', 'b']),
  index('b-down', ['-b', 'a']),
  index('nested', ['n.x', '-a']),
  index('c', ['c']),
];
const FIELDS = ['a', 'b', 'c', 'n.x', '_id'] as const;

const small = fc.integer({ min: -2, max: 3 });
const words = fc.constantFrom('', 'a', 'b', 'é', '😀', 'nul\0', 'a.b');
const dates = fc.constantFrom(0, 1, 86_400_000).map((ms) => new Date(ms));
const regular = fc.oneof(small, words, fc.constant(null));
const mixed = fc.oneof(
  { weight: 6, arbitrary: regular },
  { weight: 3, arbitrary: fc.oneof(fc.boolean(), dates, fc.constantFrom(0.5, 1e21, -0)) },
  { weight: 1, arbitrary: fc.array(fc.oneof(small, words), { maxLength: 2 }) },
);

/** Documents of regular values use the indexes; those with arrays and fractions must make them step aside. */
const documents = (value: fc.Arbitrary<unknown>) =>
  fc.array(
    fc.record(
      { a: value, b: value, c: value, n: fc.oneof(fc.record({ x: value }, { requiredKeys: [] }), small) },
      { requiredKeys: [] },
    ),
    { maxLength: 25 },
  );

const scalar = fc.oneof(small, words, fc.constant(null), fc.boolean(), dates, fc.constant(0.5));
const comparable = fc.oneof(small, words, dates, fc.constant(0.5));
const demand = fc.oneof(
  scalar,
  scalar.map(($eq) => ({ $eq })),
  fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
  fc
    .record({ $gt: comparable, $gte: comparable, $lt: comparable, $lte: comparable }, { requiredKeys: [] })
    .filter((r) => Object.keys(r).length > 0),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
);
const fieldDemands = fc.dictionary(fc.constantFrom(...FIELDS), demand, { maxKeys: 3 });
const conditions = fc.oneof(
  fieldDemands,
  fc.tuple(fieldDemands, fieldDemands).map(([first, second]) => ({ ...first, $and: [second] })),
  fc.tuple(fieldDemands, fieldDemands).map(([first, second]) => ({ $or: [first, second] })),
);
const sorts = fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(1 as const, -1 as const)), {
  maxLength: 3,
  selector: ([field]) => field,
});

async function filled(docs: readonly Doc[]): Promise<TestDatabase> {
  const db = openTestDatabase([{ name: 'things', indexes: INDEXES }]);
  const stored = docs.map((doc, i) => ({ _id: i % 2 === 0 ? i : `id${i}`, ...doc }));
  if (stored.length > 0) await db.insert('things', ...stored);
  return db;
}

const ids = (docs: readonly Doc[]) => docs.map((doc) => JSON.stringify(doc._id)).sort();

/** The slow truth: every document tested by mingo, sorted in memory. */
function expected(all: readonly Doc[], condition: Doc, sort: Sort): Doc[] {
  const query = new Query<Doc>(condition, queryOptions);
  return sortDocuments(
    all.filter((doc) => query.test(doc)),
    sort,
  );
}

describe.each([
  [
    'numbers and texts',
    documents(fc.oneof(small, fc.constantFrom('', 'a', 'b', 'é', '😀'), fc.constant(null))),
  ],
  [
    'numbers, texts, booleans and dates',
    documents(fc.oneof(small, fc.constantFrom('', 'a', '😀'), fc.constant(null), fc.boolean(), dates)),
  ],
  ['everything, arrays too', documents(mixed)],
])('the planner over %s', (_kind, docs) => {
  test('finds, counts and sorts exactly what a scan by mingo does', async () => {
    await fc.assert(
      fc.asyncProperty(docs, conditions, sorts, async (some, condition, sort) => {
        const db = await filled(some);
        const all = await db.find('things', {}, { limit: 1000 });
        const truth = expected(all, condition, sort);
        const order = sort.length > 0 ? JSON.stringify(Object.fromEntries(sort)) : undefined;
        const found = await db.find('things', condition, { limit: 1000, order });
        expect(ids(found)).toEqual(ids(truth));
        for (const [field] of sort) {
          const keys = (list: readonly Doc[]) => list.map((doc) => at(doc, field));
          if (keys(truth).some(Array.isArray)) return;
          const differing = keys(found).findIndex((key, i) => compareValues(key, keys(truth)[i]) !== 0);
          expect([field, differing]).toEqual([field, -1]);
          break;
        }
        const { total } = await db.send('calculateDocument', {
          collectionName: 'things',
          query: asText(condition),
        });
        expect(total).toBe(truth.length);
        await db.service.close();
      }),
      { numRuns: 200 },
    );
  });

  test('pages without losing or repeating a document', async () => {
    await fc.assert(
      fc.asyncProperty(
        docs,
        fieldDemands,
        sorts,
        fc.integer({ min: 1, max: 7 }),
        async (some, condition, sort, limit) => {
          const db = await filled(some);
          const order = sort.length > 0 ? JSON.stringify(Object.fromEntries(sort)) : undefined;
          const whole = await db.find('things', condition, { limit: 1000, order });
          const paged: Doc[] = [];
          for (let offset = 0; offset <= whole.length; offset += limit) {
            paged.push(...(await db.find('things', condition, { limit, offset, order })));
          }
          expect(paged).toEqual(whole);
          await db.service.close();
        },
      ),
      { numRuns: 80 },
    );
  });
});

function at(doc: Doc, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((v, key) => (typeof v === 'object' && v !== null ? (v as Doc)[key] : undefined), doc);
}

const asText = (condition: Doc) =>
  JSON.stringify(condition, function (this: Doc, key, value: unknown) {
    const raw = this[key];
    return raw instanceof Date ? { $date: raw.toISOString() } : value;
  });

describe('what a query reads', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => ({ _id: `d${i}`, a: i % 10, b: i }));
  const open = async () => {
    const db = openTestDatabase([{ name: 'things', indexes: INDEXES }]);
    await db.insert('things', ...many(1000));
    db.counters.documentsScanned = 0;
    return db;
  };

  test.each([
    ['an id', { _id: 'd7' }, undefined, 1],
    ['several ids', { _id: { $in: ['d1', 'd2', 'none'] } }, undefined, 2],
    ['an equality', { a: 3 }, undefined, 100],
    ['an equality inside $and', { $and: [{ a: 3 }, { b: { $gte: 0 } }] }, undefined, 100],
    ['an equality and a range', { a: 3, b: { $gte: 900 } }, undefined, 10],
    ['a range that other types cannot meet', { b: { $gt: 994 } }, undefined, 5],
    ['a sort with a limit', {}, { order: '{"b":-1}', limit: 5 }, 5],
    ['an equality with a sort and a limit', { a: 3 }, { order: '{"b":1}', limit: 5 }, 5],
    ['the same backwards', { a: 3 }, { order: '{"b":-1}', limit: 5 }, 5],
    // One more is looked at of each other value, to know which comes first.
    ['a list with a sort and a limit', { a: { $in: [3, 5, 7] } }, { order: '{"b":1}', limit: 5 }, 7],
    [
      'a list with a sort, further on',
      { a: { $in: [3, 5], $ne: 4 }, b: { $gt: 899 } },
      { order: '{"b":1}' },
      21,
    ],
    ['a field without index', { z: 1 }, undefined, 1000],
  ])('%s', async (_name, query, more, scanned) => {
    const db = await open();
    await db.find('things', query, { limit: 1000, ...more });
    expect(db.counters.documentsScanned).toBe(scanned);
  });
});
