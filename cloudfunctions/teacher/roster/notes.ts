/** What a reader tells about a file besides its bad cells. */
import type * as v from 'valibot';
import type { rosterNote } from '../../../miniprogram/contract/teacher/roster';
import { cleanLine } from '../../../miniprogram/domain/text/clean-text';
import { holdsIdNumber } from '../../../miniprogram/domain/text/id-number';

export type RosterNote = v.InferOutput<typeof rosterNote>;

/** Of the rows or names of one note; the count says how many there are. */
const MOST_SHOWN = 20;
const MOST_NOTES = 60;
const LONGEST_SHOWN = 40;

/** What may be repeated of a text out of the file: never an ID number. */
const shown = (text: string): string => (holdsIdNumber(text) ? '' : cleanLine(text).slice(0, LONGEST_SHOWN));

export const noteOf = (
  kind: RosterNote['kind'],
  {
    sheet = '',
    rows = [],
    names = [],
  }: { sheet?: string; rows?: readonly number[]; names?: readonly string[] },
): RosterNote => ({
  kind,
  sheet: shown(sheet),
  rows: rows.slice(0, MOST_SHOWN),
  count: rows.length,
  names: names.map(shown).slice(0, MOST_SHOWN),
});

/** As many as a person reads and a record holds. */
export const fewNotes = (notes: readonly RosterNote[]): RosterNote[] => notes.slice(0, MOST_NOTES);
