/** What is to be marked in a file, from what was found in it. */
import { ROSTER_PROBLEM_WORDS } from '../../../../miniprogram/domain/words/roster-problems';
import type { BadValue } from '../check-rows';
import type { Layout } from '../read-segment';
import type { TableFindings } from '../read-table';
import type { SheetMarks } from './sheet-copy';

/** Over the remarks; a reader passes the column over, so that the mended copy can be sent as it is. */
const HEADING = '要看的地方（改好不用删）';

const isFound = (words: string): boolean => words !== HEADING;
const wordsOf = ({ field, problem }: BadValue): string => `${field}：${ROSTER_PROBLEM_WORDS[problem]}`;

const marksOf = (tables: readonly Layout[], bad: readonly BadValue[]): SheetMarks => {
  const remarks = new Map<number, string>(tables.map(({ headingRow }) => [headingRow, HEADING]));
  const cells = new Set<string>();
  bad.forEach((one) => {
    const before = remarks.get(one.row);
    const isFirst = before === undefined || before === HEADING;
    remarks.set(one.row, isFirst ? wordsOf(one) : `${before}；${wordsOf(one)}`);
    const table = [...tables].reverse().find(({ headingRow }) => headingRow <= one.row);
    const column = one.of && table ? table.fields.indexOf(one.of) : -1;
    if (column >= 0) cells.add(`${one.row}:${column}`);
  });
  return {
    remarks,
    cells,
    struck: new Set(tables.flatMap(({ struck }) => struck)),
    remarkColumn: Math.max(0, ...tables.map(({ width }) => width)),
  };
};

/** The marks of two tables side by side: a row may hold somebody of each. */
const together = (left: SheetMarks, right: SheetMarks): SheetMarks => {
  const remarks = new Map(left.remarks);
  right.remarks.forEach((words, row) => {
    const before = remarks.get(row) ?? HEADING;
    remarks.set(
      row,
      before === HEADING || words === HEADING
        ? ([before, words].find(isFound) ?? HEADING)
        : `${before}；${words}`,
    );
  });
  return {
    remarks,
    cells: new Set([...left.cells, ...right.cells]),
    struck: new Set([...left.struck, ...right.struck]),
    remarkColumn: Math.max(left.remarkColumn, right.remarkColumn),
  };
};

/** By the name of the sheet. */
export const allMarks = (
  { layouts }: Pick<TableFindings, 'layouts'>,
  bad: readonly BadValue[],
): Map<string, SheetMarks> =>
  layouts.reduce((marks, { sheet, label, tables }) => {
    const here = marksOf(
      tables,
      bad.filter((one) => (one.sheet ?? '') === label),
    );
    const before = marks.get(sheet);
    return marks.set(sheet, before ? together(before, here) : here);
  }, new Map<string, SheetMarks>());
