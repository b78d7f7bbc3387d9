import { EJSON } from 'bson';
import { openTestDatabase, type Doc, type TestDatabase } from '../support/document-database';

let db: TestDatabase;
beforeEach(() => {
  db = openTestDatabase([
    { name: 'things', indexes: [] },
    { name: 'others', indexes: [] },
  ]);
});
afterEach(() => db.service.close());

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
  ],
};

describe('a query', () => {
  const DOCS: Doc[] = [
    {
      _id: 1,
      n: 1,
      t: 'Alpha',
      list: [1, 2, 3],
      at: day('2026-06-01'),
      o: { a: 1, b: 2 },
      place: point(1, 1),
    },
    {
      _id: 2,
      n: 2,
      t: 'beta',
      list: ['x', 5],
      subs: [
        { k: 'a', v: 1 },
        { k: 'b', v: 9 },
      ],
      place: point(5, 5),
    },
    { _id: 3, n: null, t: 'alphabet', list: [], at: day('2026-06-20'), o: { b: 2, a: 1 }, yes: true },
    { _id: 4, n: '2', list: [{ w: 1 }, { v: 4 }], subs: [{ k: 'a', v: 9 }] },
  ];
  test.each<[string, Doc, number[]]>([
    ['equality does not mix types', { n: 2 }, [2]],
    ['equality with null finds null and missing', { yes: null }, [1, 2, 4]],
    ['$ne', { n: { $ne: 1 } }, [2, 3, 4]],
    ['$gt stays within the type', { n: { $gt: 1 } }, [2]],
    ['a range of dates', { at: { $gte: day('2026-06-02'), $lt: day('2026-07-01') } }, [3]],
    ['$in with null', { n: { $in: [1, null] } }, [1, 3]],
    ['$in with a pattern', { t: { $in: [/^al/i] } }, [1, 3]],
    ['$nin', { n: { $nin: [1, null] } }, [2, 4]],
    ['an element of a list', { list: 5 }, [2]],
    ['a whole list', { list: [1, 2, 3] }, [1]],
    ['a position in a list', { 'list.1': 2 }, [1]],
    ['an empty list', { list: [] }, [3]],
    ['a range over elements', { list: { $gt: 2 } }, [1, 2]],
    ['a dotted key', { 'o.b': 2 }, [1, 3]],
    ['a dotted key through a list', { 'subs.v': 9 }, [2, 4]],
    ['$elemMatch on objects', { subs: { $elemMatch: { k: 'a', v: { $gt: 5 } } } }, [4]],
    ['$elemMatch on values', { list: { $elemMatch: { $gt: 1, $lt: 3 } } }, [1]],
    ['$elemMatch of a field does not match values', { list: { $elemMatch: { v: { $exists: false } } } }, [4]],
    ['$all', { list: { $all: [1, 3] } }, [1]],
    ['$size', { list: { $size: 2 } }, [2, 4]],
    ['$exists', { yes: { $exists: true } }, [3]],
    ['$exists false', { at: { $exists: false } }, [2, 4]],
    ['$type', { n: { $type: 'string' } }, [4]],
    ['a pattern', { t: /^Al/ }, [1]],
    ['a pattern with options', { t: { $regex: '^al', $options: 'i' } }, [1, 3]],
    ['$mod', { n: { $mod: [2, 1] } }, [1]],
    ['$not', { n: { $not: { $gt: 1 } } }, [1, 3, 4]],
    ['$or', { $or: [{ n: 1 }, { yes: true }] }, [1, 3]],
    ['$and of one field', { $and: [{ n: { $gte: 1 } }, { n: { $lt: 2 } }] }, [1]],
    ['$nor', { $nor: [{ n: 1 }, { n: 2 }] }, [3, 4]],
    ['$expr', { $expr: { $eq: ['$o.a', '$n'] } }, [1]],
    ['$jsonSchema', { $jsonSchema: { required: ['subs'], properties: { n: { bsonType: 'number' } } } }, [2]],
    ['$geoWithin', { place: { $geoWithin: { $geometry: square } } }, [1]],
    ['$geoWithin of a circle', { place: { $geoWithin: { $centerSphere: [[5, 5], 0.01] } } }, [2]],
    [
      '$geoIntersects',
      {
        place: {
          $geoIntersects: {
            $geometry: {
              type: 'LineString',
              coordinates: [
                [1, 1],
                [3, 3],
              ],
            },
          },
        },
      },
      [1],
    ],
    ['$nearSphere sorts by distance', { place: { $nearSphere: { $geometry: point(4, 4) } } }, [2, 1]],
    [
      '$nearSphere with a limit',
      { place: { $nearSphere: { $geometry: point(4, 4), $maxDistance: 200_000 } } },
      [2],
    ],
  ])('%s', async (_name, query, ids) => {
    await db.insert('things', ...DOCS);
    expect((await db.find('things', query)).map((doc) => doc._id)).toEqual(ids);
  });

  test.each<[string, Doc, unknown[]]>([
    ['upwards', { v: 1 }, ['missing', 'null', 'low', 'list', 'high', 'text', 'object', 'true', 'date']],
    ['downwards', { v: -1 }, ['date', 'true', 'object', 'text', 'high', 'list', 'low', 'missing', 'null']],
  ])('sorts types as MongoDB does, %s', async (_name, order, ids) => {
    const values = {
      low: 1,
      high: 9,
      text: 'a',
      object: { a: 1 },
      true: true,
      date: day('2026-06-01'),
      null: null,
      list: [7, 3],
    };
    const docs = Object.entries(values).map(([_id, v]) => ({ _id, v }));
    await db.insert('things', { _id: 'missing' }, ...docs);
    const found = await db.find('things', {}, { order: JSON.stringify(order) });
    expect(found.map((doc) => doc._id)).toEqual(ids);
  });

  test.each<[string, Doc, Doc]>([
    ['keeping fields', { n: 1 }, { _id: 1, n: 1 }],
    ['keeping a field without the id', { n: 1, _id: 0 }, { n: 1 }],
    ['dropping fields', { list: 0, at: 0, o: 0, place: 0, t: 0 }, { _id: 1, n: 1 }],
    ['keeping a nested field', { 'o.b': 1 }, { _id: 1, o: { b: 2 } }],
    ['$slice', { list: { $slice: 1 }, n: 1 }, { _id: 1, n: 1, list: [1] }],
  ])('projects %s', async (_name, projection, expected) => {
    await db.insert('things', ...DOCS);
    const [found] = await db.find('things', { _id: 1 }, { projection: JSON.stringify(projection) });
    expect(found).toEqual(expected);
  });
});

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

describe('an aggregation', () => {
  async function aggregate(...stages: Doc[]): Promise<unknown[]> {
    const wire = stages.map((stage) => {
      const [[stageKey, stageValue]] = Object.entries(stage) as [[string, unknown]];
      return { stageKey, stageValue: EJSON.stringify(stageValue as Doc) };
    });
    const { list } = await db.send('aggregateDocuments', { collectionName: 'things', stages: wire });
    return (list as string[]).map((text) => EJSON.parse(text) as unknown);
  }
  const value = async (expression: unknown) => {
    const [row] = (await aggregate({ $project: { _id: 0, v: expression } })) as Doc[];
    return row?.v;
  };

  test.each<[string, unknown, unknown]>([
    ['$substr to the end', { $substr: ['$t', 1, -1] }, '文b'],
    ['$substrCP', { $substrCP: ['$t', 1, 1] }, '文'],
    ['$indexOfCP', { $indexOfCP: ['$t', 'b'] }, 2],
    ['$indexOfCP of nothing', { $indexOfCP: ['$missing', 'b'] }, null],
    ['$indexOfCP not there', { $indexOfCP: ['$t', 'z'] }, -1],
    ['$week before the first Sunday', { $week: '$newYear' }, 0],
    ['$week from the first Sunday', { $week: '$sunday' }, 1],
    ['$dayOfWeek', { $dayOfWeek: '$sunday' }, 1],
    [
      '$dateToString in China',
      { $dateToString: { date: '$sunday', format: '%Y-%m-%d %H', timezone: '+08:00' } },
      '2026-01-04 08',
    ],
    ['$cond', { $cond: [{ $gt: ['$n', 1] }, 'many', 'one'] }, 'many'],
    ['$ifNull', { $ifNull: ['$missing', 0] }, 0],
    ['$filter', { $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [2, 3]],
    ['$reduce', { $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    ['$map', { $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', 2] } } }, [2, 4, 6]],
    ['$concat', { $concat: ['$t', '!'] }, 'a文b!'],
    ['$size', { $size: '$list' }, 3],
    ['$literal', { $literal: '$n' }, '$n'],
  ])('computes %s', async (_name, expression, expected) => {
    await db.insert('things', {
      _id: 1,
      n: 2,
      t: 'a文b',
      list: [1, 2, 3],
      newYear: day('2026-01-01'),
      sunday: day('2026-01-04'),
    });
    expect(await value(expression)).toEqual(expected);
  });

  test.each<[string, Doc[], unknown[]]>([
    [
      '$match and $sort and $limit',
      [{ $match: { n: { $gt: 1 } } }, { $sort: { n: -1 } }, { $limit: 1 }],
      [{ _id: 3, n: 3, g: 'b', list: [] }],
    ],
    [
      '$group',
      [{ $group: { _id: '$g', sum: { $sum: '$n' }, ids: { $push: '$_id' } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'a', sum: 3, ids: [1, 2] },
        { _id: 'b', sum: 3, ids: [3] },
      ],
    ],
    ['$count', [{ $match: { g: 'a' } }, { $count: 'total' }], [{ total: 2 }]],
    ['$unwind', [{ $unwind: '$list' }, { $project: { _id: 0, list: 1 } }], [{ list: 1 }, { list: 2 }]],
    [
      '$addFields and $project',
      [{ $match: { n: 1 } }, { $addFields: { m: { $add: ['$n', 1] } } }, { $project: { _id: 0, m: 1 } }],
      [{ m: 2 }],
    ],
    [
      '$lookup',
      [
        { $match: { n: 1 } },
        { $lookup: { from: 'others', localField: 'g', foreignField: 'of', as: 'found' } },
        { $project: { found: 1 } },
      ],
      [{ _id: 1, found: [{ _id: 'o', of: 'a' }] }],
    ],
    [
      '$lookup in a collection that does not exist',
      [
        { $match: { n: 1 } },
        { $lookup: { from: 'nope', localField: 'g', foreignField: 'of', as: 'found' } },
        { $project: { found: 1 } },
      ],
      [{ _id: 1, found: [] }],
    ],
    [
      '$sortByCount',
      [{ $sortByCount: '$g' }],
      [
        { _id: 'a', count: 2 },
        { _id: 'b', count: 1 },
      ],
    ],
    [
      '$bucket',
      [{ $bucket: { groupBy: '$n', boundaries: [0, 2, 5] } }],
      [
        { _id: 0, count: 1 },
        { _id: 2, count: 2 },
      ],
    ],
    ['$skip', [{ $sort: { n: 1 } }, { $skip: 2 }, { $project: { n: 1 } }], [{ _id: 3, n: 3 }]],
    ['$replaceRoot', [{ $match: { n: 1 } }, { $replaceRoot: { newRoot: { only: '$n' } } }], [{ only: 1 }]],
  ])('runs %s', async (_name, stages, expected) => {
    await db.insert(
      'things',
      { _id: 1, n: 1, g: 'a', list: [1, 2] },
      { _id: 2, n: 2, g: 'a', list: [] },
      { _id: 3, n: 3, g: 'b', list: [] },
    );
    await db.insert('others', { _id: 'o', of: 'a' });
    expect(await aggregate(...stages)).toEqual(expected);
  });

  test('finds what is near, nearest first', async () => {
    await db.insert(
      'things',
      { _id: 'far', place: point(3, 0) },
      { _id: 'near', place: point(1, 0) },
      { _id: 'nowhere' },
    );
    const near = { near: point(0, 0), distanceField: 'd.m', includeLocs: 'd.at', spherical: true };
    const rows = (await aggregate({ $geoNear: near }, { $project: { d: 1 } })) as {
      _id: string;
      d: { m: number; at: Doc };
    }[];
    expect(rows.map((row) => row._id)).toEqual(['near', 'far']);
    expect(rows[0]?.d.m).toBeCloseTo(111_318.8, 0);
    expect(rows[0]?.d.at).toEqual(point(1, 0));
    expect(await aggregate({ $geoNear: { ...near, maxDistance: 200_000 } })).toHaveLength(1);
  });

  test('changes nothing that is stored', async () => {
    await db.insert('things', { _id: 1, o: { a: 1 } });
    await aggregate({ $addFields: { 'o.b': 2 } }, { $unset: 'o.a' });
    expect(await db.find('things', {})).toEqual([{ _id: 1, o: { a: 1 } }]);
  });
});
