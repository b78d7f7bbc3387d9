/** What the SDK answers as the store wants it: a failure it only returns is thrown, or a write would pass for done. */
import { nodeDatabase } from '../../../tools/admin/node-database';

type Answer = Readonly<Record<string, unknown>>;

/** A database that answers everything alike, and notes what it was asked. */
const answeringAll = (answer: Answer) => {
  const asked: unknown[][] = [];
  const noting =
    <T>(name: string, result: () => T) =>
    (...given: unknown[]): T => {
      asked.push([name, ...given]);
      return result();
    };
  const document = () => ({
    get: noting('get', async () => answer),
    set: noting('set', async () => answer),
    update: noting('update', async () => answer),
    remove: noting('remove', async () => answer),
  });
  const query = (): object => ({
    where: noting('where', query),
    orderBy: noting('orderBy', query),
    limit: noting('limit', query),
    skip: noting('skip', query),
    field: noting('field', query),
    count: noting('count', async () => answer),
    ...document(),
    doc: noting('doc', document),
    add: noting('add', async () => answer),
  });
  const sdk = {
    command: { gt: (value: unknown) => ({ gt: value }) },
    collection: noting('collection', query),
    runTransaction: async (work: (transaction: object) => Promise<unknown>, retries: number) => {
      asked.push(['runTransaction', retries]);
      return work({ collection: noting('inside', query) });
    },
  };
  return { db: nodeDatabase(sdk as unknown as Parameters<typeof nodeDatabase>[0]), asked };
};

type Opened = ReturnType<typeof answeringAll>['db'];
const REQUESTS: [string, (db: Opened) => Promise<unknown>][] = [
  ['a document is read', (db) => db.collection('locks').doc('1').get()],
  [
    'a document is put',
    (db) =>
      db
        .collection('locks')
        .doc('1')
        .set({ data: { a: 1 } }),
  ],
  [
    'a document is changed',
    (db) =>
      db
        .collection('locks')
        .doc('1')
        .update({ data: { a: 1 } }),
  ],
  ['a document is removed', (db) => db.collection('locks').doc('1').remove()],
  ['documents are found', (db) => db.collection('locks').where({ a: 1 }).get()],
  ['documents are counted', (db) => db.collection('locks').count()],
  ['documents are changed', (db) => db.collection('locks').update({ data: { a: 1 } })],
  ['documents are removed', (db) => db.collection('locks').remove()],
  ['documents are added', (db) => db.collection('locks').add({ data: [{ a: 1 }] })],
];

it.each(REQUESTS)('throws what goes wrong when %s', async (_what, request) => {
  const failure = { code: 'SYS_ERR', message: 'not now' };
  await expect(request(answeringAll(failure).db)).rejects.toMatchObject(failure);
  await expect(request(answeringAll({ code: 'SYS_ERR' }).db)).rejects.toMatchObject({ message: 'SYS_ERR' });
});

it('gives one document, whether the SDK answers it alone or in a list, and null where there is none', async () => {
  const read = async (data: unknown) =>
    (await answeringAll({ data }).db.collection('locks').doc('1').get()).data;
  expect([await read({ _id: '1' }), await read([{ _id: '1' }])]).toEqual([{ _id: '1' }, { _id: '1' }]);
  expect([await read([]), await read(null), await read(undefined)]).toEqual([null, null, null]);
});

it('gives how many were counted and changed, none where the SDK does not say', async () => {
  const { db } = answeringAll({ total: 7, updated: 3, data: [{ _id: '1' }] });
  const locks = db.collection('locks');
  expect(await locks.count()).toEqual({ total: 7 });
  expect(await locks.update({ data: {} })).toEqual({ stats: { updated: 3 } });
  expect(await locks.get()).toEqual({ data: [{ _id: '1' }] });
  const silent = answeringAll({}).db.collection('locks');
  expect([await silent.count(), await silent.update({ data: {} })]).toEqual([
    { total: 0 },
    { stats: { updated: 0 } },
  ]);
});

it('passes on every part of a query, and what is written', async () => {
  const { db, asked } = answeringAll({ data: [] });
  const { gt } = db.command;
  await db
    .collection('locks')
    .where({ _id: gt('a') })
    .orderBy('_id', 'asc')
    .limit(5)
    .skip(2)
    .field({ a: true })
    .get();
  await db
    .collection('locks')
    .doc('1')
    .set({ data: { a: 1 } });
  await db
    .collection('locks')
    .doc('1')
    .update({ data: { b: 1 } });
  await db.collection('locks').update({ data: { c: 1 } });
  await db.collection('locks').add({ data: [{ d: 1 }] });
  expect(asked.filter(([name]) => name !== 'collection')).toEqual([
    ['where', { _id: { gt: 'a' } }],
    ['orderBy', '_id', 'asc'],
    ['limit', 5],
    ['skip', 2],
    ['field', { a: true }],
    ['get'],
    ['doc', '1'],
    ['set', { a: 1 }],
    ['doc', '1'],
    ['update', { b: 1 }],
    ['update', { c: 1 }],
    ['add', [{ d: 1 }]],
  ]);
  expect(asked[0]).toEqual(['collection', 'locks']);
});

it('works inside a transaction on what that gives', async () => {
  const { db, asked } = answeringAll({ data: { _id: '1' } });
  const read = await db.runTransaction(
    async (transaction) => transaction.collection('locks').doc('1').get(),
    4,
  );
  expect(read).toEqual({ data: { _id: '1' } });
  expect(asked.slice(0, 2)).toEqual([
    ['runTransaction', 4],
    ['inside', 'locks'],
  ]);
});
