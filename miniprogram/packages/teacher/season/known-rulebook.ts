import type { Rulebook } from '../../../domain/rules/rulebook';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../../rulebooks/index';

let known = DEFAULT_RULEBOOK_ID;

/** The season's rulebook as the last response named it: figures and lists do not carry it themselves. */
export const rememberRulebook = (id: string): void => {
  known = id;
};

export const knownRulebook = (): Rulebook | undefined => rulebookOf(known);
