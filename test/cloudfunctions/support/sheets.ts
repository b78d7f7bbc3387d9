/** Roster files as a teacher has them. */
import { readSheet } from 'read-excel-file/node';
import { formatChina, HOUR_MS } from '../../../miniprogram/domain/calendar/china-time';
import { writeXlsx } from '../../../cloudfunctions/teacher/lazy/spreadsheets';
import { dataOf, type World } from './world';

export const HEADINGS = ['学号', '姓名', '团支部', '出生年月', '毕业年月', '团内职务', '团支书'] as const;

export const line = (studentNumber: string, name: string, branch = '光电2302团支部', more: string[] = []) => {
  const [birth = '', graduation = '2027-06', post = '', secretary = ''] = more;
  return [studentNumber, name, branch, birth, graduation, post, secretary];
};

export const sheet = (rows: readonly (readonly string[])[], headings: readonly string[] = HEADINGS) =>
  writeXlsx([headings, ...rows], { sheet: '名单', widths: [] });

/** Puts a file into a teacher's own folder; its id. */
export const putFile = async (
  world: World,
  openid: string,
  bytes: Buffer,
  name = 'a.xlsx',
): Promise<string> => {
  const { folder } = dataOf(await world.call(openid, 'teacher', 'rosterFolder', {}));
  return world.ports.files.upload(`${folder}/${name}`, bytes);
};

export const upload = async (world: World, openid: string, collegeId: string, bytes: Buffer) =>
  world.call(openid, 'teacher', 'rosterUpload', { fileId: await putFile(world, openid, bytes), collegeId });

const HALF_A_MINUTE = 30_000;

/** What stands in a cell; a date to the minute, as a spreadsheet shows it, which knows no zones. */
export const cellText = (cell: unknown): string =>
  cell instanceof Date
    ? formatChina(cell.getTime() + HALF_A_MINUTE - 8 * HOUR_MS, 'YYYY-MM-DD HH:mm')
    : String(cell ?? '');

/** The cells of an .xlsx as a reader that is not ours finds them. */
export const openSheet = async (bytes: Buffer | undefined): Promise<string[][]> => {
  if (!bytes) throw new Error('there is no such file');
  const rows = await readSheet<string>(bytes, { parseNumber: (digits) => digits });
  return rows.map((row) => row.map(cellText));
};
