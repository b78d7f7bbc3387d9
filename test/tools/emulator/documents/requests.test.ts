import { EJSON, ObjectId } from 'bson';
import { START, index, openTestDatabase, type Doc, type TestDatabase } from '../support/document-database';

let db: TestDatabase;
beforeEach(() => {
  db = openTestDatabase([
    { name: 'things', indexes: [] },
    { name: 'people', indexes: [index('phone', ['phone'], true), index('seat', ['room', 'place'], true)] },
  ]);
});
afterEach(() => db.service.close());

const everything = async () =>
  (await db.find('things', {}, { limit: 1000 })).concat(await db.find('people', {}));

describe('a collection', () => {
  test('that nobody added does not exist', async () => {
    const missing = { code: 'DATABASE_COLLECTION_NOT_EXIST' };
    await expect(db.find('nope', {})).rejects.toMatchObject(missing);
    await expect(db.insert('nope', { a: 1 })).rejects.toMatchObject(missing);
    await expect(db.send('aggregateDocuments', { collectionName: 'nope', stages: [] })).rejects.toMatchObject(
      missing,
    );
  });

  test('exists once added, and is not added twice', async () => {
    await db.send('addCollection', { collectionName: 'more' });
    expect(await db.find('more', {})).toEqual([]);
    await expect(db.send('addCollection', { collectionName: 'more' })).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
  });
});

describe('values', () => {
  test('come back as they went in', async () => {
    const doc = {
      _id: 'all',
      text: '团支部 😀 "quoted" \0',
      number: 1.5,
      big: 1e21,
      whole: -3,
      yes: true,
      none: null,
      date: new Date(1_234),
      list: [1, 'a', null, { deep: [new Date(5)] }],
      object: { a: { b: {} } },
    };
    await db.insert('things', doc);
    expect(await db.find('things', {})).toEqual([doc]);
  });

  test('of infinite size and not-a-number survive', async () => {
    await db.send('insertDocument', {
      collectionName: 'things',
      data: [EJSON.stringify({ _id: 1, a: Infinity, b: NaN })],
    });
    const [text] = (await db.send('getDocument', { collectionName: 'things', query: '{}' })).list as string[];
    expect(JSON.parse(String(text))).toEqual({
      _id: 1,
      a: { $numberDouble: 'Infinity' },
      b: { $numberDouble: 'NaN' },
    });
  });

  test('of type ObjectId come back as hex text and are found as either', async () => {
    const id = new ObjectId();
    const { insertedIds } = (await db.insert('things', { _id: id, ref: id })) as Doc;
    expect(insertedIds).toEqual([id.toHexString()]);
    expect(await db.find('things', { ref: id })).toEqual([{ _id: id.toHexString(), ref: id.toHexString() }]);
    expect(await db.find('things', { _id: id.toHexString() })).toHaveLength(1);
  });

  test('of the server’s date take the emulator’s clock', async () => {
    await db.insert('things', {
      _id: 1,
      at: { $tcb_server_date: {} },
      later: { $tcb_server_date: { offset: 60_000 } },
    });
    expect(await db.find('things', {})).toEqual([
      { _id: 1, at: new Date(START), later: new Date(START + 60_000) },
    ]);
    expect(await db.find('things', { at: { $lte: { $tcb_server_date: {} } } })).toHaveLength(1);
    expect(await db.find('things', { at: { $gt: { $tcb_server_date: {} } } })).toHaveLength(0);
  });

  test('a text and a number are different ids', async () => {
    await db.insert('things', { _id: 1, is: 'number' }, { _id: '1', is: 'text' });
    expect(await db.find('things', { _id: '1' })).toEqual([{ _id: '1', is: 'text' }]);
    expect(await db.find('things', { _id: 1 })).toEqual([{ _id: 1, is: 'number' }]);
  });
});

describe('limits', () => {
  test.each([
    ['unset', undefined, 100],
    ['zero', 0, 100],
    ['given', 7, 7],
    ['above the platform’s', 5000, 1000],
  ])('a read with a limit %s', async (_name, limit, expected) => {
    await db.insert('things', ...Array.from({ length: 1100 }, (_, i) => ({ _id: i })));
    expect(await db.find('things', {}, { limit })).toHaveLength(expected);
  });

  test('a document of 16 MB is too large, inserted or grown', async () => {
    const large = 'x'.repeat(16 * 1024 * 1024);
    const refused = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(/too large/) };
    await expect(db.insert('things', { _id: 1, large })).rejects.toMatchObject(refused);
    await db.insert('things', { _id: 1 });
    await expect(db.update('things', { _id: 1 }, { $set: { large } })).rejects.toMatchObject(refused);
    expect(await everything()).toEqual([{ _id: 1 }]);
  });
});

describe('unique indexes', () => {
  const duplicate = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(/E11000/) };

  test.each<[string, Doc, Doc]>([
    ['an equal id', { _id: 'x', phone: 1 }, { _id: 'x', phone: 2 }],
    ['an equal value', { phone: '1' }, { phone: '1' }],
    ['missing and null', { room: 1, place: 1 }, { phone: null, room: 2, place: 2 }],
    ['equal pairs', { phone: 1, room: 1, place: 1 }, { phone: 2, room: 1, place: 1 }],
    ['equal dates', { phone: new Date(1), room: 1 }, { phone: new Date(1), room: 2 }],
    ['an element of a list', { phone: [1, 2], room: 1 }, { phone: 2, room: 2 }],
    ['lists that share an element', { phone: [1, 2], room: 1 }, { phone: [2, 3], room: 2 }],
  ])('refuse %s', async (_name, first, second) => {
    await db.insert('people', first);
    await expect(db.insert('people', second)).rejects.toMatchObject(duplicate);
    expect(await db.find('people', {})).toHaveLength(1);
  });

  test.each<[string, Doc, Doc]>([
    ['a text and a number', { phone: '1', room: 1 }, { phone: 1, room: 2 }],
    ['true and 1', { phone: true, room: 1 }, { phone: 1, room: 2 }],
    ['a date and its milliseconds', { phone: new Date(1), room: 1 }, { phone: 1, room: 2 }],
    ['pairs that differ in one', { phone: 1, room: 1, place: 1 }, { phone: 2, room: 1, place: 2 }],
  ])('let pass %s', async (_name, first, second) => {
    await db.insert('people', first, second);
    expect(await db.find('people', {})).toHaveLength(2);
  });

  test('guard updates as well, and a refused one changes nothing', async () => {
    await db.insert('people', { _id: 1, phone: 1, room: 1 }, { _id: 2, phone: 2, room: 2 });
    await expect(db.update('people', { _id: 2 }, { $set: { phone: 1, name: 'x' } })).rejects.toMatchObject(
      duplicate,
    );
    await expect(db.update('people', {}, { $set: { phone: 3 } }, { multi: true })).rejects.toMatchObject(
      duplicate,
    );
    expect(await db.find('people', {})).toEqual([
      { _id: 1, phone: 1, room: 1 },
      { _id: 2, phone: 2, room: 2 },
    ]);
    await db.update('people', { _id: 1 }, { $set: { phone: 1, name: 'same' } });
  });

  test('refuse a whole insert for one duplicate', async () => {
    await expect(
      db.insert('people', { phone: 1 }, { phone: 2, room: 1 }, { phone: 1, room: 2 }),
    ).rejects.toMatchObject(duplicate);
    expect(await db.find('people', {})).toEqual([]);
  });
});

describe('a bad request', () => {
  const PARAM = 'INVALID_PARAM';
  const FAILED = 'DATABASE_REQUEST_FAILED';
  const things = { collectionName: 'things' };
  test.each<[string, string, string, Doc]>([
    ['no collection', PARAM, 'getDocument', {}],
    ['a collection that is no text', PARAM, 'getDocument', { collectionName: 5 }],
    ['malformed EJSON', PARAM, 'getDocument', { ...things, query: '{"a":' }],
    ['a query that is a list', PARAM, 'getDocument', { ...things, query: '[1]' }],
    ['an unknown query operator', FAILED, 'getDocument', { ...things, query: '{"a":{"$like":1}}' }],
    ['an unknown top-level operator', FAILED, 'getDocument', { ...things, query: '{"$foo":[1]}' }],
    ['code in a query', FAILED, 'getDocument', { ...things, query: '{"$where":"true"}' }],
    ['$in without a list', FAILED, 'getDocument', { ...things, query: '{"a":{"$in":1}}' }],
    [
      'a wrong regular expression',
      PARAM,
      'getDocument',
      { ...things, query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' },
    ],
    ['a negative offset', PARAM, 'getDocument', { ...things, offset: -1 }],
    ['a limit that is no number', PARAM, 'getDocument', { ...things, limit: '5' }],
    ['a sort that is no direction', PARAM, 'getDocument', { ...things, order: '{"a":2}' }],
    ['a projection that mixes', FAILED, 'getDocument', { ...things, projection: '{"n":1,"x":0}' }],
    ['an insert of nothing', PARAM, 'insertDocument', { ...things, data: [] }],
    ['an insert of a text', PARAM, 'insertDocument', { ...things, data: ['"a"'] }],
    ['an insert of an operator', FAILED, 'insertDocument', { ...things, data: ['{"a":{"$inc":1}}'] }],
    ['an insert beside a bad one', PARAM, 'insertDocument', { ...things, data: ['{"_id":2}', '{'] }],
    ['an id that is an object', PARAM, 'insertDocument', { ...things, data: ['{"_id":{"a":1}}'] }],
    ['an update without query', PARAM, 'modifyDocument', { ...things, data: '{"$set":{"a":1}}' }],
    [
      'an update without operators',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"a":1}', merge: true },
    ],
    [
      'an unknown update operator',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$foo":{"a":1}}', merge: true },
    ],
    [
      'a change of the id',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$set":{"_id":5}}', merge: true },
    ],
    [
      '$inc of a text',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$inc":{"t":1}}', merge: true },
    ],
    [
      '$inc by a text',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$inc":{"n":"1"}}', merge: true },
    ],
    [
      '$push into a number',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$push":{"n":1}}', merge: true },
    ],
    [
      '$set below a number',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$set":{"n.x":1}}', merge: true },
    ],
    [
      'an operator inside $set',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$set":{"a":{"$b":1}}}', merge: true },
    ],
    [
      'two changes of one field',
      FAILED,
      'modifyDocument',
      { ...things, query: '{}', data: '{"$set":{"a":1},"$inc":{"a":1}}', merge: true },
    ],
    ['a removal without query', PARAM, 'removeDocument', things],
    [
      'an unknown stage',
      FAILED,
      'aggregateDocuments',
      { ...things, stages: [{ stageKey: '$foo', stageValue: '{}' }] },
    ],
    [
      'a stage that writes',
      FAILED,
      'aggregateDocuments',
      { ...things, stages: [{ stageKey: '$out', stageValue: '"x"' }] },
    ],
    ['stages that are no list', PARAM, 'aggregateDocuments', { ...things, stages: {} }],
    ['an unknown transaction', 'DATABASE_TRANSACTION_FAIL', 'getDocument', { ...things, transactionId: 'x' }],
    ['an unknown action', PARAM, 'runCommand', things],
  ])('%s is refused with %s by %s and changes nothing', async (_name, code, action, request) => {
    await db.insert('things', { _id: 1, n: 1, t: 'text' });
    await expect(db.send(action, request)).rejects.toMatchObject({ code });
    expect(await everything()).toEqual([{ _id: 1, n: 1, t: 'text' }]);
  });
});
