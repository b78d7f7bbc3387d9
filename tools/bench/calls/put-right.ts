/** What a college puts right: a person, a branch, the rules; and who looks through a list name by name. */
import type { College } from './college';
import { ADMIN, openidOf, TEACHER, type Bench } from './people';

/** Published without an edit: what a version costs does not hang on what stands in it. */
const publish = async ({ recorder }: Bench): Promise<void> => {
  const { rulebookId, version } = await recorder.call(ADMIN, 'teacher', 'rules', {});
  const saved = await recorder.call(ADMIN, 'teacher', 'saveRulesDraft', { version, edits: [] });
  await recorder.call(ADMIN, 'teacher', 'previewRules', { edits: [] });
  await recorder.call(ADMIN, 'teacher', 'publishRules', { version: saved.version, edits: [] });
  await recorder.call(ADMIN, 'teacher', 'ruleVersions', {});
  await recorder.call(openidOf(1), 'account', 'rules', { rulebookId });
};

/** Somebody of the other branch whom nothing hangs on, then the branch itself. */
const moveOut = async ({ recorder }: Bench, { branchId, otherBranchId }: College): Promise<void> => {
  const filter = { by: 'branch', branchId: otherBranchId } as const;
  const { people } = await recorder.call(TEACHER, 'teacher', 'people', { filter });
  const memberId = people.find(({ name }) => name === '高远')?.memberId ?? '';
  const right = { memberId, name: '高远', studentNumber: '220399998' };
  await recorder.call(TEACHER, 'teacher', 'correctMember', right);
  await recorder.call(TEACHER, 'teacher', 'removeMember', { memberId });
  const renamed = { branchId: otherBranchId, name: '光电2204团支部' };
  await recorder.call(TEACHER, 'teacher', 'renameBranch', renamed);
  await recorder.call(TEACHER, 'teacher', 'mergeBranch', { branchId: otherBranchId, into: branchId });
};

/** A branch that was a slip, with the one person in it. */
const removeSlip = async ({ recorder }: Bench, { lastBranchId: branchId }: College): Promise<void> => {
  const filter = { by: 'branch', branchId } as const;
  const { people } = await recorder.call(TEACHER, 'teacher', 'people', { filter });
  for (const { memberId } of people) await recorder.call(TEACHER, 'teacher', 'removeMember', { memberId });
  await recorder.call(TEACHER, 'teacher', 'removeBranch', { branchId });
};

/** Two nobody has begun anything for are one person, and then are two after all. */
const mergeTwo = async ({ recorder }: Bench, { collegeId, branchId }: College): Promise<void> => {
  const filter = { by: 'branch', branchId } as const;
  const { people } = await recorder.call(TEACHER, 'teacher', 'people', { filter });
  const [memberId = '', otherId = ''] = people
    .filter(({ bound, transferId }) => !bound && transferId === null)
    .map((person) => person.memberId);
  await recorder.call(TEACHER, 'teacher', 'mergeMembers', { memberId, otherId });
  const { corrections } = await recorder.call(TEACHER, 'teacher', 'corrections', {});
  await recorder.call(TEACHER, 'teacher', 'undoCorrection', { correctionId: corrections[0]?.id ?? '' });
  await recorder.call(ADMIN, 'teacher', 'renameCollege', { collegeId, name: '光电信息学院' });
};

export const putRight = async (bench: Bench, college: College): Promise<void> => {
  await bench.recorder.call(TEACHER, 'teacher', 'checkList', {});
  await moveOut(bench, college);
  await removeSlip(bench, college);
  await mergeTwo(bench, college);
  await publish(bench);
};
