/** However the deadlines lie, each transfer is looked at once, and days without any cost next to nothing. */
import { atChinaTime } from '../../../../../miniprogram/domain/calendar/china-time';
import {
  approvedOn,
  approvedUntil,
  boundOf,
} from '../../../../../cloudfunctions/_shared/notices/reminders/candidates';
import type { Transfer } from '../../../../../cloudfunctions/_shared/store/records';
import { GRADUATE, openUniversity, submitEmployed } from '../../../support/people';
import type { World } from '../../../support/world';

const FROM = 20_000;
const UNTIL = FROM + 7;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
});

/** As many transfers as said whose receiver's clock ends on these days, counted from `FROM`. */
const plant = (counts: Readonly<Record<number, number>>): void => {
  const [transfer] = world.store.all('transfers');
  for (const [ahead, count] of Object.entries(counts))
    for (let number = 0; number < count; number += 1) {
      const name = `t-${ahead}-${number}`;
      const deadlineDay = FROM + Number(ahead);
      world.store.plant('transfers', {
        ...transfer!,
        ...{ _id: name, queueKey: name, state: 'approved', deadlineDay },
      });
    }
};

const look = async (): Promise<{ seen: Transfer[]; requests: number }> => {
  let requests = 0;
  const store: World['ports']['store'] = {
    ...world.ports.store,
    find: (collection, query) => {
      requests += 1;
      return world.ports.store.find(collection, query);
    },
  };
  const seen: Transfer[] = [];
  for await (const some of approvedUntil({ store }, FROM, UNTIL)) seen.push(...some);
  return { seen, requests };
};

it.each([
  ['none', {}, 0, 1],
  ['a few', { 0: 1, 3: 2, 7: 1, 8: 4 }, 4, 1],
  ['those of yesterday', { [-1]: 300, 2: 1 }, 1, 1],
  ['many on one day', { 3: 600 }, 600, 5],
  ['just as many as one look takes', { 3: 250 }, 250, 4],
  ['many later', { 1: 5, 8: 600 }, 5, 1],
  ['many on the last day', { 1: 5, 7: 300 }, 305, 3],
  ['many on several days', { 0: 10, 2: 300, 3: 20, 5: 260, 6: 2 }, 592, 7],
])('sees %s, each once', async (_, counts, expected, most) => {
  plant(counts);
  const { seen, requests } = await look();
  expect(seen).toHaveLength(expected);
  expect(new Set(seen.map(({ _id }) => _id)).size).toBe(expected);
  expect(requests).toBeLessThanOrEqual(most);
});

const named = (count: number): string[] =>
  Array.from({ length: count }, (_, number) => `x-${String(number).padStart(4, '0')}`);

const idsIn = async (pages: AsyncIterable<readonly { readonly _id: string }[]>): Promise<string[]> => {
  const seen: string[] = [];
  for await (const page of pages) seen.push(...page.map(({ _id }) => _id));
  return seen;
};

/** More than two looks take. */
const MANY = 1001;

it.each([499, 500, MANY])('finds each of %d people let go without a clock, once', async (count) => {
  const [transfer] = world.store.all('transfers');
  for (const name of named(count))
    world.store.plant('transfers', {
      ...transfer!,
      ...{ _id: name, queueKey: name, state: 'approved', deadlineDay: null },
      waitingSince: atChinaTime(FROM, 23, 59),
    });
  expect(await idsIn(approvedOn(world.ports, [FROM - 1, FROM]))).toEqual(named(count));
  expect(await idsIn(approvedOn(world.ports, [FROM - 1, FROM + 1]))).toEqual([]);
});

it.each([500, MANY])('finds whoever signed in among %d people of the college, once', async (count) => {
  const [member] = world.store.all('members').filter(({ accountId }) => accountId !== null);
  const hasSignedIn = (name: string) => !name.endsWith('7');
  for (const name of named(count))
    world.store.plant('members', {
      ...member!,
      ...{ _id: name, numberKey: name, collegeId: 'c-x', accountId: hasSignedIn(name) ? `a-${name}` : null },
    });
  expect(await idsIn(boundOf(world.ports, 'c-x'))).toEqual(named(count).filter(hasSignedIn));
});
