/** The lists a rulebook has the college hand in. */
import { VALUE_FIELD_IDS, rowOf, type ValueFieldId } from './fields/catalogue';

/** Of the letters somebody was given: their numbers, when they were written, when the receiver's slips came back. */
const LETTER_COLUMNS = ['letterNumber', 'letterAt', 'receiptAt'] as const;
type LetterColumn = (typeof LETTER_COLUMNS)[number];

/** What a list of a rulebook can show between the person and the state. */
export type ListColumn = 'way' | 'route' | 'graduationMonth' | LetterColumn | ValueFieldId;
export const LIST_COLUMNS: readonly ListColumn[] = [
  'way',
  'route',
  'graduationMonth',
  ...LETTER_COLUMNS,
  ...VALUE_FIELD_IDS.filter((id) => rowOf(id).exported !== null),
];

/** Whom a list names. route: everybody whose own route names it; letters: everybody who was given a numbered letter. */
export const LIST_HOLDS = ['route', 'letters'] as const;

/** A list of a rulebook. */
export interface HandInList {
  readonly id: string;
  /** Beside the button, e.g. “参军入伍的”. */
  readonly title: string;
  /** One line under the title. */
  readonly hint: string;
  /** Name of the sheet, and part of the file's name. */
  readonly fileName: string;
  readonly holds: (typeof LIST_HOLDS)[number];
  readonly columns: readonly ListColumn[];
}
