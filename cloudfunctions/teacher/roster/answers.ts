/** What the college said about a file, now and before, as a reader asks for it. */
import type * as v from 'valibot';
import type { rosterAnswers } from '../../../miniprogram/contract/teacher/roster-answers';
import type { ColumnUse, RosterField } from '../../../miniprogram/domain/people/roster-columns';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { College } from '../../_shared/store/records';

export type Answers = v.InferOutput<typeof rosterAnswers>;
export type Habits = NonNullable<College['rosterHabits']>;

interface Place {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly field: RosterField;
}

/** What is known before a file is read. */
export interface Reading {
  readonly answers: Answers;
  /** What columns were taken for in earlier files, by key. */
  readonly remembered: ReadonlyMap<string, ColumnUse>;
  /** Of whoever has none in the table, `YYYY-MM`; the season's until another was named. */
  readonly graduationMonth: { readonly month: string; readonly isAnswered: boolean };
}

const NO_HABITS: Habits = { columns: [], branches: [], graduation: null };

/** @param season its `month` is the one in which it ends, `YYYY-MM` */
export const readingWith = (
  answers: Answers,
  { rosterHabits: { columns, graduation } = NO_HABITS }: Pick<College, 'rosterHabits'>,
  { id, month: seasonMonth }: { readonly id: string; readonly month: string },
): Reading => {
  const known = graduation && graduation.seasonId === id ? graduation.month : undefined;
  const month = answers.graduationMonth ?? known;
  return {
    answers,
    remembered: new Map(columns.map(({ key, use }) => [key, use])),
    graduationMonth: { month: month ?? seasonMonth, isAnswered: month !== undefined },
  };
};

const isAt =
  ({ sheet = '', row, field }: Place) =>
  (one: Place): boolean =>
    one.row === row && one.field === field && (one.sheet ?? '') === sheet;

/** What was typed in place of a cell. */
export const typedAt = ({ cells }: Answers, place: Place): string | undefined =>
  cells.find(isAt(place))?.value;

/** Whether a doubtful cell was said to be right. */
export const isKept = ({ kept }: Answers, place: Place): boolean => kept.some(isAt(place));

const MOST_COLUMNS = 200;
const MOST_BRANCHES = 100;

const lastOf = <T>(all: readonly T[], keyOf: (one: T) => string, most: number): T[] =>
  [...new Map(all.map((one) => [keyOf(one), one])).values()].slice(-most);

const keyOfNames = ({ names }: Habits['branches'][number]): string => names.map(placeKey).sort().join('\n');

/** What the next file needs not to be asked. */
export const habitsAfter = (
  { rosterHabits: habits = NO_HABITS }: Pick<College, 'rosterHabits'>,
  { columns, branches, graduationMonth: month }: Answers,
  seasonId: string,
): Habits => ({
  columns: lastOf([...habits.columns, ...columns], ({ key }) => key, MOST_COLUMNS),
  branches: lastOf([...habits.branches, ...branches], keyOfNames, MOST_BRANCHES),
  graduation: month === undefined ? habits.graduation : { seasonId, month },
});
