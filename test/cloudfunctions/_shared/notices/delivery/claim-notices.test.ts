/** Two timers that have looked at the same moment see the same notices; each notice goes to one of them. */
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
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

it('gives nothing to a sender whose lease was taken over before it could read', async () => {
  const batch = await dueBatch();
  const { getMany } = world.store;
  const changed = jest.spyOn(world.store, 'changeAll').mockImplementationOnce(async (...asked) => {
    changed.mockRestore();
    const taken = await world.store.changeAll(...asked);
    for (const notice of await getMany('notices', batch.ids))
      world.store.plant('notices', { ...notice, leaseId: 'of another' });
    return taken;
  });
  expect((await claimBatch(world.ports, batch)).notices).toEqual([]);
});

it('says that a batch is thinned by what cannot be read, and claims the rest', async () => {
  const batch = await dueBatch();
  expect((await claimBatch(world.ports, batch)).isThinned).toBe(false);
  const [notice] = world.store.all('notices');
  const due = { ...notice!, status: 'planned', leaseId: null, nextAt: world.world.now };
  world.store.plant('notices', { ...due, _id: 'n-good' });
  world.store.plant('notices', { ...due, _id: 'n-bad', kind: 'of a later release' });
  const claim = await claimBatch(world.ports, { from: 'planned', ids: ['n-good', 'n-bad'] });
  expect(claim).toMatchObject({ isThinned: true, notices: [{ _id: 'n-good' }] });
});

describe('a look at what is due', () => {
  /** So many planned notices, the later ones due the earlier. */
  const plant = (count: number, more: object = {}): void => {
    const [notice] = world.store.all('notices');
    for (let index = 0; index < count; index += 1) {
      const nextAt = world.world.now - index;
      world.store.plant('notices', { ...notice!, _id: `n-${index}`, status: 'planned', nextAt, ...more });
    }
  };
  beforeEach(async () => {
    await world.tick();
  });

  it('begins with a few, the longest due first, so that sending starts at once', async () => {
    const count = DELIVERY.firstBatchSize + DELIVERY.batchSize + 1;
    plant(count);
    const { batches, more } = await findDue(world.ports);
    expect(batches.map(({ ids }) => ids.length)).toEqual([DELIVERY.firstBatchSize, DELIVERY.batchSize, 1]);
    expect(batches[0]?.ids[0]).toBe(`n-${count - 1}`);
    expect(more).toBe(false);
  });

  it.each([
    [DELIVERY.lookAhead - 1, false],
    [DELIVERY.lookAhead, true],
  ])('of %d says whether there may be more than one look can see: %s', async (count, isMore) => {
    plant(count);
    expect((await findDue(world.ports)).more).toBe(isMore);
  });

  it('passes over what a later release wrote only where it is asked to', async () => {
    plant(2, { recordVersion: 99 });
    expect((await findDue(world.ports)).batches).toMatchObject([{ from: 'planned', ids: ['n-1', 'n-0'] }]);
    expect((await findDue(world.ports, { known: true })).batches).toEqual([]);
  });

  it('leaves alone what is due later', async () => {
    plant(1, { nextAt: world.world.now + 1 });
    expect((await findDue(world.ports)).batches).toEqual([]);
  });
});
