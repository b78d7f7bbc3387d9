/** However the deadlines lie, each transfer is looked at once, and days without any cost next to nothing. */
import { approvedUntil } from '../../../../../cloudfunctions/_shared/notices/reminders/candidates';
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
