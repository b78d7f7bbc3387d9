import { pagesOf } from '../../../../cloudfunctions/_shared/store/pages';
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

it('meets nobody twice and leaves nobody out where others come in between', async () => {
  ['b', 'd', 'f'].forEach(plant);
  expect(await read(() => plant('a'))).toEqual([['b', 'd'], ['f']]);
  expect(await read(() => plant('e'))).toEqual([['a', 'b'], ['d', 'e'], ['f']]);
});
