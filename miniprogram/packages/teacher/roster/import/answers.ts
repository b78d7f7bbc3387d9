/** What she says to a file, until it is looked at again with all of it. */
import type { Request } from '../../../../contract';
import type { ColumnUse, RosterField } from '../../../../domain/people/roster-columns';

export type Answers = Required<
  Pick<
    NonNullable<Request<'teacher', 'rosterUpload'>['answers']>,
    'columns' | 'branches' | 'cells' | 'kept' | 'people'
  >
> & { readonly graduationMonth?: string };

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly field: RosterField;
}

export const NO_ANSWERS: Answers = { columns: [], branches: [], cells: [], kept: [], people: [] };

const isAt =
  (place: Place) =>
  ({ sheet = '', row, field }: Partial<Place>): boolean =>
    sheet === place.sheet && row === place.row && field === place.field;

export const withColumn = (answers: Answers, key: string, use: ColumnUse): Answers => ({
  ...answers,
  columns: [...answers.columns.filter((one) => one.key !== key), { key, use }],
});

/** @param into what the names are called from now on; null when they are several branches */
export const withBranches = (answers: Answers, names: readonly string[], into: string | null): Answers => ({
  ...answers,
  branches: [
    ...answers.branches.filter((one) => one.names.join('\n') !== names.join('\n')),
    { names: [...names], into },
  ],
});

/** An empty value takes the answer back. */
export const withCell = (answers: Answers, place: Place, value: string): Answers => {
  const others = answers.cells.filter((one) => !isAt(place)(one));
  return { ...answers, cells: value === '' ? others : [...others, { ...place, value }] };
};

export const withKept = (answers: Answers, place: Place): Answers =>
  answers.kept.some(isAt(place))
    ? { ...answers, kept: answers.kept.filter((one) => !isAt(place)(one)) }
    : { ...answers, kept: [...answers.kept, place] };

/** @param memberId whose number it is from now on; null for somebody else of the same name */
export const withPerson = (answers: Answers, studentNumber: string, memberId: string | null): Answers => ({
  ...answers,
  people: [
    ...answers.people.filter((one) => one.studentNumber !== studentNumber),
    { studentNumber, memberId },
  ],
});

/** What was said about a cell, in words; empty while nothing was. */
export const saidOf = (answers: Answers, place: Place, studentNumber: string): string => {
  const typed = answers.cells.find(isAt(place));
  if (typed) return `改成 ${typed.value}`;
  if (answers.kept.some(isAt(place))) return '就是这样';
  const person = answers.people.find((one) => one.studentNumber === studentNumber);
  if (!person || place.field !== 'studentNumber') return '';
  return person.memberId === null ? '是两个人' : '是同一个人';
};

const entriesOf = ({ columns, branches, cells, kept, people, graduationMonth }: Answers): string[] =>
  [...columns, ...branches, ...cells, ...kept, ...people, ...(graduationMonth ? [graduationMonth] : [])].map(
    (entry) => JSON.stringify(entry),
  );

/** How many answers the shown run knows nothing of. */
export const unseenAnswers = (answers: Answers, seen: Answers): number => {
  const known = new Set(entriesOf(seen));
  const said = new Set(entriesOf(answers));
  const taken = [...known].filter((entry) => !said.has(entry)).length;
  return Math.max([...said].filter((entry) => !known.has(entry)).length, taken);
};
