import { ADMIN, CLASSMATE, GRADUATE, TEACHER } from '../support/people';
import { handIn } from './graduate';
import { DAY, HOUR, MINUTE, MOTORS, OPTICS, type Scenes, type Stage } from './stage';

const CSV = [
  '学号,姓名,团支部,毕业年月,出生年月,团支书',
  'S002,林小雨,光电2302团支部,2027-06,2004-04,',
  'S003,陈晨,机械2301团支部,2027-06,,',
  'S100,郑新,光电2303团支部,2027-06,2005-01,是',
].join('\n');

const uploaded = async ({ act, world }: Stage, csv: string): Promise<string> => {
  const folder = (await act(TEACHER, 'teacher', 'rosterFolder', {}))?.folder ?? '';
  return world.ports.files.upload(`${folder}/a.csv`, Buffer.from(csv));
};

const undoLast = async ({ act, own }: Stage): Promise<void> => {
  const { corrections = [] } =
    (await act(TEACHER, 'teacher', 'corrections', { collegeId: own.collegeId })) ?? {};
  const correctionId = corrections[0]?.id ?? '';
  await act(TEACHER, 'teacher', 'undoCorrection', { correctionId });
  await act(TEACHER, 'teacher', 'undoCorrection', { correctionId });
};

export const OFFICE: Scenes = {
  'reads a roster in': async (stage) => {
    const { act, own, tick, later } = stage;
    const { collegeId } = own;
    await act(TEACHER, 'teacher', 'roster', { collegeId });
    const fileId = await uploaded(stage, CSV);
    const runId = (await act(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }))?.run.id ?? '';
    for (const only of ['added', 'updated', 'missing', 'bad'] as const)
      await act(TEACHER, 'teacher', 'rosterRows', { runId, only });
    await act(TEACHER, 'teacher', 'rosterApply', { runId });
    await act(TEACHER, 'teacher', 'rosterProgress', { runId });
    await act(TEACHER, 'teacher', 'rosterApply', { runId });
    await act(TEACHER, 'teacher', 'rosterApply', { runId: 'roster-none' });
    later(3 * DAY);
    await tick();
  },
  'reads a roster with faults, and marks them in a copy': async (stage) => {
    const { act, own } = stage;
    const { collegeId } = own;
    const fileId = await uploaded(
      stage,
      `${CSV}\nS101,,光电2302团支部,2027-06,,\nS100,郑旧,光电2302团支部,2031,,\n`,
    );
    const runId = (await act(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId }))?.run.id ?? '';
    await act(TEACHER, 'teacher', 'rosterRows', { runId, only: 'bad' });
    await act(TEACHER, 'teacher', 'rosterApply', { runId });
    await act(TEACHER, 'teacher', 'rosterMark', { fileId, collegeId });
    await act(TEACHER, 'teacher', 'rosterUpload', { fileId: 'cloud://env.bucket/none.csv', collegeId });
    await act(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId: 'c-none' });
    await act(ADMIN, 'teacher', 'rosterTemplate', {});
  },
  'puts people right, and takes it back': async (stage) => {
    const { act, memberId, branchId, later } = stage;
    const about = { memberId: memberId('林小雨') };
    await act(TEACHER, 'teacher', 'correctMember', { ...about, name: '林晓雨', studentNumber: 'S202' });
    await undoLast(stage);
    await act(TEACHER, 'teacher', 'correctMember', { ...about, name: '林小雨', studentNumber: 'S003' });
    later(MINUTE);
    await act(TEACHER, 'teacher', 'transferMember', { ...about, branchId: branchId(MOTORS) });
    await act(GRADUATE, 'graduate', 'home', {});
    await act(TEACHER, 'teacher', 'transferMember', { ...about, branchId: 'b-none' });
    await act(TEACHER, 'teacher', 'transferMember', { memberId: 'm-none', branchId: branchId(MOTORS) });
    await act(TEACHER, 'teacher', 'assignSecretary', about);
    await act(TEACHER, 'teacher', 'removeSecretary', about);
    await act(TEACHER, 'teacher', 'removeSecretary', { memberId: 'm-none' });
    await act(TEACHER, 'teacher', 'unbindMember', { ...about, reason: '换了微信' });
    await act(TEACHER, 'teacher', 'unbindMember', { memberId: 'm-none', reason: '换了微信' });
    await act(GRADUATE, 'graduate', 'home', {});
  },
  'removes somebody, and brings them back': async (stage) => {
    const { act, memberId } = stage;
    await act(TEACHER, 'teacher', 'removeMember', { memberId: memberId('谢绑') });
    await undoLast(stage);
    await act(TEACHER, 'teacher', 'removeMember', { memberId: memberId('林小雨') });
    await act(TEACHER, 'teacher', 'removeMember', { memberId: 'm-none' });
  },
  'makes one of two, and two again': async (stage) => {
    const { act, memberId } = stage;
    const two = { memberId: memberId('谢绑'), otherId: memberId('陈晨') };
    await act(TEACHER, 'teacher', 'mergeMembers', { ...two, otherId: 'm-none' });
    await act(TEACHER, 'teacher', 'mergeMembers', two);
    await undoLast(stage);
  },
  'renames, merges and removes branches': async (stage) => {
    const { act, branchId, own } = stage;
    await act(TEACHER, 'teacher', 'renameBranch', { branchId: branchId(OPTICS), name: '光电2309团支部' });
    await undoLast(stage);
    await act(TEACHER, 'teacher', 'renameBranch', { branchId: branchId(OPTICS), name: MOTORS });
    const merged = { branchId: branchId(MOTORS), into: branchId(OPTICS) };
    await act(TEACHER, 'teacher', 'mergeBranch', { ...merged, into: 'b-none' });
    await act(TEACHER, 'teacher', 'mergeBranch', merged);
    await undoLast(stage);
    await act(TEACHER, 'teacher', 'removeBranch', { branchId: own.branchId });
    await act(TEACHER, 'teacher', 'removeBranch', { branchId: 'b-none' });
    await act(TEACHER, 'teacher', 'undoCorrection', { correctionId: 'x-none' });
  },
  'compares with a list of the system, writes it down and takes it back': async (stage) => {
    const { act, own, tick } = stage;
    await handIn(stage);
    const { collegeId } = own;
    const from = {
      source: 'paste',
      text: '姓名\t接转状态\n林小雨\t已接收\n陈晨\t被退回\n赵不在\t已接收\n',
    } as const;
    const runId = (await act(TEACHER, 'teacher', 'reconcileRead', { collegeId, kind: 'outgoing', from }))?.run
      .id;
    const members = {
      collegeId,
      kind: 'members',
      from: { source: 'paste', text: '周敏\n秦前\n莫迁\n' },
    } as const;
    const other = (await act(TEACHER, 'teacher', 'reconcileRead', members))?.run.id ?? '';
    for (const id of runId === undefined ? [other] : [runId, other]) {
      await act(TEACHER, 'teacher', 'reconcileCompare', { runId: id, covered: [] });
      for (const kind of ['arrived', 'refused', 'not-started', 'not-handed-in', 'unknown'] as const)
        await act(TEACHER, 'teacher', 'reconcileRows', { runId: id, kind });
      await act(TEACHER, 'teacher', 'reconcileSettle', { runId: id, kind: 'arrived' });
      await act(TEACHER, 'teacher', 'reconcileUndo', { runId: id });
    }
    await act(TEACHER, 'teacher', 'reconcile', { collegeId });
    await act(TEACHER, 'teacher', 'reconcileExport', { runId: other });
    await act(TEACHER, 'teacher', 'reconcileChoose', { runId: other, key: 'same-0', memberIds: [] });
    await act(TEACHER, 'teacher', 'reconcileCompare', { runId: 'none', covered: [] });
    await tick();
  },
  'makes lists to hand in': async ({ act, own, tick, later }) => {
    for (const kind of ['unfinished', 'submissions', 'none'])
      await act(TEACHER, 'teacher', 'startExport', { kind, collegeId: own.collegeId });
    const { export: job } = (await act(TEACHER, 'teacher', 'startExport', { kind: 'unfinished' })) ?? {};
    await act(TEACHER, 'teacher', 'exportProgress', { exportId: job?.id ?? '' });
    await act(ADMIN, 'teacher', 'exportProgress', { exportId: job?.id ?? '' });
    await act(TEACHER, 'teacher', 'startExport', { kind: 'unfinished', collegeId: 'c-none' });
    later(2 * DAY);
    await tick();
  },
  'changes the season': async ({ act, own, tick, world }) => {
    const { collegeId } = own;
    await act(ADMIN, 'teacher', 'season', {});
    const deadlineAt = world.world.now + 30 * DAY;
    for (const changes of [
      { name: '改名' },
      { deadlineAt },
      { deadlineAt: world.world.now - DAY },
      { announcement: '6月10日停办' },
    ]) {
      await act(ADMIN, 'teacher', 'previewSeason', { changes });
      const version = world.store.all('seasons')[0]?.version ?? 0;
      await act(ADMIN, 'teacher', 'saveSeason', { version, changes });
    }
    await act(ADMIN, 'teacher', 'saveSeason', { version: 0, changes: { name: '改名' } });
    const changes = { quietHours: { from: 21, to: 9 }, announcement: '周三下午不办公' };
    await act(TEACHER, 'teacher', 'previewCollegeSeason', { collegeId, changes });
    const version = world.store.all('seasons')[0]?.version ?? 0;
    await act(TEACHER, 'teacher', 'saveCollegeSeason', { collegeId, version, changes });
    await act(TEACHER, 'teacher', 'saveCollegeSeason', { collegeId: 'c-none', version, changes });
    await act(GRADUATE, 'graduate', 'home', {});
    await act(ADMIN, 'teacher', 'seasons', {});
    await tick();
  },
  'opens the next season, and clears the last one away': async ({ act, world, later, tick }) => {
    await act(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: false });
    await act(ADMIN, 'teacher', 'openSeason', { id: '2028', name: '2028届', rulebookId: 'none' });
    await act(ADMIN, 'teacher', 'openSeason', { id: '2028', name: '2028届', rulebookId: 'usst-2020' });
    await act(GRADUATE, 'graduate', 'home', {});
    later(HOUR);
    await tick();
    await act(ADMIN, 'teacher', 'seasons', {});
    await act(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: true });
    world.world.now += 365 * DAY;
    await act(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: true });
    await act(ADMIN, 'teacher', 'purgeSeason', { seasonId: 'none', dryRun: true });
    await act(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: false });
  },
  'changes rules, and goes back': async ({ act, own, world, tick }) => {
    await act(ADMIN, 'teacher', 'rules', {});
    await act(TEACHER, 'teacher', 'rules', {});
    const edits = [{ path: 'postAdvice', value: '先问老师。' }];
    await act(ADMIN, 'teacher', 'previewRules', { edits });
    await act(ADMIN, 'teacher', 'saveRulesDraft', { version: 0, edits });
    await act(ADMIN, 'teacher', 'publishRules', { version: 9, edits });
    await act(ADMIN, 'teacher', 'publishRules', {
      version: world.store.all('ruleSets')[0]?.version ?? 0,
      edits,
    });
    await tick();
    await act(ADMIN, 'teacher', 'ruleVersions', {});
    await act(GRADUATE, 'graduate', 'home', {});
    await act(TEACHER, 'teacher', 'board', { collegeId: own.collegeId });
  },
  'founds and renames colleges, and counts': async ({ act, own, later }) => {
    await act(ADMIN, 'teacher', 'createCollege', { name: '新学院' });
    await act(ADMIN, 'teacher', 'createCollege', { name: '新学院' });
    await act(ADMIN, 'teacher', 'renameCollege', { collegeId: own.collegeId, name: '光学学院' });
    await act(ADMIN, 'teacher', 'renameCollege', { collegeId: own.collegeId, name: '管理学院' });
    await act(ADMIN, 'teacher', 'renameCollege', { collegeId: 'c-none', name: '管理学院' });
    await act(ADMIN, 'teacher', 'recountBoard', {});
    await act(TEACHER, 'teacher', 'recountBoard', { collegeId: own.collegeId });
    await act(TEACHER, 'teacher', 'recountBoard', { collegeId: 'c-none' });
    later(MINUTE);
    await act(ADMIN, 'teacher', 'audits', {});
    await act(ADMIN, 'teacher', 'audits', { person: { by: 'actor', actorId: CLASSMATE } });
    for (const filter of [
      { by: 'step', step: 'college' },
      { by: 'reached', step: 'login' },
      { by: 'state', state: 'submitted' },
      { by: 'branch', branchId: own.branchId },
      { by: 'way', wayId: 'employed' },
      { by: 'deadlineDay', day: 20_963 },
      { by: 'earlier' },
    ] as const)
      await act(TEACHER, 'teacher', 'people', { collegeId: own.collegeId, filter });
  },
};
