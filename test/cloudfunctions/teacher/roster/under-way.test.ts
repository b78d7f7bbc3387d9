/** What a roster does to people who have signed in, and to what they have under way. */
import { ROSTER_RUN } from '../../../../cloudfunctions/_shared/roster/limits';
import type { Transfer } from '../../../../cloudfunctions/_shared/store/records';
import {
  ADMIN,
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

describe('what waits for a secretary whom the roster', () => {
  const MOVED = ['S001', '周敏', '机械2301团支部', '', '2027-06', '', '是'];
  const NO_MORE = ['S001', '周敏', '光电2302团支部', '', '2027-06', '', '否'];
  const transfer = (): Transfer => {
    const [one] = world.store.all('transfers');
    if (!one) throw new Error('it was handed in below');
    return one;
  };
  const check = async (rows: string[][]) =>
    dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows))).run.id;
  const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
  const request = () => world.store.all('resetRequests')[0];
  beforeEach(async () => {
    await signInAll(world, university);
    await submitEmployed(world, GRADUATE);
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    const approvals: Transfer['approvals'] = { needed: ['secretary', 'college'], given: [] };
    world.store.plant('transfers', { ...transfer(), waitsFor: 'secretary', approvals });
  });

  it.each([
    ['moves to another branch', MOVED],
    ['names a secretary no more', NO_MORE],
  ])('%s goes to the college, approvals and codes alike', async (_how, row) => {
    expect(request()?.handler.role).toBe('secretary');
    dataOf(await apply(await check([row])));
    expect(world.store.all('branches').find(({ name }) => name === '光电2302团支部')?.secretaries).toEqual(
      [],
    );
    expect(transfer()).toMatchObject({ waitsFor: 'college', state: 'submitted' });
    expect(request()).toMatchObject({ state: 'escalated', handler: { role: 'teacher' } });
  });

  it('moves goes to whom the same roster names in their place', async () => {
    dataOf(
      await apply(await check([MOVED, line('S003', '陈晨', '光电2302团支部', ['', '2027-06', '', '是'])])),
    );
    expect(transfer().waitsFor).toBe('secretary');
    expect(request()).toMatchObject({ state: 'waiting', handler: { role: 'secretary', name: '陈晨' } });
  });

  it('leaves in office stays with them', async () => {
    const before = [transfer(), request()];
    dataOf(await apply(await check([['S001', '周敏', '光电2302团支部', '2004-01', '2027-06', '', '是']])));
    expect([transfer(), request()]).toEqual(before);
  });

  /** The writing is stopped once the secretary is written, before anybody has heard of it. */
  const breakOff = async (): Promise<string> => {
    const runId = await check([MOVED]);
    const { changeAll } = world.store;
    world.store.changeAll = async (collection, target, change) => {
      if (collection === 'members') throw new Error('stopped');
      return changeAll(collection, target, change);
    };
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await apply(runId);
    error.mockRestore();
    world.store.changeAll = changeAll;
    expect(world.store.all('members').find(({ name }) => name === '周敏')?.branchName).toBe('机械2301团支部');
    expect(transfer().waitsFor).toBe('secretary');
    world.world.now += ROSTER_RUN.leaseMs;
    return runId;
  };
  const stateOf = async (runId: string) =>
    dataOf(await world.call(ADMIN, 'teacher', 'rosterProgress', { runId })).run.state;

  it('moves is made up for by the timer when the writing broke off in between', async () => {
    const runId = await breakOff();
    await world.tick();
    expect([transfer().waitsFor, request()?.handler.role]).toEqual(['college', 'teacher']);
    expect(await stateOf(runId)).toBe('applied');
  });

  it('moves is made up for also when the rest is not written: whoever let it be may no longer', async () => {
    const others = Array.from({ length: 25 }, (_, number) => person(`S1${number + 10}`, `安${number + 10}`));
    await importRoster(world, TEACHER, university.collegeId, others);
    const moved = others.map(({ studentNumber, name }) =>
      line(studentNumber, name, '机械2301团支部', ['', '2027-07']),
    );
    const runId = await check([MOVED, ...moved]);
    const last = world.store.all('members').find(({ name }) => name === '安34')?._id ?? '';
    const branchOf = (name: string) =>
      world.store.all('members').find((one) => one.name === name)?.branchName;
    const { getMany } = world.store;
    // The writing breaks off at the second part, once the first is written.
    world.store.getMany = async (collection, ids) => {
      if (collection !== 'members' || !ids.includes(last)) return getMany(collection, ids);
      while (branchOf('周敏') !== '机械2301团支部') await new Promise(setImmediate);
      throw new Error('stopped');
    };
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await apply(runId);
    error.mockRestore();
    world.store.getMany = getMany;
    expect(transfer().waitsFor).toBe('secretary');
    dataOf(await world.call(ADMIN, 'teacher', 'removeTeacher', { accountId: TEACHER }));
    world.world.now += ROSTER_RUN.leaseMs;
    await world.tick();
    expect([transfer().waitsFor, request()?.state]).toEqual(['college', 'escalated']);
    expect(await stateOf(runId)).toBe('stopped');
    expect([branchOf('周敏'), branchOf('安34')]).toEqual(['机械2301团支部', '光电2302团支部']);
  });
});
