/** The unmodified SDKs of the platform against the database, over HTTP. */
import tcb from '@cloudbase/node-sdk';
import cloud from 'wx-server-sdk';
import { useSdkAt } from '../../../../tools/simulate/cloud';
import { startTestEmulator, type TestEmulator } from '../start-test-emulator';
import { index } from '../support/document-database';

interface NodeTransaction {
  collection: (typeof node)['collection'];
  rollback(reason: unknown): Promise<unknown>;
}

let emulator: TestEmulator;
let wx: ReturnType<typeof cloud.database>;
let node: ReturnType<ReturnType<typeof tcb.init>['database']>;

beforeAll(async () => {
  emulator = await startTestEmulator({
    collections: [
      { name: 'people', indexes: [index('phone', ['phone'], true), index('room', ['room', '-born'])] },
    ],
  });
  const place = { env: 'local-env', serviceUrl: emulator.adminUrl };
  // The SDK takes the first `init` of its process alone, whichever test's that is: so it is told of the place as a
  // function is, by the environment.
  useSdkAt(emulator.adminUrl);
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  wx = cloud.database();
  node = tcb.init({ ...place, secretId: 'x', secretKey: 'y' } as Parameters<typeof tcb.init>[0]).database();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.post('/control/reset'));

const people = () => wx.collection('people');
const failure = (work: unknown) =>
  Promise.resolve(work).then(
    () => undefined,
    (error: { errCode: number; errMsg: string }) => ({ errCode: error.errCode, errMsg: error.errMsg }),
  );

describe('wx-server-sdk', () => {
  test('reads back what it stores, dates and places too', async () => {
    const born = new Date(1_000);
    await people().add({
      data: { _id: 'A', phone: 1, born, at: new wx.Geo.Point(121, 31), joined: wx.serverDate() },
    });
    const { data } = (await people().doc('A').get()) as { data: Record<string, unknown> };
    expect(data).toMatchObject({ _id: 'A', phone: 1, born });
    expect(data.joined).toBeInstanceOf(Date);
    expect(JSON.stringify(data.at)).toBe('{"type":"Point","coordinates":[121,31]}');
  });

  test('queries, sorts, pages, counts, updates and removes', async () => {
    const _ = wx.command;
    for (let n = 1; n <= 5; n++)
      await people().add({ data: { _id: `P${n}`, phone: n, room: n % 2, born: n } });
    const page = await people()
      .where({ room: 1, born: _.gt(1) })
      .orderBy('born', 'desc')
      .limit(1)
      .get();
    expect((page as cloud.DB.IQueryResult).data.map((doc) => doc._id)).toEqual(['P5']);
    expect(
      await people()
        .where({ phone: _.in([1, 2, 9]) })
        .count(),
    ).toMatchObject({ total: 2 });
    const updated = await people()
      .where({ room: 1 })
      .update({ data: { born: _.inc(10) } });
    expect(updated).toMatchObject({ stats: { updated: 3 } });
    expect(
      await people()
        .where({ born: _.gte(10) })
        .remove(),
    ).toMatchObject({ stats: { removed: 3 } });
    const { list } = (await people()
      .aggregate()
      .group({ _id: '$room', n: wx.command.aggregate.sum(1) })
      .end()) as { list: unknown[] };
    expect(list).toEqual([{ _id: 0, n: 2 }]);
  });

  test.each<[string, () => unknown, number, RegExp]>([
    ['a collection that does not exist', () => wx.collection('nope').get(), -502005, /not exist/i],
    ['a second document of one id', () => people().add({ data: { _id: 'A', phone: 2 } }), -502001, /E11000/],
    [
      'a second document of a unique value',
      () => people().add({ data: { _id: 'B', phone: 1 } }),
      -502001,
      /E11000.*phone/,
    ],
    [
      'a document that does not exist',
      () => people().doc('Z').get(),
      -1,
      /document with _id Z does not exist/,
    ],
  ])('words %s as the platform does', async (_name, act, errCode, errMsg) => {
    await people().add({ data: { _id: 'A', phone: 1 } });
    expect(await failure(act())).toEqual({ errCode, errMsg: expect.stringMatching(errMsg) });
  });

  async function increment(): Promise<void> {
    await wx.runTransaction(async (transaction: { collection: typeof wx.collection }) => {
      const one = transaction.collection('people').doc('A');
      const { data } = (await one.get()) as unknown as { data: { phone: number } };
      await new Promise((resolve) => setTimeout(resolve, 5));
      await one.update({ data: { phone: data.phone + 1 } });
    });
  }

  test('hands a conflict to the caller, recognisable by its words; a retry succeeds', async () => {
    await people().add({ data: { _id: 'A', phone: 0 } });
    const results = await Promise.all([increment(), increment()].map(failure));
    expect(results.filter((one) => one === undefined)).toHaveLength(1);
    expect(results.find((one) => one !== undefined)?.errMsg).toMatch(/TransactionConflict/);
    const persistent = async (): Promise<void> => {
      while (/TransactionConflict/.test((await failure(increment()))?.errMsg ?? '')) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
      }
    };
    await Promise.all(Array.from({ length: 6 }, persistent));
    expect(await people().doc('A').get()).toMatchObject({ data: { phone: 7 } });
  });

  test('is refused a query inside a transaction', async () => {
    const transaction = (await wx.startTransaction()) as {
      collection: typeof wx.collection;
      rollback(): Promise<unknown>;
    };
    expect((await failure(transaction.collection('people').where({ phone: 1 }).get()))?.errMsg).toMatch(
      /single documents/,
    );
    await transaction.rollback();
  });
});

describe('@cloudbase/node-sdk', () => {
  test('retries conflicts by itself', async () => {
    await node.collection('people').add({ _id: 'A', phone: 0 });
    let attempts = 0;
    const increment = () =>
      node.runTransaction(async (transaction: NodeTransaction) => {
        attempts += 1;
        const one = transaction.collection('people').doc('A');
        const { data } = (await one.get()) as unknown as { data: { phone: number } };
        await new Promise((resolve) => setTimeout(resolve, 5));
        await one.update({ phone: data.phone + 1 });
      });
    await Promise.all([increment(), increment()]);
    expect(attempts).toBe(3);
    expect((await node.collection('people').doc('A').get()).data).toMatchObject([{ phone: 2 }]);
  });

  test('rolls back with the reason given', async () => {
    await node.collection('people').add({ _id: 'A', phone: 0 });
    const work = node.runTransaction(async (transaction: NodeTransaction) => {
      await transaction.collection('people').doc('A').update({ phone: 5 });
      await transaction.rollback('changed my mind');
    });
    await expect(work).rejects.toBe('changed my mind');
    expect((await node.collection('people').doc('A').get()).data).toMatchObject([{ phone: 0 }]);
  });
});
