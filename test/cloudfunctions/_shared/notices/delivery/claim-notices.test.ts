/** Two timers that have looked at the same moment see the same notices; each notice goes to one of them. */
import { claimBatch, findDue } from '../../../../../cloudfunctions/_shared/notices/delivery/claim-notices';
import { giveCredits, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, SECRETARY, 3);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
});

const dueBatch = async () => {
  const [batch] = (await findDue(world.ports)).batches;
  if (!batch) throw new Error('nothing is due');
  return batch;
};

it('gives a notice that two timers saw to the first that takes it', async () => {
  const [first, second] = [await dueBatch(), await dueBatch()];
  expect(second.ids).toEqual(first.ids);
  const taken = await claimBatch(world.ports, first);
  const late = await claimBatch(world.ports, second);
  expect(taken.notices.map(({ _id }) => _id)).toEqual([...first.ids]);
  expect(late.notices).toEqual([]);
});

it('counts no attempt for the timer that came too late', async () => {
  const batch = await dueBatch();
  await claimBatch(world.ports, batch);
  await claimBatch(world.ports, batch);
  const [notice] = world.store.all('notices').filter(({ _id }) => batch.ids.includes(_id));
  expect(notice?.attempts).toBe(1);
});

it('leaves a notice alone that was sent between the look and the claim', async () => {
  const batch = await dueBatch();
  const [notice] = world.store.all('notices').filter(({ _id }) => batch.ids.includes(_id));
  world.store.plant('notices', { ...notice!, status: 'sent', settledAt: world.world.now });
  expect((await claimBatch(world.ports, batch)).notices).toEqual([]);
  expect(world.store.all('notices').find(({ _id }) => _id === notice?._id)?.status).toBe('sent');
});
