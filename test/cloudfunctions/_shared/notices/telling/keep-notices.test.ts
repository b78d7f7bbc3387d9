import { keepNotices } from '../../../../../cloudfunctions/_shared/notices/telling/keep-notices';
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
