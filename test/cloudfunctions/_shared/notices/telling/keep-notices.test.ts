import { keepClaimed, keepNotices } from '../../../../../cloudfunctions/_shared/notices/telling/keep-notices';
import { fail } from '../../../../../miniprogram/domain/errors';
import { GRADUATE, openUniversity, submitEmployed } from '../../../support/people';
import type { World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
});

const first = () => {
  const [notice] = world.store.all('notices');
  if (!notice) throw new Error('the college was told');
  return notice;
};
/** The same message, of what came after it on the same day. */
const later = () => ({ ...first(), planId: 'of another attempt', text: '又交了一次' });

it('makes a message again without a transaction, and leaves it as it is where it says the same', async () => {
  const transact = jest.spyOn(world.store, 'transact');
  await keepNotices(world, [later()]);
  expect(first()).toMatchObject({ planId: 'of another attempt', text: '又交了一次' });
  const after = first();
  await keepNotices(world, [first()]);
  expect(first()).toEqual(after);
  expect(transact).not.toHaveBeenCalled();
});

it('writes only what is another now, so that what somebody writes beside it stays', async () => {
  const changeAll = jest.spyOn(world.store, 'changeAll');
  const { planId, text, version } = later();
  await keepNotices(world, [later()]);
  const set = { planId, text, version: version + 1 };
  expect(changeAll).toHaveBeenCalledWith('notices', expect.anything(), { set });
});

it('makes it again in a transaction where somebody has changed it meanwhile', async () => {
  const { changeAll } = world.store;
  jest.spyOn(world.store, 'changeAll').mockResolvedValueOnce(0).mockImplementation(changeAll);
  await keepNotices(world, [later()]);
  expect(first()).toMatchObject({ planId: 'of another attempt' });
});

it('touches nothing that is being sent', async () => {
  const target = { _id: { in: [first()._id] } };
  await world.store.changeAll('notices', target, { set: { status: 'sending' } });
  await keepNotices(world, [later()]);
  expect(first().planId).not.toBe('of another attempt');
});

it('makes anew what was dropped before it left, and keeps that it may have been sent', async () => {
  const { version } = first();
  const dropped = { status: 'cancelled', mayRepeat: true } as const;
  await world.store.changeAll('notices', { _id: { in: [first()._id] } }, { set: dropped });
  await keepNotices(world, [{ ...later(), status: 'planned', mayRepeat: false }]);
  expect(first()).toMatchObject({ status: 'planned', mayRepeat: true, version: version + 1 });
});

it('shows what was told today already anew and unread, and sends no second message', async () => {
  const told = { status: 'sent', readAt: world.world.now } as const;
  await world.store.changeAll('notices', { _id: { in: [first()._id] } }, { set: told });
  await keepNotices(world, [{ ...later(), status: 'planned' }]);
  expect(first()).toMatchObject({ status: 'sent', readAt: null, text: '又交了一次' });
});

it('says that it could not be made again where rivals are without end', async () => {
  jest.spyOn(world.store, 'changeAll').mockResolvedValueOnce(0);
  jest.spyOn(world.store, 'transact').mockResolvedValueOnce(fail('BUSY'));
  await expect(keepNotices(world, [later()])).rejects.toThrow('a notice could not be made again');
});

describe('several at once', () => {
  const ids = ['n-1', 'n-2'];
  const plant = (more: object = {}) => {
    for (const _id of ids) world.store.plant('notices', { ...first(), _id, ...more });
  };
  const anew = () => ids.map((_id) => ({ ...later(), _id, text: `又交了一次 ${_id}` }));
  const of = (id: string) => world.store.all('notices').find(({ _id }) => _id === id);

  it.each([false, true])('each is made again in its own words, beside rivals: %s', async (hasRivals) => {
    plant();
    const { version } = first();
    if (hasRivals) {
      const { changeAll } = world.store;
      const changed = jest.spyOn(world.store, 'changeAll');
      changed.mockResolvedValueOnce(0).mockResolvedValueOnce(0).mockImplementation(changeAll);
    }
    await keepNotices(world, anew());
    expect(ids.map((id) => of(id)?.text)).toEqual(['又交了一次 n-1', '又交了一次 n-2']);
    expect(of('n-1')).toMatchObject({ status: 'planned', version: version + 1 });
  });

  it('a sender gets those that are new, and those it had stored itself before it broke off', async () => {
    const lease = { id: 'lease-1', endsAt: world.world.now + 60_000 };
    plant();
    const own = { status: 'sending', leaseId: lease.id, attempts: 1 } as const;
    await world.store.changeAll('notices', { _id: { in: ['n-2'] } }, { set: own });
    const claimed = await keepClaimed(world, [...anew(), { ...later(), _id: 'n-3' }], lease);
    expect(claimed.map(({ _id }) => _id)).toEqual(['n-2', 'n-3']);
    expect(of('n-3')).toMatchObject({ ...own, nextAt: lease.endsAt });
    // What another had planned already is told as it is now, by whoever claims it.
    expect(of('n-1')).toMatchObject({ status: 'planned', leaseId: null, text: '又交了一次 n-1' });
  });
});
