/** A list of 智慧团建 beside the college's own: matched, compared, settled, taken back. */
import { writeXlsx } from '../../../cloudfunctions/teacher/lazy/spreadsheets';
import type { College } from './college';
import { BRANCH, SECRETARY, TEACHER, type Bench } from './people';

/** Who still stands on the list, each name once: all but those the school has let go, and somebody nobody knows here. */
const listOf = async ({ recorder }: Bench): Promise<string[][]> => {
  const { members } = await recorder.call(SECRETARY, 'secretary', 'branchBoard', {});
  const here = members.filter(({ state }) => state !== 'approved').map(({ name }) => name);
  return [['姓名', '所在团支部'], ...[...new Set([...here, '无名氏'])].map((name) => [name, BRANCH])];
};

export const reconcile = async (bench: Bench, { collegeId, branchId }: College): Promise<void> => {
  const { client, recorder } = bench;
  const { folder } = await recorder.call(TEACHER, 'teacher', 'rosterFolder', {});
  const bytes = await writeXlsx(await listOf(bench), { sheet: '团员', widths: [] });
  const fileId = await client.upload(TEACHER, `${folder}/members.xlsx`, bytes);
  const list = { collegeId, kind: 'members', from: { source: 'file', fileId } } as const;
  const { run } = await recorder.call(TEACHER, 'teacher', 'reconcileRead', list);
  const runId = run.id;
  await recorder.call(TEACHER, 'teacher', 'reconcileCompare', { runId, covered: [branchId] });
  const { sameNames } = await recorder.call(TEACHER, 'teacher', 'reconcileRows', {
    runId,
    kind: 'same-name',
  });
  for (const { key, people } of sameNames) {
    const memberIds = people.slice(0, 1).map(({ memberId }) => memberId);
    await recorder.call(TEACHER, 'teacher', 'reconcileChoose', { runId, key, memberIds });
  }
  await recorder.call(TEACHER, 'teacher', 'reconcileRows', { runId, kind: 'arrived' });
  await recorder.call(TEACHER, 'teacher', 'reconcileExport', { runId });
  await recorder.call(TEACHER, 'teacher', 'reconcileSettle', { runId, kind: 'arrived' });
  await recorder.call(TEACHER, 'teacher', 'reconcileUndo', { runId });
  await recorder.call(TEACHER, 'teacher', 'reconcile', { collegeId });
};
