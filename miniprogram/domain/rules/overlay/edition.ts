/**
 * Versions of rules that people published on top of a shipped rulebook. They are named in the rulebook's id, after its
 * answers, the university's before the college's: `national-2022~deadline.june@all.3@c-12ab.1`.
 */
import type { JsonValue, RulebookEdit } from '../rulebook/settings';

/** Whose rules: the committee's, for everybody, or a college's own. */
export const EVERYBODY = 'all';

/** One published version of a scope, counted from 1 for each shipped rulebook. */
export interface EditionName {
  readonly scopeId: string;
  readonly number: number;
}

/** What a version changes. Each path stands there once. */
export type Overlay = readonly RulebookEdit[];

const BEFORE_EDITION = '@';
const BEFORE_NUMBER = '.';

/** The id without the versions: the shipped rulebook and the season's answers. */
export const uneditedIdOf = (id: string): string => id.split(BEFORE_EDITION)[0] ?? id;

/** The versions an id names, in the order they are applied. */
export const editionsIn = (id: string): readonly EditionName[] =>
  id
    .split(BEFORE_EDITION)
    .slice(1)
    .map((edition) => {
      const [scopeId = '', number = ''] = edition.split(BEFORE_NUMBER);
      return { scopeId, number: Number(number) };
    });

/** The id of a rulebook with these versions on it. */
export const withEditions = (id: string, editions: readonly EditionName[]): string =>
  [uneditedIdOf(id), ...editions.map(({ scopeId, number }) => `${scopeId}${BEFORE_NUMBER}${number}`)].join(
    BEFORE_EDITION,
  );

/** The value a version gives a path; undefined where it leaves it alone. */
export const valueIn = (overlay: Overlay, path: string): RulebookEdit['value'] | undefined =>
  overlay.find((edit) => edit.path === path)?.value;

/** The overlay with one more value; undefined takes the value back. */
export const withValue = (
  overlay: Overlay,
  path: string,
  value: RulebookEdit['value'] | undefined,
): Overlay => [
  ...overlay.filter((edit) => edit.path !== path),
  ...(value === undefined ? [] : [{ path, value }]),
];

/** Whether something that came from elsewhere can be a value of an edit. */
export const isJson = (value: unknown): value is JsonValue => {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.values(value).every(isJson);
};
