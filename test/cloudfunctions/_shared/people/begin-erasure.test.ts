/** How an erasure begins: the account survives only for other rights, and one that overtakes another forgets nothing. */
import { accountsOf, beginErasure, personIn } from '../../../../cloudfunctions/_shared/people/begin-erasure';
import type { Erasure, Member } from '../../../../cloudfunctions/_shared/store/records';
import { ok } from '../../../../miniprogram/domain/errors';
import { memberNamed, openUniversity, OTHER_SECRETARY, SECRETARY, TEACHER } from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const begin = async (member: Member, movesFigures = false): Promise<Erasure> =>
  dataOf(
    await world.store.transact(async (tx) =>
      ok(await beginErasure(world.ports, tx, member, { now: world.world.now, movesFigures })),
    ),
  );
const accountOf = (openid: string) => world.store.all('accounts').find(({ _id }) => _id === openid);
const branchOf = ({ branchId }: Member) => world.store.all('branches').find(({ _id }) => _id === branchId);

it('takes of two secretaries of a branch the one, and the account that has no other right', async () => {
  const member = memberNamed(world, '周敏');
  const branch = branchOf(member)!;
  const second = { accountId: OTHER_SECRETARY, name: '吴昊' };
  world.store.plant('branches', { ...branch, secretaries: [...branch.secretaries, second] });
  const erasure = await begin(member);
  expect(branchOf(member)).toMatchObject({ secretaries: [second], version: branch.version + 1 });
  expect(accountOf(SECRETARY)).toBeUndefined();
  expect(erasure).toMatchObject({ state: 'erasing', person: { accountId: SECRETARY, isSecretary: true } });
  // Whoever does it has two minutes before the timer goes on with it.
  expect(erasure.nextAt).toBe(world.world.now + 2 * 60_000);
});

it('touches no branch whose office they do not hold', async () => {
  const member = memberNamed(world, '林小雨');
  const branch = branchOf(member);
  await begin(member);
  expect(branchOf(member)).toEqual(branch);
});

it('leaves the account of a teacher, which is nobody’s on the roster from then on', async () => {
  const teacher = accountOf(TEACHER)!;
  const member = { ...memberNamed(world, '林小雨'), accountId: TEACHER };
  world.store.plant('accounts', { ...teacher, memberId: member._id });
  await begin(member);
  expect(accountOf(TEACHER)).toEqual({ ...teacher, memberId: null, version: teacher.version + 1 });
});

it('leaves an account alone that is somebody else’s by now, and needs none', async () => {
  const member = memberNamed(world, '林小雨');
  const before = world.store.all('accounts');
  await begin({ ...member, accountId: SECRETARY });
  const { person } = await begin({ ...member, accountId: null });
  expect(world.store.all('accounts')).toEqual(before);
  expect(person?.accountId).toBeNull();
});

describe('one that overtakes another of the same person', () => {
  const FOLDERS = ['screenshots/m/one'];
  const again = () => begin({ ...memberNamed(world, '周敏'), accountId: 'oAgain', isSecretary: false });
  const overtake = async (change: (first: Erasure) => object) => {
    const first = await begin(memberNamed(world, '周敏'), true);
    world.store.plant('erasures', { ...first, ...change(first) });
    return again();
  };
  const withFolders = ({ person }: Erasure) => ({ ...person!, folders: FOLDERS });

  it('knows the WeChats, folders and office of the first, and moves the figures it was to move', async () => {
    const second = await overtake((first) => ({ person: withFolders(first) }));
    expect(second).toMatchObject({
      movesFigures: true,
      person: { earlierAccountIds: [SECRETARY], folders: FOLDERS, isSecretary: true },
    });
    expect(accountsOf(second.person!)).toEqual(['oAgain', SECRETARY]);
  });

  it('moves no figures again that have been moved, and reads what was sealed for the last look', async () => {
    const second = await overtake((first) => ({
      state: 'settling',
      person: null,
      personSealed: world.ports.cipher.seal(JSON.stringify(withFolders(first)), first._id),
    }));
    expect(second).toMatchObject({
      movesFigures: false,
      person: { earlierAccountIds: [SECRETARY], folders: FOLDERS },
    });
  });

  it('goes on with what it knows itself where the seal does not open', async () => {
    const second = await overtake(() => ({
      state: 'settling',
      person: null,
      personSealed: 'v2.1.of.another.key',
    }));
    expect(second.person).toMatchObject({ earlierAccountIds: [], folders: [], isSecretary: false });
    expect(personIn(world.ports, { ...second, person: null })).toBeUndefined();
  });
});
