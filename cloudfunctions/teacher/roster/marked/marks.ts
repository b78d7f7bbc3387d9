/** What is to be marked in a file, from what was found in it. */
import { ROSTER_PROBLEM_WORDS } from '../../../../miniprogram/domain/words/roster-problems';
import type { BadValue } from '../check-rows';
import type { Layout } from '../read-segment';
import type { TableFindings } from '../read-table';
import type { SheetMarks } from './sheet-copy';

/** Over the remarks; a reader passes the column over, so that the mended copy can be sent as it is. */
const HEADING = '要看的地方（改好不用删）';

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

/** By the name of the sheet. */
export const allMarks = (
  { layouts }: Pick<TableFindings, 'layouts'>,
  bad: readonly BadValue[],
): Map<string, SheetMarks> =>
  new Map(
    layouts.map(({ sheet, label, tables }) => [
      sheet,
      marksOf(
        tables,
        bad.filter((one) => (one.sheet ?? '') === label),
      ),
    ]),
  );
