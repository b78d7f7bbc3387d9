/** Where a table leaves the branch unsaid, or half said: the name of the sheet, and a column of majors. */
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

const MAJORS = new Set(['专业', '专业名称', '所学专业', '就读专业', '所在专业']);
/** A class by its number alone: every major has its 1班. */
const BARE = /^\(?([\d一二三四五六七八九十]{1,2})\)?班$/;

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
    names.add(of + name);
    return { ...row, cells: row.cells.map((cell, index) => (index === branch ? of + name : cell)) };
  };
  return { rows: rows.map(put), names: [...names] };
};
