/** Tells the people of a table from what else stands below its headings. */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { isBlank } from './check-rows';
import type { Column } from './columns';

/** How sums begin; forms spread the two characters: 合　计. */
const SUM = /^(本班|本支部|全班|全院|以上)?(合计|总计|小计|共计|本页|总人数|人数)/;
/** How signatures and remarks begin. */
const REMARK =
  /^(共\d+人|制表|填表|填报|审核|审批|负责人|联系人|经办人|联系电话|电话|辅导员|班主任|打印|备注|说明|注:|以上|以下)/;
/** 团支书:, 日期:2026年11月. In front of a number or a name it is a slip. */
const LABEL = /^\D+:(?!.*\d{5})/;
/** How forms mark the row that shows what to write, in whichever column. */
const EXAMPLE = /^(填写)?(示例|样例|范例|例如|例)([,。:;]|$)/;
/** A whole line that slipped into one cell, its signs and all: somebody is in it. */
const WHOLE_LINE = /\d{6,}["\s,;|、]+\p{Script=Han}|\p{Script=Han}["\s,;|、]+[A-Z]?\d{6,}/u;

/** A student number, and no year or day. */
export const isLongNumber = (cell: string): boolean => /^[A-Z]{0,3}\d{6,}[A-Z]?$/i.test(cell.trim());

type Columns = readonly (Column | undefined)[];

const cellOf = (cells: readonly string[], columns: Columns, field: Column['field']): string =>
  plainLine(cells[columns.findIndex((column) => column?.field === field)] ?? '');

const spelled = (text: string): string => text.replace(/\s/g, '');
const isSum = (text: string): boolean => SUM.test(spelled(text));
const isRemark = (text: string): boolean => isSum(text) || REMARK.test(spelled(text));

const isPerson = (number: string, name: string): boolean =>
  /\d/.test(number) && /\p{L}/u.test(name) && !isRemark(number) && !LABEL.test(number) && !isSum(name);

/** What forms carry for everybody, also where nobody was written down. */
const PREFILLED: readonly (Column['field'] | undefined)[] = [undefined, 'branchName', 'graduationMonth'];

/** What a row of a table is: a person, a remark to be told of, or a place for a person left empty. */
export const kindOfLine = (cells: readonly string[], columns: Columns): 'person' | 'remark' | 'empty' => {
  const number = cellOf(cells, columns, 'studentNumber');
  const name = cellOf(cells, columns, 'name');
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ text: plainLine(cell), index }]));
  const [first] = filled;
  if (!first) return 'empty';
  if (filled.some(({ text, index }) => !columns[index] && EXAMPLE.test(text))) return 'remark';
  if (isPerson(number, name)) return 'person';
  if (isRemark(first.text) || isSum(name)) return 'remark';
  if (LABEL.test(first.text) && columns[first.index]?.field !== 'name') return 'remark';
  if (filled.length === 1 && WHOLE_LINE.test(first.text)) return 'person';
  // Forms come with their rows numbered.
  if (!filled.some(({ index }) => columns[index]))
    return filled.every(({ text }) => /^\d+$/.test(text)) ? 'empty' : 'remark';
  const isNobody =
    number === '' && name === '' && filled.every(({ index }) => PREFILLED.includes(columns[index]?.field));
  const isTitle = filled.length === 1 && name === '' && !/^(?=.*\d)[\dA-Z-]+$/i.test(first.text);
  return isNobody || isTitle ? 'remark' : 'person';
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
