import { ok } from '../../../../miniprogram/domain/errors';
import { placeKey } from '../../../../miniprogram/domain/text/keys';
import { removeOldCorrections } from '../../../../cloudfunctions/_shared/roster/remove-corrections';
import {
  ADMIN,
  folderOf,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  person,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from '../../support/people';
import { importRoster } from '../../support/roster';
import { sheet, upload } from '../../support/sheets';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
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

/** The roster and what hangs on it, without the counters of changes. */
const roster = () =>
  JSON.stringify(
    [...world.store.all('members'), ...world.store.all('branches')]
      .map(({ version: _version, ...record }) => record)
      .sort((one, other) => (one._id < other._id ? -1 : 1)),
  );
const undoLatest = async (openid = TEACHER) => {
  world.world.now += 1000;
  const { corrections } = dataOf(await world.call(openid, 'teacher', 'corrections', {}));
  const [latest] = corrections;
  return world.call(openid, 'teacher', 'undoCorrection', { correctionId: latest?.id ?? 'x-none' });
};

describe('a branch that was called otherwise', () => {
  const rename = async (branchId: string, name: string) => {
    world.world.now += 1000;
    return world.call(TEACHER, 'teacher', 'renameBranch', { branchId, name });
  };
  /** The dry run of a file in which these stand in the branch by this name. */
  const look = async (
    branchName: string,
    people = [
      ['S002', '林小雨'],
      ['S003', '陈晨'],
    ],
  ) => {
    const rows = people.map((person) => [...person, branchName, '2027-06']);
    const bytes = await sheet(rows, ['学号', '姓名', '团支部', '毕业年月']);
    return dataOf(await upload(world, TEACHER, university.collegeId, bytes)).run;
  };
  const NOTHING = { added: 0, updated: 0, unchanged: 2, badRows: 0, newBranchNames: [] };

  it.each([
    ['once', ['光学一班团支部'], OPTICS],
    ['twice, by its first name', ['光学一班团支部', '光学甲班团支部'], OPTICS],
    ['twice, by the name in between', ['光学一班团支部', '光学甲班团支部'], '光学一班团支部'],
  ])('is still meant by a roster with an old name: %s', async (_how, names, inFile) => {
    const branchId = branch(OPTICS)?._id ?? '';
    for (const name of names) dataOf(await rename(branchId, name));
    const before = roster();
    const run = await look(inFile);
    expect(run).toMatchObject(NOTHING);
    dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
    expect(roster()).toBe(before);
  });

  it('keeps its name on people and what they have under way when such a roster changes them', async () => {
    await submitEmployed(world, GRADUATE);
    const branchId = branch(OPTICS)?._id ?? '';
    dataOf(await rename(branchId, '光学一班团支部'));
    const run = await look(OPTICS, [
      ['S002', '林晓雨'],
      ['S009', '何未来'],
    ]);
    dataOf(await world.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id }));
    const place = { branchId, branchName: '光学一班团支部' };
    expect([member('林晓雨'), member('何未来')]).toMatchObject([place, place]);
    expect(world.store.all('transfers')).toMatchObject([{ memberName: '林晓雨', ...place }]);
    expect(branch(OPTICS)).toBeUndefined();
  });

  it('forgets a mistaken name with the renaming, and keeps what a roster has taught it since', async () => {
    const branchId = branch(OPTICS)?._id ?? '';
    dataOf(await rename(branchId, '光学一班团支部'));
    const before = branch('光学一班团支部');
    dataOf(await rename(branchId, '光学乙班团支部'));
    const misspelt = branch('光学乙班团支部');
    if (!misspelt) throw new Error('it was named so above');
    world.store.plant('branches', { ...misspelt, aliases: [...misspelt.aliases, '光一'] });
    dataOf(await undoLatest());
    expect(branch('光学一班团支部')?.aliases).toEqual([...(before?.aliases ?? []), '光一']);
    expect(before?.aliases).toEqual([placeKey(OPTICS)]);
  });

  it('answers again to a name it had before when the renaming to that is taken back', async () => {
    const branchId = branch(OPTICS)?._id ?? '';
    dataOf(await rename(branchId, '光学一班团支部'));
    const before = roster();
    dataOf(await rename(branchId, OPTICS));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
  });

  it('gets its old name back though another one was put right since', async () => {
    const [optics, motors] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    dataOf(await rename(optics, '光学一班团支部'));
    dataOf(await rename(motors, '机械一班团支部'));
    const { corrections } = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {}));
    const correctionId = corrections[1]?.id ?? 'x-none';
    dataOf(await world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId }));
    expect([branch(OPTICS)?._id, branch('机械一班团支部')?._id]).toEqual([optics, motors]);
  });

  it('leaves its old name to another one: two that were confused can change names', async () => {
    const [optics, motors] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    dataOf(await rename(optics, '光学一班团支部'));
    dataOf(await rename(motors, OPTICS));
    dataOf(await rename(optics, MOTORS));
    expect([branch(OPTICS)?._id, branch(MOTORS)?._id]).toEqual([motors, optics]);
    expect(await look(MOTORS)).toMatchObject(NOTHING);
  });
});

describe('two records of one person', () => {
  const addTwin = async (more: object = {}) => {
    const { collegeId } = member('林小雨');
    await importRoster(world, TEACHER, collegeId, [person('S020', '林晓雨', more)]);
    return member('林晓雨');
  };
  const merge = (right: string, other: string, openid = TEACHER) =>
    world.call(openid, 'teacher', 'mergeMembers', {
      memberId: member(right)._id,
      otherId: member(other)._id,
    });

  it('become one, with the right number and what is under way', async () => {
    const { id } = await submitEmployed(world, GRADUATE);
    const before = member('林小雨');
    await addTwin({ branchName: MOTORS });
    // The other one's name, number and branch are right.
    const { memberId } = dataOf(await merge('林晓雨', '林小雨'));
    expect(memberId).toBe(before._id);
    expect(world.store.all('members').map(({ name }) => name)).not.toContain('林小雨');
    expect(member('林晓雨')).toMatchObject({
      _id: before._id,
      studentNumber: 'S020',
      branchName: MOTORS,
      accountId: GRADUATE,
    });
    const transfer = world.store.all('transfers').find(({ _id }) => _id === id);
    expect(transfer).toMatchObject({ studentNumber: 'S020', branchName: MOTORS, accountId: GRADUATE });
    expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
    expect((await board()).members).toBe(4);
    expect(actions()).toContain('merge-members');
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer?.id).toBe(id);
  });

  it('take the WeChat along to the record that has something under way', async () => {
    const twin = await addTwin();
    const recorded = { memberId: twin._id, version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    dataOf(await merge('林小雨', '林晓雨'));
    expect(member('林小雨')).toMatchObject({ _id: twin._id, studentNumber: 'S002', accountId: GRADUATE });
    expect(world.store.all('transfers')[0]).toMatchObject({ accountId: GRADUATE, studentNumber: 'S002' });
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).transfer?.wayId).toBe('employed');
  });

  it('are two again after it was taken back', async () => {
    await submitEmployed(world, GRADUATE);
    await addTwin({ branchName: MOTORS });
    const before = roster();
    dataOf(await merge('林晓雨', '林小雨'));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
    expect(world.store.all('transfers')[0]).toMatchObject({ studentNumber: 'S002', branchName: OPTICS });
    expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
    expect(errorOf(await undoLatest())).toBe('NOT_FOUND');
  });

  it('stay two where both have begun, or both have a WeChat: somebody has to look first', async () => {
    const twin = await addTwin();
    await submitEmployed(world, GRADUATE);
    const recorded = { memberId: twin._id, version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    const both = await merge('林小雨', '林晓雨');
    expect(both).toMatchObject({ error: { code: 'CONFLICT', field: 'transfers' } });
    expect(await merge('林小雨', '陈晨')).toMatchObject({ error: { code: 'CONFLICT', field: 'accounts' } });
  });

  it('are nobody’s of another college', async () => {
    await addTwin();
    expect(errorOf(await merge('林小雨', '林晓雨', OTHER_TEACHER))).toBe('NOT_FOUND');
  });

  it('are not one of this college and one of another', async () => {
    await importRoster(world, OTHER_TEACHER, university.otherCollegeId, [
      person('S030', '林小于', { branchName: '管理2301团支部' }),
    ]);
    expect(await merge('林小雨', '林小于')).toMatchObject({ error: { code: 'NOT_FOUND', field: 'otherId' } });
    // The committee sees both, and they are still of two colleges.
    expect(errorOf(await merge('林小雨', '林小于', ADMIN))).toBe('NOT_FOUND');
  });

  it('keep the code that one of them waits for', async () => {
    const { _id } = member('林小雨');
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    await addTwin();
    expect(dataOf(await merge('林晓雨', '林小雨')).memberId).toBe(_id);
    const { waiting } = dataOf(await world.call(SECRETARY, 'secretary', 'resetQueue', {}));
    expect(waiting).toMatchObject([{ memberId: _id, memberName: '林晓雨' }]);
    expect(dataOf(await world.call(GRADUATE, 'graduate', 'home', {})).resetRequest?.state).toBe('waiting');
  });

  it('stay two while one waits for a code and the other has begun', async () => {
    const twin = await addTwin();
    const recorded = { memberId: twin._id, version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    for (const reply of [await merge('林小雨', '林晓雨'), await merge('林晓雨', '林小雨')])
      expect(reply).toMatchObject({ error: { code: 'CONFLICT', field: 'requests' } });
  });

  it('take along folders of pictures, ended requests and messages', async () => {
    const { _id: before } = member('林小雨');
    const { resetRequest } = dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
    const requestId = resetRequest.id;
    const closing = { requestId, reason: '名单里找不到' };
    dataOf(await world.call(SECRETARY, 'secretary', 'escalateResetRequest', closing));
    dataOf(await world.call(TEACHER, 'teacher', 'closeResetRequest', closing));
    await world.tick();
    await folderOf(world, GRADUATE);
    const told = world.store.all('notices').filter(({ aboutId }) => aboutId === before);
    expect(told.map(({ kind }) => kind)).toContain('code-closed');
    const twin = await addTwin();
    const recorded = { memberId: twin._id, version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    dataOf(await merge('林小雨', '林晓雨'));
    expect(world.store.all('uploads')).toMatchObject([{ memberId: twin._id }]);
    expect(world.store.all('resetRequests')).toMatchObject([{ _id: requestId, memberId: twin._id }]);
    const ids = told.map(({ _id }) => _id);
    const now = world.store.all('notices').filter(({ _id }) => ids.includes(_id));
    expect(now.map(({ aboutId }) => aboutId)).toEqual(ids.map(() => twin._id));
  });

  it('give the WeChat and the office back when they are two again', async () => {
    const { collegeId } = member('周敏');
    await importRoster(world, TEACHER, collegeId, [person('S021', '周旻', { branchName: MOTORS })]);
    const [first, twin] = [member('周敏'), member('周旻')];
    const recorded = { memberId: twin._id, version: null, wayId: 'employed', routeId: 'direct' };
    dataOf(await world.call(TEACHER, 'teacher', 'recordWay', recorded));
    const before = roster();
    dataOf(await merge('周敏', '周旻'));
    expect(member('周敏')).toMatchObject({ _id: twin._id, isSecretary: true, accountId: SECRETARY });
    expect(branch(OPTICS)?.secretaries).toMatchObject([{ accountId: SECRETARY, name: '周敏' }]);
    expect(dataOf(await world.call(SECRETARY, 'graduate', 'home', {})).transfer?.wayId).toBe('employed');
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
    expect(world.store.all('accounts').find(({ _id }) => _id === SECRETARY)?.memberId).toBe(first._id);
    expect(world.store.all('transfers')).toMatchObject([{ memberId: twin._id, accountId: null }]);
    expect(dataOf(await world.call(SECRETARY, 'graduate', 'home', {})).transfer).toBeNull();
    expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
  });

  it('stay one when the number of one of them is somebody else’s by now, or their branch is gone', async () => {
    await addTwin({ branchName: '光电2303团支部' });
    dataOf(await merge('林小雨', '林晓雨'));
    const into = branch(OPTICS)?._id ?? '';
    const [merged] = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    const undo = () => world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: merged?.id ?? '' });
    const numbered = (studentNumber: string) =>
      world.call(TEACHER, 'teacher', 'correctMember', {
        memberId: member('陈晨')._id,
        name: '陈晨',
        studentNumber,
      });
    dataOf(await numbered('S020'));
    expect(errorOf(await undo())).toBe('CONFLICT');
    dataOf(await numbered('S003'));
    const gone = { branchId: branch('光电2303团支部')?._id ?? '', into };
    dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', gone));
    expect(errorOf(await undo())).toBe('CONFLICT');
    expect(world.store.all('members').filter(({ name }) => name.startsWith('林'))).toHaveLength(1);
  });
});

describe('what was put right, taken back within a day', () => {
  it('brings somebody back who was removed', async () => {
    const { _id: memberId } = member('陈晨');
    dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '登记错了人' }));
    const before = roster();
    dataOf(await world.call(TEACHER, 'teacher', 'removeMember', { memberId }));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
    dataOf(await world.call(TEACHER, 'teacher', 'removeMember', { memberId }));
    const [removal] = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    expect(removal).toMatchObject({ kind: 'remove-member', name: '陈晨', studentNumber: 'S003', by: '王芳' });
    const undoRemoval = () =>
      world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: removal?.id ?? '' });
    const other = { memberId: member('林小雨')._id, name: '林小雨', studentNumber: 'S003' };
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', other));
    expect(errorOf(await undoRemoval())).toBe('CONFLICT');
  });

  it('splits two branches again, each with its people, code and secretary', async () => {
    await submitEmployed(world, GRADUATE);
    const before = roster();
    const [from, into] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from, into }));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
    expect(dataOf(await world.call(TEACHER, 'teacher', 'recountBoard', {})).repaired).toBe(0);
  });

  it('leaves each branch what it answered to by itself, and what a roster has taught it since', async () => {
    const [from, into] = [branch(OPTICS), branch(MOTORS)];
    if (!from || !into) throw new Error('both are on the roster');
    const shared = placeKey('工科联合团支部');
    world.store.plant('branches', { ...from, aliases: [shared, placeKey('光二')] });
    world.store.plant('branches', { ...into, aliases: [placeKey(OPTICS), shared, placeKey('机一')] });
    const before = roster();
    dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from._id, into: into._id }));
    expect(branch(MOTORS)?.aliases).toContain(placeKey('光二'));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
    dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from._id, into: into._id }));
    const merged = branch(MOTORS);
    if (!merged) throw new Error('the other went into it');
    world.store.plant('branches', { ...merged, aliases: [...merged.aliases, placeKey('机械一班')] });
    dataOf(await undoLatest());
    expect(branch(MOTORS)?.aliases).toEqual([
      placeKey(OPTICS),
      shared,
      placeKey('机一'),
      placeKey('机械一班'),
    ]);
  });

  it('names a branch and a person as before', async () => {
    const before = roster();
    const branchId = branch(OPTICS)?._id ?? '';
    dataOf(await world.call(TEACHER, 'teacher', 'renameBranch', { branchId, name: '光电团支部' }));
    dataOf(await undoLatest());
    const { _id: memberId } = member('陈晨');
    const asked = { memberId, name: '陈辰', studentNumber: 'S003' };
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', asked));
    dataOf(await undoLatest());
    expect(roster()).toBe(before);
  });

  it('waits until what was put right later is taken back first', async () => {
    const before = roster();
    const { _id: memberId } = member('陈晨');
    const called = (name: string) => ({ memberId, name, studentNumber: 'S003' });
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', called('陈辰')));
    world.world.now += 1000;
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', called('陈宸')));
    const branchId = branch(OPTICS)?._id ?? '';
    for (const name of ['光电团支部', '光电二班团支部']) {
      world.world.now += 1000;
      dataOf(await world.call(TEACHER, 'teacher', 'renameBranch', { branchId, name }));
    }
    const made = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    const undo = (at: number) =>
      world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: made[at]?.id ?? '' });
    expect(errorOf(await undo(1))).toBe('CONFLICT');
    expect(errorOf(await undo(3))).toBe('CONFLICT');
    expect([member('陈宸').branchName, branch('光电二班团支部')?._id]).toEqual(['光电二班团支部', branchId]);
    for (const at of [2, 0, 1, 3]) {
      world.world.now += 1000;
      dataOf(await undo(at));
    }
    expect(roster()).toBe(before);
  });

  it('sees what was put right later on a day on which much else was', async () => {
    const { _id: memberId } = member('陈晨');
    const called = (name: string) => ({ memberId, name, studentNumber: 'S003' });
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', called('陈辰')));
    world.world.now += 1000;
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', called('陈宸')));
    const [latest, first] = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    const [model] = world.store.all('corrections');
    if (!model) throw new Error('it was put right above');
    // A morning of tidying up: more than the list shows at once.
    const others = Array.from({ length: 250 }, (_, number) => ({
      ...model,
      _id: `other-${number}`,
      memberId: `m-other-${number}`,
      at: model.at + 2000 + number,
    }));
    await world.store.transact(async (tx) => {
      for (const one of others) tx.put('corrections', one);
      return ok(undefined);
    });
    const undo = (correctionId = '') => world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId });
    expect(errorOf(await undo(first?.id))).toBe('CONFLICT');
    dataOf(await undo(latest?.id));
    dataOf(await undo(first?.id));
    expect(member('陈晨')._id).toBe(memberId);
  });

  it('knows which of two came later, also within one millisecond and among many of that moment', async () => {
    const before = roster();
    const branchId = branch(OPTICS)?._id ?? '';
    const rename = async (name: string) =>
      dataOf(await world.call(TEACHER, 'teacher', 'renameBranch', { branchId, name }));
    await rename('光电团支部');
    const [model] = world.store.all('corrections');
    if (!model?.branch) throw new Error('it was put right above');
    for (let number = 0; number < 120; number += 1)
      world.store.plant('corrections', {
        ...model,
        _id: `x-rename-branch:b-${number}:1`,
        branch: { ...model.branch, _id: `b-${number}` },
      });
    await rename('光电二班团支部');
    const [first, latest] = world.store
      .all('corrections')
      .filter((one) => one.branch?._id === branchId)
      .sort((one, other) => (one._id < other._id ? -1 : 1));
    expect(first?.at).toBe(latest?.at);
    const undo = (correctionId = '') => world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId });
    expect(errorOf(await undo(first?._id))).toBe('CONFLICT');
    dataOf(await undo(latest?._id));
    dataOf(await undo(first?._id));
    expect(roster()).toBe(before);
  });

  it('leaves a name that a newer roster has brought since', async () => {
    const { _id: memberId, collegeId } = member('陈晨');
    const asked = { memberId, name: '陈辰', studentNumber: 'S003' };
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', asked));
    await importRoster(world, TEACHER, collegeId, [person('S003', '陈宸')]);
    const before = roster();
    expect(errorOf(await undoLatest())).toBe('CONFLICT');
    expect(roster()).toBe(before);
    expect(member('陈宸')._id).toBe(memberId);
  });

  it('brings nobody back into a branch that is gone, and no branch whose name another has', async () => {
    const [from, into] = [branch(OPTICS)?._id ?? '', branch(MOTORS)?._id ?? ''];
    const { _id: memberId } = member('陈晨');
    dataOf(await world.call(TEACHER, 'teacher', 'unbindMember', { memberId, reason: '登记错了人' }));
    dataOf(await world.call(TEACHER, 'teacher', 'removeMember', { memberId }));
    world.world.now += 1000;
    dataOf(await world.call(TEACHER, 'teacher', 'mergeBranch', { branchId: from, into }));
    const made = dataOf(await world.call(TEACHER, 'teacher', 'corrections', {})).corrections;
    expect(made.map(({ kind }) => kind)).toEqual(['merge-branch', 'remove-member']);
    const undo = (at: number) =>
      world.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: made[at]?.id ?? '' });
    expect(errorOf(await undo(1))).toBe('CONFLICT');
    dataOf(await world.call(TEACHER, 'teacher', 'renameBranch', { branchId: into, name: OPTICS }));
    expect(errorOf(await undo(0))).toBe('CONFLICT');
    expect(world.store.all('members').map(({ name }) => name)).not.toContain('陈晨');
    expect(world.store.all('branches').filter(({ name }) => name === OPTICS)).toHaveLength(1);
  });

  it('is forgotten after a day', async () => {
    const { _id: memberId } = member('陈晨');
    const asked = { memberId, name: '陈辰', studentNumber: 'S003' };
    dataOf(await world.call(TEACHER, 'teacher', 'correctMember', asked));
    world.world.now += 24 * 3_600_000;
    expect(errorOf(await undoLatest())).toBe('NOT_FOUND');
    await removeOldCorrections(world.ports);
    expect(world.store.all('corrections')).toEqual([]);
  });
});

describe('a college’s name', () => {
  const rename = (name: string) =>
    world.call(ADMIN, 'teacher', 'renameCollege', { collegeId: member('林小雨').collegeId, name });

  it('is put right for its people and its teachers, and taken back', async () => {
    const before = roster();
    expect(dataOf(await rename('光电信息与计算机工程学院'))).toEqual({ people: 4 });
    expect(member('林小雨').collegeName).toBe('光电信息与计算机工程学院');
    const { account } = dataOf(await world.call(TEACHER, 'account', 'whoAmI', {}));
    expect(account?.roles[0]?.scopeName).toBe('光电信息与计算机工程学院');
    expect((await board()).college?.name).toBe('光电信息与计算机工程学院');
    dataOf(await undoLatest(ADMIN));
    expect(roster()).toBe(before);
    expect(actions()).toEqual(expect.arrayContaining(['rename-college', 'undo-correction']));
  });

  it('is not that of another college', async () => {
    expect(errorOf(await rename('管理学院'))).toBe('CONFLICT');
  });
});
