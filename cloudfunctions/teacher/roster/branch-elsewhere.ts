/**
 * Where a table leaves the branch unsaid, or half said: the name of the sheet, a title above people, the first row of
 * each group, and a column of majors.
 */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import type { Column } from './columns';
import { plainHeading } from './plain-heading';
import type { SheetRow } from './workbook/sheet';

/** 机制2201, 机制2201班, 机制2201团支部; not 2026届毕业生 nor 名单1. */
const BRANCH = /^(?=.*\p{Script=Han}{2})(.*(班|支部)|\p{Script=Han}{2,}\d{2,4}(-\d)?)$/u;
const NO_BRANCH = /毕业|名单|花名册|信息|汇总|数据|统计|全部|学院|团员|[届级]/;

/** The branch a sheet is named by; undefined where its name says something else. */
export const branchOfSheet = (name: string): string | undefined => {
  const plain = plainLine(name);
  return BRANCH.test(plain) && !NO_BRANCH.test(plain.replace(/(班|团?支部)$/, '')) ? plain : undefined;
};

/** What a title says beside the branch: 附件1：2027届环境学院环工2301班毕业生团员名单（共32人）. */
const TITLE_FRONT =
  /^(附件?\d*[:、]?)?(\d{4}[届年级]?)?(毕业(生|班)?)?(.*(大学|学院)(?=\p{Script=Han}|\d))?(\d{4}[届年级])?/u;
const TITLE_END =
  /(的?(应届)?(毕业(生|班)?)?(团员|团支部成员|成员|学生|人员|同学)?(基本)?(信息|情况)?(列表|名单|花名册|名册|(登记|统计|信息|汇总|情况)?表))$/;
const IN_BRACKETS = /\([^()]*\)$|\(共?\d+人\)/g;
/** Sentences end in 班 and 支部 too. */
const SENTENCE = /[,，。;；:：]|^(以上|以下|注|说明|填)|为|请|各|班主任|负责/;

/** The branch a row by itself names: 环工2301团支部（2人）. Digits alone are one only in front of 名单. */
const branchOfTitle = ({ cells }: SheetRow): string | undefined => {
  // A title that is merged over its table may stand in each of its cells.
  const [title, other] = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  if (title === undefined || other !== undefined) return undefined;
  const text = plainLine(title).replace(IN_BRACKETS, '').replace(TITLE_FRONT, '');
  const name = text.replace(TITLE_END, '');
  if (SENTENCE.test(name) || (name === text && !/(班|支部)$/.test(name))) return undefined;
  return branchOfSheet(name);
};

/** The branches that titles name, by the rows below them. */
export const branchesOfTitles = (rows: readonly SheetRow[]): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  let current: string | undefined;
  rows.forEach((row) => {
    current = branchOfTitle(row) ?? current;
    if (current !== undefined) found.set(row.row, current);
  });
  return found;
};

/** Fewer rows for each name than these are too few to tell a group from a cell that somebody forgot. */
const FEWEST_OF_GROUP = 3;

/**
 * A branch that stands only in the first row of each group, as merged cells leave it when a program has parted them; the
 * month of graduation, where it was merged over the same rows, is filled down with it.
 * Where one name stands in two rows, an empty cell is one that somebody forgot.
 */
export const filledDown = (
  rows: readonly SheetRow[],
  columns: readonly (Column | undefined)[],
): { readonly rows: readonly SheetRow[]; readonly filled: readonly number[] } => {
  const branch = columns.findIndex((column) => column?.field === 'branchName');
  const nameIn = ({ cells }: SheetRow): string => plainLine(cells[branch] ?? '');
  const named = rows.map(nameIn).filter((name) => name !== '');
  const isGrouped =
    branch >= 0 &&
    rows[0] !== undefined &&
    nameIn(rows[0]) !== '' &&
    named.length * FEWEST_OF_GROUP <= rows.length &&
    named.length === new Set(named).size;
  if (!isGrouped) return { rows, filled: [] };
  const months = columns.findIndex((column) => column?.field === 'graduationMonth');
  let first = rows[0];
  const put = (row: SheetRow): SheetRow => {
    if (nameIn(row) !== '') first = row;
    const cells = Array.from(columns, (_, index) => {
      const cell = row.cells[index] ?? '';
      return (index === branch || index === months) && plainLine(cell) === ''
        ? (first?.cells[index] ?? '')
        : cell;
    });
    return { ...row, cells };
  };
  return { rows: rows.map(put), filled: rows.filter((row) => nameIn(row) === '').map(({ row }) => row) };
};

const MAJORS = new Set(['专业', '专业名称', '所学专业', '就读专业', '所在专业']);
/** A class by its number alone: every major has its 1班. */
const BARE = /^\(?([\d一二三四五六七八九十]{1,2})\)?班?$/;

export interface WithMajors {
  readonly rows: readonly SheetRow[];
  /** Some of the names that were put together. */
  readonly names: readonly string[];
}

/** Puts the major before classes that are a number alone, where the table says the major. */
export const withMajors = (
  heading: SheetRow,
  rows: readonly SheetRow[],
  columns: readonly (Column | undefined)[],
): WithMajors => {
  const major = heading.cells.findIndex((cell) => MAJORS.has(plainHeading(cell)));
  const branch = columns.findIndex((column) => column?.field === 'branchName');
  if (major < 0 || branch < 0) return { rows, names: [] };
  const names = new Set<string>();
  const put = (row: SheetRow): SheetRow => {
    const [of, name] = [plainLine(row.cells[major] ?? ''), plainLine(row.cells[branch] ?? '')];
    if (of === '' || !BARE.test(name)) return row;
    const whole = of + (name.endsWith('班') ? name : `${name}班`);
    names.add(whole);
    return { ...row, cells: row.cells.map((cell, index) => (index === branch ? whole : cell)) };
  };
  return { rows: rows.map(put), names: [...names] };
};
