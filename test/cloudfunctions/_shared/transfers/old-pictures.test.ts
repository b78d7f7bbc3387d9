/** Pictures go by themselves once a season is long over, and only those of people who are through. */
import { PAGING } from '../../../../cloudfunctions/_shared/kernel/policy';
import { RETENTION } from '../../../../cloudfunctions/_shared/kernel/retention';
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { CLASSMATE, GRADUATE, openUniversity, submitEmployed } from '../../support/people';
import type { World } from '../../support/world';

let world: World;
/** Epoch ms from which the season's pictures go. */
let due: number;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  await submitEmployed(world, CLASSMATE);
  const [season] = world.store.all('seasons');
  due = (season?.deadlineAt ?? 0) + RETENTION.pictures.ms;
});

const transferOf = (openid: string): Transfer => {
  const found = world.store.all('transfers').find(({ accountId }) => accountId === openid);
  if (!found) throw new Error('nobody has this transfer');
  return found;
};
const set = (openid: string, change: Partial<Omit<Transfer, '_id'>>) =>
  world.store.changeAll('transfers', { _id: { in: [transferOf(openid)._id] } }, { set: change });
const isThere = async (fileId: string): Promise<boolean> =>
  (await world.ports.files.download(fileId)) !== undefined;
/** Some turns of the timer, the first in the morning of the day on which that moment is, or the next. */
const pass = async (moment: number): Promise<void> => {
  world.world.now = moment + DAY_MS;
  for (let turn = 0; turn < 4; turn += 1) {
    await world.tick();
    world.world.now += 60_000;
  }
};
const entries = () => world.store.all('audits').filter(({ action }) => action === 'purge-pictures');

it('keeps all of them until the day has come', async () => {
  await set(GRADUATE, { state: 'completed' });
  await pass(due - 2 * DAY_MS);
  expect(transferOf(GRADUATE).screenshots).toHaveLength(1);
  expect(entries()).toEqual([]);
});

it('takes those of who is through, from record and storage, and says so once', async () => {
  const { screenshots: mine } = transferOf(GRADUATE);
  const { screenshots: theirs } = transferOf(CLASSMATE);
  await set(GRADUATE, { state: 'completed' });
  await pass(due);
  expect(transferOf(GRADUATE)).toMatchObject({ state: 'completed', screenshots: [], droppedFiles: [] });
  expect(await Promise.all(mine.map(isThere))).toEqual([false]);
  expect(transferOf(CLASSMATE).screenshots).toEqual(theirs);
  expect(await Promise.all(theirs.map(isThere))).toEqual([true]);
  await pass(due + DAY_MS);
  expect(entries()).toMatchObject([{ actor: { role: 'system' }, facts: { files: 1 } }]);
});

it('looks again for who was not through, and leaves a season alone in which nothing is left', async () => {
  await set(GRADUATE, { state: 'completed' });
  await pass(due);
  await set(CLASSMATE, { state: 'completed', waitingSince: due });
  // Whoever has moved lately is at it.
  await pass(due + 100 * DAY_MS);
  expect(transferOf(CLASSMATE).screenshots).toHaveLength(1);
  await pass(due + 400 * DAY_MS);
  expect(transferOf(CLASSMATE).screenshots).toEqual([]);
  expect(entries().map(({ facts }) => facts)).toEqual([{ files: 1 }, { files: 1 }]);
  expect(world.store.all('seasons')[0]?.pictures?.nextAt).toBeNull();
});

/** What happened before an attempt is over counts for none of these. */
const KEPT: readonly (readonly [Transfer['state'], boolean])[] = [
  ['planned', true],
  ['draft', false],
  ['submitted', true],
  ['returned', false],
  ['approved', true],
  ['refused', false],
  ['timedOut', true],
  ['lapsed', false],
  ['withdrawn', false],
  ['completed', false],
];
it.each(KEPT)('of who is %s they stay: %s', async (state, stays) => {
  await set(GRADUATE, { state, deadlineAt: null, opensAt: null });
  await pass(due);
  expect(transferOf(GRADUATE).screenshots).toHaveLength(stays ? 1 : 0);
});

it('goes on where a turn broke off, and loses no file from sight', async () => {
  const [fileId = ''] = transferOf(GRADUATE).screenshots;
  await set(GRADUATE, { state: 'completed' });
  const { remove } = world.ports.files;
  let isBroken = true;
  jest.spyOn(world.ports.files, 'remove').mockImplementation(async (ids) => {
    if (isBroken) throw new Error('the storage does not answer');
    await remove(ids);
  });
  await pass(due);
  expect(transferOf(GRADUATE)).toMatchObject({ screenshots: [], droppedFiles: [fileId] });
  isBroken = false;
  await pass(due + DAY_MS);
  expect(transferOf(GRADUATE).droppedFiles).toEqual([]);
  expect(await isThere(fileId)).toBe(false);
  expect(entries()).toHaveLength(1);
});

it('goes on page by page, and says once how many went', async () => {
  await set(GRADUATE, { state: 'completed' });
  const one = transferOf(GRADUATE);
  const PEOPLE = 2 * PAGING.sweep + 10;
  for (let index = 0; index < PEOPLE; index += 1) {
    const fileId = await world.ports.files.upload(`more/${index}.png`, Buffer.from('x'));
    const memberId = `more-${index}`;
    world.store.plant('transfers', { ...one, _id: `2027-${memberId}`, memberId, screenshots: [fileId] });
  }
  await pass(due);
  const left = world.store.all('transfers').filter(({ screenshots }) => screenshots.length > 0);
  expect(left.map(({ accountId }) => accountId)).toEqual([CLASSMATE]);
  expect(entries().map(({ facts }) => facts)).toEqual([{ files: PEOPLE + 1 }]);
});

it('takes those of a season that is long over, although a newer one is not', async () => {
  const [season] = world.store.all('seasons');
  if (!season) throw new Error('the university has a season');
  world.store.plant('seasons', { ...season, _id: '2028', openedAt: season.openedAt + 1, deadlineAt: due });
  await set(GRADUATE, { state: 'completed' });
  await pass(due);
  expect(transferOf(GRADUATE).screenshots).toEqual([]);
});

it('leaves those of who has begun again between the look and the writing', async () => {
  await set(GRADUATE, { state: 'completed' });
  const { find } = world.store;
  jest.spyOn(world.store, 'find').mockImplementation(async (collection, query) => {
    const found = await find(collection, query);
    const isSweep = collection === 'transfers' && 'memberId' in query.where;
    if (isSweep) await set(GRADUATE, { state: 'draft', waitingSince: world.world.now });
    return found;
  });
  // Somebody else of the page is through, so that the page is written at all.
  await set(CLASSMATE, { state: 'completed' });
  await pass(due);
  expect(transferOf(GRADUATE).screenshots).toHaveLength(1);
  expect(transferOf(CLASSMATE).screenshots).toEqual([]);
});
