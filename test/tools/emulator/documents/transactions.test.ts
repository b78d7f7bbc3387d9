import { index, openTestDatabase, type Doc, type TestDatabase } from '../support/document-database';

const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: expect.stringMatching(/TransactionConflict/),
};
const GONE = { code: 'DATABASE_TRANSACTION_FAIL' };
const COLLECTIONS = [
  { name: 'acc', indexes: [] },
  { name: 'users', indexes: [index('phone', ['phone'], true)] },
];

let db: TestDatabase;
beforeEach(async () => {
  db = openTestDatabase(COLLECTIONS, { lockWaitMs: 60, transactionLimitMs: 400 });
  await db.insert('acc', { _id: 'A', n: 1 }, { _id: 'B', n: 1 });
});
afterEach(() => db.service.close());

/** Document operations as seen from one transaction, or from none. */
function actor(transactionId?: string) {
  const more = transactionId === undefined ? {} : { transactionId };
  return {
    id: transactionId,
    get: async (id: string) =>
      (await db.find('acc', { _id: id }, { queryType: 'DOC', ...more }))[0]?.n ?? null,
    set: (id: string, n: number) => db.update('acc', { _id: id }, { $set: { n } }, more),
    put: (id: string, n: number) =>
      db.update('acc', { _id: id }, { n }, { merge: false, upsert: true, ...more }),
    add: (id: string, n: number) =>
      db.send('insertDocument', { collectionName: 'acc', data: [JSON.stringify({ _id: id, n })], ...more }),
    remove: (id: string) =>
      db.send('removeDocument', { collectionName: 'acc', query: JSON.stringify({ _id: id }), ...more }),
    commit: () => db.send('commitTransaction', { transactionId }),
    abort: () => db.send('abortTransaction', { transactionId }),
  };
}
const outside = actor();
const begin = async () => actor(await db.begin());

describe('a transaction', () => {
  test('sees its own writes while others see none until the commit', async () => {
    const t = await begin();
    await t.set('A', 2);
    await t.add('C', 3);
    await t.remove('B');
    expect([await t.get('A'), await t.get('B'), await t.get('C')]).toEqual([2, null, 3]);
    expect([await outside.get('A'), await outside.get('B'), await outside.get('C')]).toEqual([1, 1, null]);
    await t.commit();
    expect([await outside.get('A'), await outside.get('B'), await outside.get('C')]).toEqual([2, null, 3]);
  });

  test('reads the state of its first operation, whatever is committed later', async () => {
    const t = await begin();
    await outside.set('B', 5);
    expect(await t.get('A')).toBe(1);
    await outside.set('A', 7);
    await outside.set('A', 8);
    await outside.remove('B');
    await outside.add('C', 1);
    expect([await t.get('A'), await t.get('B'), await t.get('C')]).toEqual([1, 5, null]);
    const later = await begin();
    expect([await later.get('A'), await later.get('B'), await later.get('C')]).toEqual([8, null, 1]);
  });

  test('leaves nothing behind when aborted', async () => {
    const t = await begin();
    await t.set('A', 2);
    await t.abort();
    expect(await outside.get('A')).toBe(1);
    await expect(outside.set('A', 3)).resolves.toMatchObject({ updated: 1 });
  });

  test.each(['commit', 'abort'] as const)('takes no operation after its %s', async (end) => {
    const t = await begin();
    await t.set('A', 2);
    await t[end]();
    await expect(t.get('A')).rejects.toMatchObject(GONE);
    await expect(t.set('A', 3)).rejects.toMatchObject(GONE);
    await expect(t.commit()).rejects.toMatchObject(GONE);
    await expect(t.abort()).rejects.toMatchObject(GONE);
  });

  test('is aborted when its time is up, and releases its locks', async () => {
    const t = await begin();
    await t.set('A', 2);
    await new Promise((resolve) => setTimeout(resolve, 450));
    await expect(t.commit()).rejects.toMatchObject(GONE);
    expect(await outside.get('A')).toBe(1);
    await expect(outside.set('A', 3)).resolves.toMatchObject({ updated: 1 });
  });
});

/** What one side does to document A before the other writes it. */
const WRITES = {
  set: (by: ReturnType<typeof actor>) => by.set('A', 9),
  put: (by: ReturnType<typeof actor>) => by.put('A', 9),
  remove: (by: ReturnType<typeof actor>) => by.remove('A'),
};
const names = Object.keys(WRITES) as (keyof typeof WRITES)[];
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const));

describe('two writers of one document', () => {
  test.each(pairs)('the second transaction fails at once: %s, then %s', async (first, second) => {
    const [a, b] = [await begin(), await begin()];
    await WRITES[first](a);
    await expect(WRITES[second](b)).rejects.toMatchObject(CONFLICT);
    await expect(b.commit()).rejects.toMatchObject(GONE);
    await a.commit();
  });

  test.each(pairs)('a transaction that read before a committed %s cannot %s', async (first, second) => {
    const t = await begin();
    await t.get('B');
    await WRITES[first](outside);
    await expect(WRITES[second](t)).rejects.toMatchObject(CONFLICT);
  });

  test.each(names)('a %s outside waits for the lock and then conflicts', async (write) => {
    const t = await begin();
    await t.set('A', 2);
    await expect(WRITES[write](outside)).rejects.toMatchObject(CONFLICT);
    await t.commit();
    expect(await outside.get('A')).toBe(2);
  });

  test('a write outside goes on when the lock is released in time', async () => {
    const t = await begin();
    await t.set('A', 2);
    const waiting = db.update('acc', { _id: 'A' }, { $inc: { n: 10 } });
    await t.commit();
    await waiting;
    expect(await outside.get('A')).toBe(12);
  });

  test('different documents do not disturb each other', async () => {
    const [a, b] = [await begin(), await begin()];
    await a.set('A', 2);
    await b.set('B', 3);
    await a.commit();
    await b.commit();
    expect([await outside.get('A'), await outside.get('B')]).toEqual([2, 3]);
  });

  test('two transactions cannot add the same id', async () => {
    const [a, b] = [await begin(), await begin()];
    await a.add('C', 1);
    await expect(b.add('C', 2)).rejects.toMatchObject(CONFLICT);
  });

  test('adding an id that exists is a duplicate and ends the transaction', async () => {
    const t = await begin();
    await expect(t.add('A', 2)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/E11000/),
    });
    await expect(t.commit()).rejects.toMatchObject(GONE);
  });

  test('increments with retries all arrive', async () => {
    const increment = async (): Promise<void> => {
      for (;;) {
        try {
          const t = await begin();
          const n = Number(await t.get('A'));
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
          await t.set('A', n + 1);
          return void (await t.commit());
        } catch (error) {
          expect(String(error)).toMatch(/TransactionConflict|TransactionNotExist/);
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, increment));
    expect(await outside.get('A')).toBe(9);
  });
});

describe('unique values inside transactions', () => {
  const user = (id: string, phone: string, transactionId?: string) =>
    db.send('insertDocument', {
      collectionName: 'users',
      data: [JSON.stringify({ _id: id, phone })],
      ...(transactionId && { transactionId }),
    });
  const taken = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(/E11000.*phone/) };

  test('a stored value is refused', async () => {
    await user('u1', '1');
    await expect(user('u2', '1', await db.begin())).rejects.toMatchObject(taken);
  });

  test('a value that another transaction is about to store conflicts', async () => {
    await user('u1', '1', await db.begin());
    await expect(user('u2', '1', await db.begin())).rejects.toMatchObject(CONFLICT);
  });

  test('a value stored meanwhile makes the commit conflict, and nothing of it is stored', async () => {
    const id = await db.begin();
    await user('u1', '1', id);
    await user('u0', '0', id);
    await user('u2', '1');
    await expect(db.send('commitTransaction', { transactionId: id })).rejects.toMatchObject(CONFLICT);
    expect((await db.find('users', {})).map((doc: Doc) => doc._id)).toEqual(['u2']);
  });

  test('a value freed in the same transaction can be taken', async () => {
    await user('u1', '1');
    const id = await db.begin();
    await db.update('users', { _id: 'u1' }, { $set: { phone: '2' } }, { transactionId: id });
    await user('u2', '1', id);
    await db.send('commitTransaction', { transactionId: id });
    expect(await db.find('users', { phone: '1' })).toEqual([{ _id: 'u2', phone: '1' }]);
  });
});

describe('queries inside a transaction', () => {
  const query = (collectionName: string, transactionId: string) =>
    db.send('getDocument', { collectionName, queryType: 'WHERE', query: '{"n":1}', transactionId });

  test('are refused on the collections of the declaration', async () => {
    const transactionId = await db.begin();
    await expect(query('acc', transactionId)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    const write = { collectionName: 'acc', query: '{"n":1}', transactionId };
    await expect(db.send('removeDocument', { ...write, multi: true })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
    await expect(db.send('modifyDocument', { ...write, data: '{"$set":{"n":2}}' })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
    await expect(db.send('modifyAndReturnDoc', { ...write, data: '{"$set":{"n":2}}' })).rejects.toMatchObject(
      { code: 'INVALID_PARAM' },
    );
  });

  test('see the snapshot on collections that were added', async () => {
    await db.send('addCollection', { collectionName: 'added' });
    await db.insert('added', { _id: 1, n: 1 }, { _id: 2, n: 1 });
    const transactionId = await db.begin();
    await query('added', transactionId);
    await db.update('added', { _id: 1 }, { $set: { n: 2 } });
    await db.insert('added', { _id: 3, n: 1 });
    const { list } = await query('added', transactionId);
    expect((list as string[]).map((text) => (JSON.parse(text) as Doc)._id).sort()).toEqual([1, 2]);
  });
});
