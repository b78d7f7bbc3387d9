/** Headings in two rows: the upper one over groups of columns, the lower one naming each. */
import type { RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { cleanLine } from '../../../miniprogram/domain/text/clean-text';
import type { Reading } from './answers';
import { isBlank, isIdCardHeading } from './check-rows';
import { allAssigned, NAME } from './headings';
import { isLongNumber } from './lines';
import { plainHeading } from './plain-heading';
import type { SheetRow } from './workbook/sheet';

const sameHeading = (a: string, b: string): boolean => isBlank(b) || plainHeading(a) === plainHeading(b);

const joined = (upper: SheetRow, lower: SheetRow): SheetRow => ({
  row: lower.row,
  cells: Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => {
    const cell = lower.cells[at] ?? '';
    return isBlank(cell) ? (upper.cells[at] ?? '') : cell;
  }),
});

const SECRET = 'id-number';

/** What each cell would head; ID numbers too. */
const knownIn = (
  { cells }: SheetRow,
  reading: Reading,
): readonly (RosterField | typeof SECRET | undefined)[] =>
  allAssigned(cells.map(cleanLine), reading).map(({ column }, at) =>
    isIdCardHeading(cells[at] ?? '') ? SECRET : column?.field,
  );

const kindsIn = (fields: readonly unknown[]): number => new Set(fields.filter(Boolean)).size;

/** The lower row names what the upper one heads as a group: nothing known of the upper one is said otherwise. */
const areOne = (upper: SheetRow, lower: SheetRow, reading: Reading): boolean => {
  const cells = [...upper.cells, ...lower.cells];
  if (cells.some(isLongNumber) || !cells.some((cell) => NAME.test(cell))) return false;
  const [above, below, both] = [
    knownIn(upper, reading),
    knownIn(lower, reading),
    knownIn(joined(upper, lower), reading),
  ];
  return (
    kindsIn(below) > 0 &&
    kindsIn(both) > Math.max(kindsIn(above), kindsIn(below)) &&
    (['studentNumber', 'name'] as const).every((key) => both.filter((field) => field === key).length === 1) &&
    upper.cells.every((cell, at) => above[at] === undefined || sameHeading(cell, lower.cells[at] ?? ''))
  );
};

/** Headings over groups of columns with the headings below them as one row. */
export const withWholeHeadings = (rows: readonly SheetRow[], reading: Reading): SheetRow[] => {
  const whole: SheetRow[] = [];
  rows.forEach((row) => {
    const above = whole.at(-1);
    if (above && areOne(above, row, reading)) whole[whole.length - 1] = joined(above, row);
    else whole.push(row);
  });
  return whole;
};
