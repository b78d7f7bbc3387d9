/** From the rows of one sheet to the cells of people, with all that was left out. */
import type { Reading } from './answers';
import { branchesOfTitles, branchOfSheet } from './branch-elsewhere';
import { looksLikeIdCard, type BadValue } from './check-rows';
import { segmentsOf } from './headings';
import { noteOf, type RosterNote } from './notes';
import { readSegment, type Layout, type SegmentFindings } from './read-segment';
import type { Sheet } from './workbook/sheet';

export interface SheetFindings extends Omit<SegmentFindings, 'remarks' | 'layout' | 'perhapsNot'> {
  readonly layouts: readonly Layout[];
  readonly hasHeadings: boolean;
}

const once = (notes: readonly RosterNote[]): RosterNote[] => [
  ...new Map(notes.map((note) => [JSON.stringify(note), note])).values(),
];

/** Of cards one under the other the first is told. */
const isFirstCard = (): ((bad: BadValue) => boolean) => {
  let isTold = false;
  return ({ problem }) => {
    if (problem !== 'turned-table') return true;
    if (isTold) return false;
    isTold = true;
    return true;
  };
};

/** Reads the people of a sheet. `label` is its name where the file has several. */
export const readSheet = (
  { name, rows, hiddenRows, crossedOut = [] }: Sheet,
  label: string,
  reading: Reading,
): SheetFindings => {
  const { above, segments } = segmentsOf(rows, reading);
  const elsewhere = { ofSheet: branchOfSheet(name), ofTitles: branchesOfTitles(rows) };
  const parts = segments.map((segment) => readSegment(segment, label, elsewhere, reading));
  const idLines = above.filter(({ cells }) => cells.some(looksLikeIdCard)).map(({ row }) => row);
  const repeated = segments.slice(1).map(({ heading }) => heading.row);
  const nobody = [...repeated, ...parts.flatMap(({ remarks }) => remarks)].sort((a, b) => a - b);
  const told = (kind: RosterNote['kind'], at: readonly number[]): RosterNote[] =>
    at.length > 0 ? [noteOf(kind, { sheet: label, rows: at })] : [];
  return {
    hasHeadings: segments.length > 0,
    lines: parts.flatMap(({ lines }) => lines),
    columns: parts.flatMap(({ columns }) => columns),
    layouts: parts.map(({ layout }) => layout),
    bad: parts.flatMap(({ bad }) => bad).filter(isFirstCard()),
    notes: once([
      ...told('id-line', idLines),
      ...told('rows-hidden', hiddenRows),
      ...told('rows-crossed-out', crossedOut),
      ...told('lines-skipped', nobody),
      ...told(
        'perhaps-not',
        parts.flatMap((part) => part.perhapsNot),
      ),
      ...parts.flatMap(({ notes }) => notes),
    ]),
  };
};
