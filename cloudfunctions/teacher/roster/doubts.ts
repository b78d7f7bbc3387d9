/** Cells that can be read and are probably wrong. Their rows wait until somebody says that they are right. */
import { plainLine } from '../../../miniprogram/domain/text/clean-text';
import { FIELD_WORDS, type RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { isKept, type Answers } from './answers';
import type { BadValue, GoodRow } from './check-rows';

/** With fewer numbers than this, every one that is shorter than the longest is asked about. */
const FEWEST = 5;
const MOSTLY = 0.8;

const isDigits = (number: string): boolean => /^\d+$/.test(number);

/** The length nearly all numbers have; 0 where there is none. */
const usualLength = (numbers: readonly string[]): number => {
  const lengths = new Map<number, number>();
  numbers.forEach(({ length }) => lengths.set(length, (lengths.get(length) ?? 0) + 1));
  if (numbers.length < FEWEST) return Math.max(0, ...lengths.keys());
  const [usual, count] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return count < numbers.length * MOSTLY ? 0 : usual;
};

const doubt = (good: GoodRow, of: RosterField, problem: BadValue['problem']): BadValue => ({
  row: good.place,
  sheet: good.sheet,
  field: FIELD_WORDS[of],
  of,
  value: String(good.row[of]),
  who: good.row.name,
  problem,
});

/** Numbers with fewer digits than nearly all others may have lost their zeros in front. */
const shortNumbers = (rows: readonly GoodRow[], known: ReadonlySet<string>): BadValue[] => {
  const numbers = new Set([...rows.map(({ row }) => row.studentNumber), ...known]);
  const usual = usualLength([...numbers].filter(isDigits));
  return rows
    .filter(({ row: { studentNumber: number } }) => isDigits(number) && number.length < usual)
    .filter(({ row: { studentNumber } }) => !known.has(studentNumber))
    .map((good) => doubt(good, 'studentNumber', 'number-short'));
};

/** A month or a number in the column of branches is another column's. */
const oddBranches = (rows: readonly GoodRow[]): BadValue[] =>
  rows
    .filter(({ row }) => !/\p{L}/u.test(plainLine(row.branchName)))
    .map((good) => doubt(good, 'branchName', 'odd-branch'));

/** @param known numbers of people of these branches who stand on the roster: they are right */
export const doubtsOf = (
  rows: readonly GoodRow[],
  known: ReadonlySet<string>,
  answers: Answers,
): BadValue[] =>
  [...shortNumbers(rows, known), ...oddBranches(rows)].filter(
    ({ of, row, sheet }) => !of || !isKept(answers, { field: of, row, sheet }),
  );
