import { keepNotices } from '../../../../../cloudfunctions/_shared/notices/telling/keep-notices';
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
