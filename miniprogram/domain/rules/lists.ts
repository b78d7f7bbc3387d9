/** The lists a rulebook has the college hand in. */
import { VALUE_FIELD_IDS, rowOf, type ValueFieldId } from './fields/catalogue';

/** What a list of a rulebook can show between the person and the state. */
export type ListColumn = 'way' | 'route' | 'graduationMonth' | ValueFieldId;
export const LIST_COLUMNS: readonly ListColumn[] = [
  'way',
  'route',
  'graduationMonth',
  ...VALUE_FIELD_IDS.filter((id) => rowOf(id).exported !== null),
];

/** A list of a rulebook: everybody whose route names it. */
export interface HandInList {
  readonly id: string;
  /** Beside the button, e.g. “参军入伍的”. */
  readonly title: string;
  /** One line under the title. */
  readonly hint: string;
  /** Name of the sheet, and part of the file's name. */
  readonly fileName: string;
  readonly columns: readonly ListColumn[];
}
