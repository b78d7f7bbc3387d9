import {
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const member = (name: string) => {
  const found = world.store.all('members').find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const branch = (name: string) => world.store.all('branches').find((one) => one.name === name);
const OPTICS = '光电2302团支部';
const MOTORS = '机械2301团支部';
const board = async () => dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
const actions = () => world.store.all('audits').map(({ action }) => action);

describe('a name or number put right', () => {
  const correct = (of: string, name: string, studentNumber: string, openid = TEACHER) =>
    world.call(openid, 'teacher', 'correctMember', { memberId: member(of)._id, name, studentNumber });

  it('stays the same person, with what they have under way under the new name and number', async () => {
    const { id } = await submitEmployed(world, GRADUATE);
    const before = member('林小雨');
    dataOf(await correct('林小雨', '林晓雨', 'S-002 B'));
    expect(member('林晓雨')).toMatchObject({ _id: before._id, studentNumber: 'S002B', accountId: GRADUATE });
    const transfer = world.store.all('transfers').find(({ _id }) => _id === id);
    expect(transfer).toMatchObject({ memberName: '林晓雨', studentNumber: 'S002B' });
    expect(dataOf(await world.call(TEACHER, 'teacher', 'findPeople', { text: 'S002B' })).total).toBe(1);
    expect(actions()).toContain('correct-member');
  });

  it('can be taken back by the same way', async () => {
    const before = member('林小雨');
    dataOf(await correct('林小雨', '林晓雨', 'S999'));
    dataOf(await correct('林晓雨', '林小雨', 'S002'));
    expect(member('林小雨')).toEqual({ ...before, version: before.version + 2 });
  });

  it('takes nobody else’s number', async () => {
    const reply = await correct('林小雨', '林小雨', 's003');
    expect(errorOf(reply)).toBe('CONFLICT');
    expect(member('林小雨').studentNumber).toBe('S002');
  });

  it('keeps a secretary’s name in the branch true', async () => {
    dataOf(await correct('周敏', '周旻', 'S001'));
    expect(branch(OPTICS)?.secretaries).toEqual([
      expect.objectContaining({ accountId: SECRETARY, name: '周旻' }),
    ]);
  });

  it('is nobody’s of another college', async () => {
    expect(errorOf(await correct('林小雨', '林晓雨', 'S002', OTHER_TEACHER))).toBe('NOT_FOUND');
  });
});

describe('somebody who should not stand on the roster', () => {
  const remove = (memberId: string) => world.call(TEACHER, 'teacher', 'removeMember', { memberId });

  it('is removed while nothing hangs on them, and figures follow', async () => {
    const { _id } = member('陈晨');
    dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId: _id, reason: '登记错了人' }));
    dataOf(await remove(_id));
    expect(world.store.all('members').map(({ name }) => name)).not.toContain('陈晨');
    expect((await board()).members).toBe(3);
    expect((await board()).byBranch.find(({ name }) => name === OPTICS)?.members).toBe(2);
  });

  it('stays while a WeChat is bound, or once something was begun', async () => {
    const { _id } = member('林小雨');
    expect(errorOf(await remove(_id))).toBe('CONFLICT');
    await submitEmployed(world, GRADUATE);
    dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId: _id, reason: '登记错了人' }));
    expect(errorOf(await remove(_id))).toBe('CONFLICT');
    expect(member('林小雨')._id).toBe(_id);
  });
});

describe('a branch put right', () => {
  it('is called otherwise, with its people and what they have under way', async () => {
    await submitEmployed(world, GRADUATE);
    const branchId = branch(OPTICS)?._id ?? '';
    const { people } = dataOf(
      await world.call(TEACHER, 'teacher', 'renameBranch', { branchId, name: '光电2302班团支部' }),
    );
    expect(people).toBe(3);
    expect(member('林小雨')).toMatchObject({ branchId, branchName: '光电2302班团支部' });
    expect(world.store.all('transfers')[0]?.branchName).toBe('光电2302班团支部');
    expect(branch('光电2302班团支部')?.inviteCode).toBe(branch('光电2302班团支部')?.inviteCode);
  });

  it('does not take the name of another one, however it is typed', async () => {
    const branchId = branch(OPTICS)?._id ?? '';
    const reply = await world.call(TEACHER, 'teacher', 'renameBranch', {
      branchId,
      name: ' 机械2301 团支部',
    });
    expect(errorOf(reply)).toBe('CONFLICT');
  });

  it('is merged into another: nobody is lost, offices stay, figures move along', async () => {
    await submitEmployed(world, GRADUATE);
    const [from, into] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    const merged = await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from, into });
    expect(dataOf(merged)).toEqual({ people: 3 });
    expect(branch(OPTICS)).toBeUndefined();
    expect(new Set(world.store.all('members').map(({ branchId }) => branchId))).toEqual(new Set([into]));
    expect((await board()).byBranch).toMatchObject([{ id: into, members: 4, started: 1 }]);
    expect(member('周敏').isSecretary).toBe(true);
    expect(
      branch(MOTORS)
        ?.secretaries.map(({ name }) => name)
        .sort(),
    ).toEqual(['吴昊', '周敏']);
    expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
  });

  it('goes on where a merging was broken off', async () => {
    const [from, into] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    const { _id: memberId } = member('陈晨');
    dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId: into }));
    expect(dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from, into }))).toEqual({
      people: 2,
    });
  });

  it('is removed only when nobody stands in it', async () => {
    const [from, into] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    expect(errorOf(await world.call(TEACHER, 'teacher', 'removeBranch', { branchId: from }))).toBe(
      'CONFLICT',
    );
    for (const { _id: memberId } of world.store.all('members'))
      dataOf(await world.call(TEACHER, 'teacher', 'transferMember', { memberId, branchId: into }));
    dataOf(await world.call(TEACHER, 'teacher', 'removeBranch', { branchId: from }));
    expect(branch(OPTICS)).toBeUndefined();
    expect(actions()).toContain('remove-branch');
  });
});
