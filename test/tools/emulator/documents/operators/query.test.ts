import { openTestDatabase, type Doc, type TestDatabase } from '../../support/document-database';
import { point, square } from '../../support/shapes';

let db: TestDatabase;
beforeEach(() => {
  db = openTestDatabase([{ name: 'things', indexes: [] }]);
});
afterEach(() => db.service.close());

const day = (text: string) => new Date(`${text}T00:00:00Z`);
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
    ['$mod divides numbers alone', { n: { $mod: [2, 0] } }, [2]],
    ['$mod of elements', { list: { $mod: [5, 0] } }, [2]],
    ['a whole document, with its keys in order', { o: { a: 1, b: 2 } }, [1]],
    ['$eq with a whole document', { o: { $eq: { b: 2, a: 1 } } }, [3]],
    ['$eq with an element', { subs: { $eq: { k: 'a', v: 9 } } }, [4]],
    ['$eq with an element, keys in another order', { subs: { $eq: { v: 9, k: 'a' } } }, []],
    ['$ne with a whole document', { o: { $ne: { b: 2, a: 1 } } }, [1, 2, 4]],
    ['$in with whole documents', { o: { $in: [{ a: 1, b: 2 }, 7] } }, [1]],
    ['$nin with whole documents', { o: { $nin: [{ a: 1, b: 2 }] } }, [2, 3, 4]],
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
