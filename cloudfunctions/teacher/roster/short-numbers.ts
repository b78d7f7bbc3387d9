import type { GoodRow } from './check-rows';
import { noteOf, type RosterNote } from './notes';

/** Fewer numbers than this show no usual length. */
const FEWEST = 5;
const MOSTLY = 0.8;

/** Numbers with fewer digits than nearly all others may have lost their zeros in front. */
export const shortNumbers = (rows: readonly GoodRow[]): RosterNote[] => {
  const digits = rows.filter(({ row }) => /^\d+$/.test(row.studentNumber));
  const lengths = new Map<number, number>();
  digits.forEach(({ row: { studentNumber } }) =>
    lengths.set(studentNumber.length, (lengths.get(studentNumber.length) ?? 0) + 1),
  );
  const [usual, count] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  if (digits.length < FEWEST || count < digits.length * MOSTLY) return [];
  const short = digits.filter(({ row }) => row.studentNumber.length < usual);
  const rowsOf = short.map(({ place }) => place);
  const names = short.map(({ row }) => row.studentNumber);
  return short.length > 0 ? [noteOf('number-short', { rows: rowsOf, names })] : [];
};
