/** What the committee and a teacher do before anybody signs in. */
import { writeXlsx } from '../../../cloudfunctions/teacher/lazy/spreadsheets';
import { FUNCTION_ENV } from '../../emulator/product';
import {
  ADMIN,
  BRANCH,
  COLLEAGUE,
  LAST_BRANCH,
  nameOf,
  numberOf,
  OTHER_BRANCH,
  rosterOf,
  TEACHER,
  type Bench,
} from './people';

/** All rows of a roster as a file, from the upload to the last part written. */
export const importFile = async (
  { client, recorder }: Bench,
  collegeId: string,
  rows: readonly string[][],
): Promise<void> => {
  const bytes = await writeXlsx(rows, { sheet: '名单', widths: [] });
  const send = async (): Promise<string> => {
    const { folder } = await recorder.call(TEACHER, 'teacher', 'rosterFolder', {});
    return client.upload(TEACHER, `${folder}/roster.xlsx`, bytes);
  };
  await recorder.call(TEACHER, 'teacher', 'rosterMark', { fileId: await send(), collegeId });
  const fileId = await send();
  const { run } = await recorder.call(TEACHER, 'teacher', 'rosterUpload', { fileId, collegeId });
  await recorder.call(TEACHER, 'teacher', 'rosterRows', { runId: run.id, only: 'added' });
  for (let { state } = run; state !== 'applied';)
    ({ state } = (await recorder.call(TEACHER, 'teacher', 'rosterApply', { runId: run.id })).run);
  await recorder.call(TEACHER, 'teacher', 'rosterProgress', { runId: run.id });
};

const invite = async (
  { recorder }: Bench,
  collegeId: string,
  openid: string,
  name: string,
): Promise<void> => {
  const { code } = await recorder.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name });
  await recorder.call(openid, 'account', 'acceptInvitation', { code, name });
};

export interface College {
  readonly collegeId: string;
  /** The branch everybody else is in. */
  readonly branchId: string;
  readonly inviteCode: string;
  /** Of the branch nobody is in. */
  readonly otherBranchId: string;
  /** Of the branch one person is in, by a slip. */
  readonly lastBranchId: string;
}

export const foundCollege = async (bench: Bench): Promise<College> => {
  const { recorder } = bench;
  const code = FUNCTION_ENV.ADMIN_CODE;
  await recorder.call(ADMIN, 'account', 'claimAdministrator', { code, name: '杜若川' });
  const opened = { id: '2026', name: '2026届', rulebookId: 'usst-2020' };
  await recorder.call(ADMIN, 'teacher', 'openSeason', opened);
  const { collegeId } = await recorder.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' });
  await invite(bench, collegeId, TEACHER, '周岚');
  await invite(bench, collegeId, COLLEAGUE, '梁清和');
  await recorder.call(TEACHER, 'teacher', 'rosterTemplate', {});
  await importFile(bench, collegeId, rosterOf(bench.people));
  // One is new, one is corrected: the two ways of writing.
  const [headings = []] = rosterOf(0);
  const more = ['220399999', '高远', OTHER_BRANCH, '2004-01', '2026-06', '', ''];
  const last = [numberOf(0), nameOf(0), BRANCH, '2004-02', '2026-06', '', '是'];
  const slip = ['220399997', '高原', LAST_BRANCH, '2004-01', '2026-06', '', ''];
  await importFile(bench, collegeId, [headings, more, slip, last]);
  const { branches } = await recorder.call(TEACHER, 'teacher', 'roster', { collegeId });
  const named = (wanted: string) => branches.find(({ name }) => name === wanted);
  return {
    collegeId,
    branchId: named(BRANCH)?.id ?? '',
    inviteCode: named(BRANCH)?.inviteCode ?? '',
    otherBranchId: named(OTHER_BRANCH)?.id ?? '',
    lastBranchId: named(LAST_BRANCH)?.id ?? '',
  };
};

/** Seasons, figures, accounts: what the committee looks at. */
export const committeeDay = async ({ recorder }: Bench, collegeId: string): Promise<void> => {
  const { season } = await recorder.call(ADMIN, 'teacher', 'season', {});
  const changes = { announcement: '请在六月前办完' };
  await recorder.call(ADMIN, 'teacher', 'previewSeason', { changes });
  await recorder.call(ADMIN, 'teacher', 'saveSeason', { version: season.version, changes });
  await recorder.call(TEACHER, 'teacher', 'previewCollegeSeason', { collegeId, changes });
  const { version } = (await recorder.call(TEACHER, 'teacher', 'season', {})).season;
  await recorder.call(TEACHER, 'teacher', 'saveCollegeSeason', { collegeId, version, changes });
  await recorder.call(ADMIN, 'teacher', 'colleges', {});
  await recorder.call(ADMIN, 'teacher', 'board', {});
  await recorder.call(ADMIN, 'teacher', 'recountBoard', { collegeId });
  await recorder.call(ADMIN, 'teacher', 'overAgeList', {});
  await recorder.call(ADMIN, 'teacher', 'audits', {});
  const { accounts } = await recorder.call(ADMIN, 'teacher', 'accounts', {});
  const colleague = accounts.find(({ name }) => name === '梁清和');
  if (colleague) await recorder.call(ADMIN, 'teacher', 'removeTeacher', { accountId: colleague.id });
  await recorder.call(COLLEAGUE, 'account', 'deleteAccount', {});
  await recorder.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '孟回' });
  const { invitations } = await recorder.call(ADMIN, 'teacher', 'accounts', {});
  const open = invitations.find(({ state }) => state === 'open');
  if (open) await recorder.call(ADMIN, 'teacher', 'revokeInvitation', { invitationId: open.id });
};
