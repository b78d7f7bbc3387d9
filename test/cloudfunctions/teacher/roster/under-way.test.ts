/** What a roster does to people who have signed in, and to what they have under way. */
import {
  foundUniversity,
  GRADUATE,
  OTHER_SECRETARY,
  OTHER_TEACHER,
  person,
  ROSTER,
  SECRETARY,
  signInAll,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { line, sheet, upload } from '../../support/sheets';
import { createWorld, dataOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const load = (people: Parameters<typeof importRoster>[3]) =>
  importRoster(world, TEACHER, university.collegeId, people);

it('keeps the invite codes of branches and gives new ones their own', async () => {
  const branches = await load([...ROSTER, person('S010', '张一', { branchName: '新团支部' })]);
  const codes = Object.fromEntries(branches.map(({ name, inviteCode }) => [name, inviteCode]));
  expect(codes).toMatchObject(university.codes);
  expect(new Set(Object.values(codes)).size).toBe(3);
});

it('does not unbind anybody, and moves a signed-in secretary with the roster', async () => {
  await signInAll(world, university);
  const moved = person('S001', '周敏', { isSecretary: true, branchName: '机械2301团支部' });
  await load([moved, person('S002', '林小雨', { isSecretary: true })]);
  const branches = Object.fromEntries(world.store.all('branches').map((branch) => [branch.name, branch]));
  const contacts = (name: string) => branches[name]?.secretaries.map(({ accountId }) => accountId);
  expect(contacts('光电2302团支部')).toEqual([GRADUATE]);
  expect(contacts('机械2301团支部')).toEqual(['oOtherSecretary', SECRETARY]);
  const { roles } = dataOf(await world.call(GRADUATE, 'account', 'whoAmI', {})).account ?? { roles: [] };
  expect(roles.map(({ role }) => role)).toContain('secretary');
});

describe('what is under way of a person who moves', () => {
  const MOVED = person('S002', '林小雨', { branchName: '机械2301团支部' });
  const boardOf = async (openid: string) =>
    dataOf(await world.call(openid, 'secretary', 'branchBoard', {})).members.map(({ name, state }) => [
      name,
      state,
    ]);
  beforeEach(async () => {
    await signInAll(world, university);
    await submitEmployed(world, GRADUATE);
  });

  it.each([
    ['signed in', false],
    ['taken off their WeChat', true],
  ])('goes along to the new branch: %s', async (_, isUnbound) => {
    const memberId = world.store.all('members').find(({ name }) => name === '林小雨')?._id ?? '';
    if (isUnbound)
      dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '换了手机' }));
    await load([MOVED]);
    expect(await boardOf(OTHER_SECRETARY)).toContainEqual(['林小雨', 'submitted']);
    expect(await boardOf(SECRETARY)).not.toContainEqual(['林小雨', 'submitted']);
    const [transfer] = world.store.all('transfers');
    expect(transfer).toMatchObject({ branchName: '机械2301团支部' });
  });

  it('is listed under the name they are given by the roster', async () => {
    await load([person('S002', '林晓雨')]);
    const { people } = dataOf(
      await world.call(TEACHER, 'teacher', 'people', { filter: { by: 'state', state: 'submitted' } }),
    );
    expect(people).toEqual([expect.objectContaining({ name: '林晓雨', studentNumber: 'S002', bound: true })]);
  });

  it('is also the code they wait for: only the new secretary sees it', async () => {
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    await load([MOVED]);
    const waitingFor = async (openid: string) =>
      dataOf(await world.call(openid, 'secretary', 'resetQueue', {})).waiting.map(
        ({ memberName }) => memberName,
      );
    expect(await waitingFor(OTHER_SECRETARY)).toEqual(['林小雨']);
    expect(await waitingFor(SECRETARY)).toEqual([]);
  });
});

it('does not take a person from another college', async () => {
  const bytes = await sheet([line('S002', '林小雨')]);
  const { run } = dataOf(await upload(world, OTHER_TEACHER, university.otherCollegeId, bytes));
  const asked = { runId: run.id, only: 'bad' } as const;
  const { rows } = dataOf(await world.call(OTHER_TEACHER, 'teacher', 'rosterRows', asked));
  expect(rows).toMatchObject([{ row: 2, column: '学号', value: 'S002', problem: 'other-college' }]);
});
