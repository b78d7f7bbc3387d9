import { openTestDatabase, type Doc, type TestDatabase } from '../../support/document-database';

let db: TestDatabase;
beforeEach(() => {
  db = openTestDatabase([{ name: 'things', indexes: [] }]);
});
afterEach(() => db.service.close());

describe('an update', () => {
  const BEFORE = {
    _id: 1,
    n: 5,
    list: [1, 2, 3, 2],
    o: { a: 1 },
    subs: [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  };
  const after = (changes: Doc) => ({ ...BEFORE, ...changes });
  test.each<[string, Doc, Doc]>([
    ['$set', { $set: { n: 6, 'o.b': 2 } }, after({ n: 6, o: { a: 1, b: 2 } })],
    ['$set of a new path', { $set: { 'x.y.z': 1 } }, after({ x: { y: { z: 1 } } })],
    [
      '$set of a position',
      { $set: { 'list.0': 9, 'subs.1.v': 7 } },
      after({
        list: [9, 2, 3, 2],
        subs: [
          { k: 'a', v: 1 },
          { k: 'b', v: 7 },
        ],
      }),
    ],
    ['$unset', { $unset: { n: '', 'o.a': '' } }, { _id: 1, list: [1, 2, 3, 2], o: {}, subs: BEFORE.subs }],
    ['$unset of a position leaves null', { $unset: { 'list.1': '' } }, after({ list: [1, null, 3, 2] })],
    ['$inc', { $inc: { n: 2, 'o.a': -1, fresh: 3 } }, after({ n: 7, o: { a: 0 }, fresh: 3 })],
    ['$mul', { $mul: { n: 3, fresh: 3 } }, after({ n: 15, fresh: 0 })],
    ['$min and $max', { $min: { n: 1 }, $max: { 'o.a': 4 } }, after({ n: 1, o: { a: 4 } })],
    [
      '$rename',
      { $rename: { n: 'm' } },
      { _id: 1, list: [1, 2, 3, 2], o: { a: 1 }, subs: BEFORE.subs, m: 5 },
    ],
    ['$push', { $push: { list: 4, fresh: 1 } }, after({ list: [1, 2, 3, 2, 4], fresh: [1] })],
    [
      '$push each at a position',
      { $push: { list: { $each: [8, 9], $position: 1 } } },
      after({ list: [1, 8, 9, 2, 3, 2] }),
    ],
    [
      '$push sorted and cut',
      { $push: { list: { $each: [0], $sort: 1, $slice: 3 } } },
      after({ list: [0, 1, 2] }),
    ],
    ['$addToSet', { $addToSet: { list: { $each: [3, 4] } } }, after({ list: [1, 2, 3, 2, 4] })],
    ['$addToSet of a new list', { $addToSet: { fresh: { $each: [3, 3] } } }, after({ fresh: [3] })],
    ['$addToSet of an object', { $addToSet: { subs: { k: 'a', v: 1 } } }, BEFORE],
    ['$min and $max of nothing', { $min: { less: 1 }, $max: { more: 4 } }, after({ less: 1, more: 4 })],
    [
      '$push cut of a new list',
      { $push: { fresh: { $each: [3, 1, 2], $sort: 1, $slice: 2 } } },
      after({ fresh: [1, 2] }),
    ],
    ['$pull of a value', { $pull: { list: 2 } }, after({ list: [1, 3] })],
    ['$pull by a condition', { $pull: { list: { $gte: 2 } } }, after({ list: [1] })],
    ['$pull of objects', { $pull: { subs: { k: 'a' } } }, after({ subs: [{ k: 'b', v: 2 }] })],
    ['$pullAll', { $pullAll: { list: [1, 2] } }, after({ list: [3] })],
    ['$pop last', { $pop: { list: 1 } }, after({ list: [1, 2, 3] })],
    ['$pop first', { $pop: { list: -1 } }, after({ list: [2, 3, 2] })],
    ['$setOnInsert of what exists', { $setOnInsert: { n: 9 }, $set: { z: 1 } }, after({ z: 1 })],
    ['nothing', { $set: {} }, BEFORE],
  ])('by %s', async (_name, data, expected) => {
    await db.insert('things', BEFORE);
    await db.update('things', { _id: 1 }, data);
    expect(await db.find('things', {})).toEqual([expected]);
  });

  test('by the positional $', async () => {
    await db.insert('things', BEFORE);
    await db.update('things', { 'subs.k': 'b' }, { $set: { 'subs.$.v': 8 } });
    expect(await db.find('things', {})).toEqual([
      after({
        subs: [
          { k: 'a', v: 1 },
          { k: 'b', v: 8 },
        ],
      }),
    ]);
  });

  test('counts what it changes, not what it meets', async () => {
    await db.insert('things', { _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3, n: 2 });
    expect(await db.update('things', {}, { $set: { n: 2 } }, { multi: true })).toMatchObject({ updated: 1 });
    expect(await db.update('things', { n: 2 }, { $inc: { n: 1 } })).toMatchObject({ updated: 1 });
    expect(await db.update('things', { n: 7 }, { $inc: { n: 1 } })).toMatchObject({ updated: 0 });
  });

  test('replaces a whole document, or stores it under the id asked for', async () => {
    await db.insert('things', { _id: 1, n: 1 });
    const whole = { merge: false, upsert: true };
    expect(await db.update('things', { _id: 1 }, { m: 1 }, whole)).toMatchObject({
      updated: 1,
      upsert_id: null,
    });
    expect(await db.update('things', { _id: 'new' }, { m: 2 }, whole)).toMatchObject({
      updated: 0,
      upsert_id: 'new',
    });
    expect(await db.find('things', {})).toEqual([
      { _id: 1, m: 1 },
      { _id: 'new', m: 2 },
    ]);
  });

  test('with operators starts an upsert from the condition', async () => {
    await db.update(
      'things',
      { _id: 'new', kind: 'a', n: { $gt: 1 } },
      { $inc: { n: 2 }, $setOnInsert: { born: true } },
      { upsert: true },
    );
    expect(await db.find('things', {})).toEqual([{ _id: 'new', kind: 'a', n: 2, born: true }]);
  });

  test('returns one document as it is afterwards', async () => {
    await db.insert('things', { _id: 1, n: 1 });
    const request = (query: string) => ({ collectionName: 'things', query, data: '{"$inc":{"n":1}}' });
    const { updated, doc } = await db.send('modifyAndReturnDoc', request('{"_id":1}'));
    expect([updated, JSON.parse(String(doc))]).toEqual([1, { _id: 1, n: 2 }]);
    expect(await db.send('modifyAndReturnDoc', request('{"_id":2}'))).toEqual({ updated: 0, doc: null });
  });
});
