/** What an erasure takes, how much it says is gone, and what it leaves because it is not theirs. */
import { beginErasure } from '../../../../cloudfunctions/_shared/people/begin-erasure';
import { eraseTransfers, finishErasure } from '../../../../cloudfunctions/_shared/people/erase-person';
import { finishErasures } from '../../../../cloudfunctions/_shared/people/finish-erasures';
import { goneOf } from '../../../../cloudfunctions/_shared/people/forget';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import type { Erasure, Transfer } from '../../../../cloudfunctions/_shared/store/records';
import { fail, ok } from '../../../../miniprogram/domain/errors';
import {
  CLASSMATE,
  GRADUATE,
  memberNamed,
  openUniversity,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { dataOf, errorOf, type World } from '../../support/world';

const MINUTE = 60_000;
const NOTHING = { transfers: 0, files: 0, resetRequests: 0, notices: 0 };
const MOVES = { movesFigures: true };

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

/** Takes somebody off their WeChat, as whatever erases them does first. */
const begin = async (name: string): Promise<Erasure> =>
  dataOf(
    await world.store.transact(async (tx) => {
      const member = memberNamed(world, name);
      tx.put('members', { ...member, accountId: null, version: member.version + 1 });
      return ok(await beginErasure(world.ports, tx, member, { now: world.world.now, ...MOVES }));
    }),
  );
const transferOf = (openid: string): Transfer =>
  world.store.all('transfers').find(({ accountId }) => accountId === openid)!;

it('says how much of the person is gone', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const { _id: memberId } = memberNamed(world, '林小雨');
  const notices = world.store.all('notices').filter(({ aboutId }) => aboutId === memberId).length;
  expect(notices).toBeGreaterThan(1);
  const erased = dataOf(await finishErasure(world.ports, await begin('林小雨')));
  expect(erased).toEqual({ transfers: 1, files: 1, resetRequests: 1, notices });
  expect(world.store.all('erasures')).toMatchObject([
    { state: 'settling', person: null, nextAt: world.world.now + 5 * MINUTE },
  ]);
});

it('has nothing to do where all is gone already', async () => {
  const erasure = await begin('林小雨');
  const before = world.store.text();
  expect(dataOf(await finishErasure(world.ports, { ...erasure, person: null }))).toEqual(NOTHING);
  expect(world.store.text()).toBe(before);
});

it('leaves a transfer that got another picture since it was read, and passes over one that is gone', async () => {
  await submitEmployed(world, GRADUATE);
  await submitEmployed(world, CLASSMATE);
  const [mine, other] = [transferOf(GRADUATE), transferOf(CLASSMATE)];
  world.store.plant('transfers', {
    ...mine,
    screenshots: [...mine.screenshots, 'cloud://env.bucket/new.png'],
  });
  await world.store.removeAll('transfers', [other._id]);
  expect(dataOf(await eraseTransfers(world.ports, [mine, other], MOVES))).toBe(2);
  expect(world.store.all('transfers').map(({ _id }) => _id)).toEqual([mine._id]);
});

it('stays under way when something stands in its way, for the timer to go on', async () => {
  await submitEmployed(world, GRADUATE);
  const erasure = await begin('林小雨');
  const busy = { ...world.store, transact: async () => fail('BUSY') } as Ports['store'];
  expect(errorOf(await finishErasure({ ...world.ports, store: busy }, erasure))).toBe('BUSY');
  expect(world.store.all('erasures')).toEqual([erasure]);
  // Whoever began it has two minutes.
  expect(await finishErasures(world.ports)).toBe(0);
  world.world.now += 2 * MINUTE;
  expect(await finishErasures(world.ports)).toBe(1);
  expect(world.store.all('transfers')).toEqual([]);
});

it('leaves a WeChat that was theirs once to whom it belongs now', async () => {
  const { _id: memberId, branchName } = memberNamed(world, '林小雨');
  dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '登录错了人' }));
  const branches = await importRoster(world, TEACHER, university.collegeId, [person('S011', '何未来')]);
  const { inviteCode = '' } = branches.find(({ name }) => name === branchName) ?? {};
  const signIn = (openid: string, studentNumber: string, name: string) =>
    world.call(openid, 'account', 'signIn', { studentNumber, name, inviteCode });
  dataOf(await signIn(GRADUATE, 'S011', '何未来'));
  dataOf(await signIn('oNewPhone', 'S002', '林小雨'));
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const { id: requestId } = dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).resetRequest ?? {
    id: '',
  };
  dataOf(await world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
  const of = () => [
    world.store.all('notices').filter(({ accountId }) => accountId === GRADUATE).length,
    world.store.all('audits').filter(({ actor }) => actor.accountId === GRADUATE).length,
  ];
  const before = of();
  expect(before[0]).toBe(1);
  await finishErasure(world.ports, await begin('林小雨'));
  expect(of()).toEqual(before);
});

it('the last look takes a name that was told after it had been forgotten', async () => {
  await submitEmployed(world, CLASSMATE);
  const other = transferOf(CLASSMATE);
  const at = world.world.now;
  await finishErasure(world.ports, await begin('周敏'));
  const late = { at, step: 'approve', by: { role: 'secretary', name: '周敏' }, attempt: 1 };
  world.store.plant('transfers', { ...other, timeline: [...other.timeline, late] });
  const [deed] = world.store.all('audits');
  const actor = { role: 'secretary', accountId: goneOf(SECRETARY) };
  const act = { ...deed!, _id: 'a-late', at, actor, subjectId: other._id, action: 'approve' };
  world.store.plant('audits', act);
  world.world.now += 6 * MINUTE;
  expect(await finishErasures(world.ports)).toBe(1);
  expect(transferOf(CLASSMATE).timeline.at(-1)).toEqual({
    ...late,
    by: { role: 'secretary', name: '团支书' },
  });
});

it('leaves to the college what waited for the only secretary of a branch', async () => {
  await submitEmployed(world, GRADUATE);
  const approvals = { needed: ['secretary', 'college'], given: [] };
  world.store.plant('transfers', { ...transferOf(GRADUATE), waitsFor: 'secretary', approvals });
  dataOf(await world.call(SECRETARY, 'graduate', 'deleteMyData', {}));
  expect(transferOf(GRADUATE)).toMatchObject({ waitsFor: 'college', state: 'submitted' });
  const { items } = dataOf(await world.call(TEACHER, 'teacher', 'queue', { kind: 'approval' }));
  expect(items.map(({ id }) => id)).toEqual([transferOf(GRADUATE)._id]);
});

it('is done also where nobody can read the branch any more: what waits there stays', async () => {
  await submitEmployed(world, GRADUATE);
  world.store.plant('transfers', { ...transferOf(GRADUATE), waitsFor: 'secretary' });
  const erasure = await begin('周敏');
  const branch = world.store.all('branches').find(({ _id }) => _id === erasure.person?.branchId);
  world.store.plant('branches', { ...branch, secretaries: '周敏' } as never);
  dataOf(await finishErasure(world.ports, erasure));
  expect(transferOf(GRADUATE).waitsFor).toBe('secretary');
  expect(world.store.all('erasures')).toMatchObject([{ state: 'settling', person: null }]);
});
