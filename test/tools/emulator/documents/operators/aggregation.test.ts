import { EJSON } from 'bson';
import { openTestDatabase, type Doc, type TestDatabase } from '../../support/document-database';
import { point } from '../../support/shapes';

let db: TestDatabase;
beforeEach(() => {
  db = openTestDatabase([
    { name: 'things', indexes: [] },
    { name: 'others', indexes: [] },
  ]);
});
afterEach(() => db.service.close());

const day = (text: string) => new Date(`${text}T00:00:00Z`);
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
    ['$trunc of a number alone', { $trunc: { $divide: ['$n', 3] } }, 0],
    ['$trunc with places', { $trunc: [2.789, 1] }, 2.7],
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
