/** What waits for a secretary who leaves: where nobody else holds the office, the college has it on its desk. */
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import {
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
  plant({ waitsFor: 'secretary', approvals: { needed: ['secretary', 'college'], given: [] } });
});

const stored = (): Transfer => {
  const [transfer] = world.store.all('transfers');
  if (!transfer) throw new Error('nothing was handed in');
  return transfer;
};
const plant = (more: Partial<Transfer>) => world.store.plant('transfers', { ...stored(), ...more });
const onDesk = async () =>
  dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'approval' })).items.map(({ id }) => id);
const memberId = () => memberNamed(world, '周敏')._id;
const removeSecretary = () => world.call(TEACHER, 'teacher', 'removeSecretary', { memberId: memberId() });
const approve = () => {
  const { _id: transferId, version } = stored();
  const decided = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  return world.call(TEACHER, 'teacher', 'decide', decided);
};

it.each<[string, () => Promise<unknown>]>([
  ['is a secretary no more', removeSecretary],
  [
    'is unbound',
    async () =>
      dataOf(
        await world.call(TEACHER, 'teacher', 'unbindMember', { memberId: memberId(), reason: '换了微信' }),
      ),
  ],
])('goes to the college when the only one %s, and can be approved there', async (_how, leave) => {
  const { waitingSince } = stored();
  expect(await onDesk()).toEqual([]);
  world.world.now += 3_600_000;
  await leave();
  expect(stored()).toMatchObject({ waitsFor: 'college', waitingSince, state: 'submitted' });
  expect(await onDesk()).toEqual([stored()._id]);
  expect(dataOf(await approve()).state).toBe('approved');
});

it('is decided by the college, though a secretary has come since', async () => {
  dataOf(await removeSecretary());
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: memberId() }));
  const { version } = stored();
  const decided = { memberId: memberNamed(world, '林小雨')._id, version, decision: 'approve' } as const;
  expect(errorOf(await world.call(SECRETARY, 'secretary', 'decide', decided))).toBe('FORBIDDEN');
  expect(dataOf(await approve()).state).toBe('approved');
});

it('stays with the branch where another secretary is left', async () => {
  const other = memberNamed(world, '陈晨')._id;
  dataOf(await world.call(TEACHER, 'teacher', 'assignSecretary', { memberId: other }));
  dataOf(await removeSecretary());
  expect(stored().waitsFor).toBe('secretary');
  expect(await onDesk()).toEqual([]);
});

it('leaves alone what waits for somebody else', async () => {
  plant({ waitsFor: 'receiver', state: 'approved' });
  const before = stored();
  dataOf(await removeSecretary());
  expect(stored()).toEqual(before);
});
