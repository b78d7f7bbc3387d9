/** When the timer has to look after a message again, and how little it costs to ask while there is none. */
import { nextOpenAt } from '../../../../../cloudfunctions/_shared/notices/delivery/next-open';
import { GRADUATE, openUniversity } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});
afterEach(() => jest.restoreAllMocks());

it('is never while all are told, which one request says', async () => {
  const counted = jest.spyOn(world.store, 'count');
  const found = jest.spyOn(world.store, 'find');
  expect(await nextOpenAt(world.ports)).toBe(Infinity);
  expect([counted.mock.calls.length, found.mock.calls.length]).toEqual([1, 0]);
});

it('is the due time of what is planned, or the end of the lease of what is being sent', async () => {
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [notice] = world.store.all('notices');
  if (!notice) throw new Error('nobody was told');
  const nextAt = notice.dueAt + 1;
  world.store.plant('notices', { ...notice, status: 'sending', nextAt });
  expect(await nextOpenAt(world.ports)).toBe(nextAt);
  world.store.plant('notices', { ...notice, _id: 'n-sooner', status: 'planned', nextAt: nextAt - 1 });
  expect(await nextOpenAt(world.ports)).toBe(nextAt - 1);
  for (const one of world.store.all('notices')) world.store.plant('notices', { ...one, status: 'sent' });
  expect(await nextOpenAt(world.ports)).toBe(Infinity);
});
