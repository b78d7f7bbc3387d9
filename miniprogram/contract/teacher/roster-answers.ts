/** What a roster file was taken for, what it leaves open, and what the college says to it. */
import * as v from 'valibot';
import { COLUMN_USES, ROSTER_FIELDS } from '../../domain/people/roster-columns';
import { id, line, month, studentNumber } from '../parts';

const field = v.picklist(ROSTER_FIELDS);
const few = <T extends v.GenericSchema>(one: T, most: number) =>
  v.optional(v.pipe(v.array(one), v.maxLength(most)), []);

/** A cell of the file: the name of its sheet where there are several, its row as the spreadsheet counts it. */
const place = {
  sheet: v.optional(v.pipe(v.string(), v.maxLength(60)), ''),
  row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  field,
};

const MOST_COLUMNS = 100;
const MOST_ANSWERS = 300;

export const columnAnswer = v.strictObject({ key: line(60), use: v.picklist(COLUMN_USES) });
/** Names of branches that are one, which is called `into`, or that are not: null. */
export const branchAnswer = v.strictObject({
  names: v.pipe(v.array(line(60)), v.minLength(2), v.maxLength(20)),
  into: v.nullable(line(60)),
});

export const rosterAnswers = v.strictObject({
  columns: few(columnAnswer, MOST_COLUMNS),
  /** Of everybody in a table without such a column. */
  graduationMonth: v.optional(month),
  branches: few(branchAnswer, MOST_COLUMNS),
  /** What stands in a cell instead. */
  cells: few(v.strictObject({ ...place, value: line(60) }), MOST_ANSWERS),
  /** Doubtful cells that are right as they stand. */
  kept: few(v.strictObject(place), MOST_ANSWERS),
  /** Whether somebody new is one of the roster under another number; null when they are two people. */
  people: few(v.strictObject({ studentNumber, memberId: v.nullable(id) }), MOST_ANSWERS),
});

/** A column with what it is taken for. `key` names it in answers. */
export const rosterColumn = v.object({
  key: v.string(),
  letter: v.string(),
  /** Empty where the heading may hold an ID number. */
  heading: v.string(),
  /** Some of its cells; none of columns that are not read. */
  samples: v.array(v.string()),
  use: v.picklist([...COLUMN_USES, 'id-number']),
  /** A class stands for its branch; what was said before is remembered. */
  from: v.picklist(['heading', 'class', 'answer', 'remembered']),
});

/** Names that are probably one branch. */
const branchQuestion = v.object({
  names: v.array(
    v.object({
      name: v.string(),
      rows: v.number(),
      /** Null for a branch nobody stands in yet. */
      branchId: v.nullable(id),
    }),
  ),
  into: v.string(),
  answer: v.nullable(v.picklist(['one', 'apart'])),
});

export const rosterQuestions = v.object({
  /** In a table without months of graduation: that of the season, until another is named. */
  graduationMonth: v.nullable(v.object({ month: v.string(), isAnswered: v.boolean() })),
  branches: v.array(branchQuestion),
});
