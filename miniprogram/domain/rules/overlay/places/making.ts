/** How places are made: the parts they share. */
import type { JsonValue } from '../../rulebook/settings';
import type { Level, Place, PlaceGroup, PlaceKind } from '../place';

const BOTH: readonly Level[] = ['committee', 'college'];
export const COMMITTEE_ALONE: readonly Level[] = ['committee'];

export const LINE: PlaceKind = { kind: 'text', max: 40, lines: 'one' };
export const SENTENCE: PlaceKind = { kind: 'text', max: 300, lines: 'several' };
export const SENTENCES: PlaceKind = { kind: 'texts', max: 200, most: 10 };

interface Heading {
  readonly group: PlaceGroup;
  readonly about: string;
  readonly source: string;
  readonly levels?: readonly Level[];
}

/** Makes the places of one card. Paths are below `root`. */
export const placesUnder =
  (root: string, { group, about, source, levels = BOTH }: Heading) =>
  (path: string, label: string, kind: PlaceKind, usual: JsonValue | undefined): Place[] =>
    usual === undefined
      ? []
      : [{ path: root ? `${root}.${path}` : path, group, about, label, kind, usual, source, levels }];
