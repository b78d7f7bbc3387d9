import { pagesOf, wholePage } from '../../../../cloudfunctions/_shared/store/pages';
import type { Member } from '../../../../cloudfunctions/_shared/store/records';
import { memberNamed, openUniversity } from '../../support/people';
import type { World } from '../../support/world';

const COLLEGE = 'college-of-pages';

let world: World;
let someone: Member;
beforeEach(async () => {
  ({ world } = await openUniversity());
  someone = memberNamed(world, '林小雨');
});

const plant = (numberKey: string): void =>
  world.store.plant('members', { ...someone, _id: `m-${numberKey}`, collegeId: COLLEGE, numberKey });

/** What the pages hold, read two at a time; `meanwhile` happens between them. */
const read = async (meanwhile = (): void => undefined): Promise<string[][]> => {
  const pages: string[][] = [];
  const asked = { where: { collegeId: COLLEGE }, by: 'numberKey', size: 2 } as const;
  for await (const page of pagesOf(world.ports, 'members', asked)) {
    pages.push(page.map(({ numberKey }) => numberKey));
    meanwhile();
  }
  return pages;
};

it.each([
  ['nothing', [], []],
  ['less than a page', ['a'], [['a']]],
  ['exactly a page, without an empty one behind it', ['b', 'a'], [['a', 'b']]],
  ['more than a page, in their order', ['c', 'a', 'b'], [['a', 'b'], ['c']]],
])('reads %s', async (_how, keys, pages) => {
  keys.forEach(plant);
  expect(await read()).toEqual(pages);
});

describe('pages that end between two moments', () => {
  /** One login for each of these moments, and the pages they are read in. */
  const pagesAt = async (...moments: number[]): Promise<number[][]> => {
    moments.forEach((loginConfirmedAt, number) =>
      world.store.plant('members', {
        ...someone,
        _id: `m-${number}`,
        collegeId: COLLEGE,
        startedIn: null,
        loginConfirmedAt,
      }),
    );
    const pages: number[][] = [];
    for (let after = 0, isLast = false; !isLast; after = pages.at(-1)?.at(-1) ?? 0) {
      const page = await wholePage(world.ports, 'members', {
        where: { collegeId: COLLEGE, startedIn: null },
        by: 'loginConfirmedAt',
        direction: 'asc',
        beyond: { gt: after },
        size: 2,
      });
      pages.push(page.records.map(({ loginConfirmedAt }) => loginConfirmedAt ?? 0));
      ({ isLast } = page);
    }
    return pages;
  };

  it.each([
    ['nobody, on one page', [], [[]]],
    ['a full page, without an empty one behind it', [1, 2], [[1, 2]]],
    ['two of one moment on one page', [1, 2, 2], [[1], [2, 2]]],
    ['a moment that fills a page alone, whole', [1, 2, 2, 2, 3], [[1], [2, 2, 2], [3]]],
  ])('read %s', async (_how, moments, pages) => {
    expect(await pagesAt(...moments)).toEqual(pages);
  });
});

it('meets nobody twice and leaves nobody out where others come in between', async () => {
  ['b', 'd', 'f'].forEach(plant);
  expect(await read(() => plant('a'))).toEqual([['b', 'd'], ['f']]);
  expect(await read(() => plant('e'))).toEqual([['a', 'b'], ['d', 'e'], ['f']]);
});
