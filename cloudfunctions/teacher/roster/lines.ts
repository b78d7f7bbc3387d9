/** Tells the people of a table from what else stands below its headings. */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { isBlank } from './check-rows';
import type { Column } from './columns';

/** How sums, signatures and remarks begin. */
const REMARK =
  /^(合计|总计|小计|共计|本页|总人数|共\s*\d+\s*人|制表|填表|填报|审核|审批|负责人|联系人|经办人|打印|备注|说明|注:|以上|以下)/;
const SUM = /^(合计|总计|小计|共计|本页|总人数|人数)/;

type Columns = readonly (Column | undefined)[];

const cellOf = (cells: readonly string[], columns: Columns, field: Column['field']): string =>
  plainLine(cells[columns.findIndex((column) => column?.field === field)] ?? '');

const isPerson = (number: string, name: string): boolean =>
  /\d/.test(number) && /\p{L}/u.test(name) && !REMARK.test(number) && !SUM.test(name);

/** What a row of a table is: a person, a remark to be told of, or a place for a person left empty. */
export const kindOfLine = (cells: readonly string[], columns: Columns): 'person' | 'remark' | 'empty' => {
  const number = cellOf(cells, columns, 'studentNumber');
  const name = cellOf(cells, columns, 'name');
  if (isPerson(number, name)) return 'person';
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ text: plainLine(cell), index }]));
  const [first] = filled;
  if (!first) return 'empty';
  if (REMARK.test(first.text) || SUM.test(name)) return 'remark';
  // Forms come with their rows numbered.
  if (!filled.some(({ index }) => columns[index]))
    return filled.every(({ text }) => /^\d+$/.test(text)) ? 'empty' : 'remark';
  const isTitle = filled.length === 1 && name === '' && !/^[\dA-Z-]+$/i.test(first.text);
  return isTitle ? 'remark' : 'person';
};

/** Whether names stand under the heading of numbers and numbers under that of names. */
export const isSwapped = (
  rows: readonly { readonly cells: readonly string[] }[],
  columns: Columns,
): boolean => {
  const swapped = rows.filter(
    ({ cells }) =>
      /\p{Script=Han}/u.test(cellOf(cells, columns, 'studentNumber')) &&
      /^[\dA-Z-]*\d[\dA-Z-]*$/i.test(cellOf(cells, columns, 'name')),
  );
  return swapped.length > rows.length / 2;
};
