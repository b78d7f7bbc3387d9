import type { Rulebook } from '../rulebook';

/** `path` is dotted, from the rulebook's root. */
export interface RulebookProblem {
  readonly path: string;
  readonly message: string;
}

export type Check = (rulebook: Rulebook) => RulebookProblem[];

export const problem = (path: string, message: string, wrong: boolean): RulebookProblem[] =>
  wrong ? [{ path, message }] : [];

/** The first that stands there twice. */
export const repeated = (items: readonly (string | number)[]): string | undefined => {
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  return twice === undefined ? undefined : String(twice);
};

/** The ids that are named and not there. */
export const missingFrom = (ids: readonly string[], named: readonly string[]): string[] => [
  ...new Set(named.filter((id) => !ids.includes(id))),
];
