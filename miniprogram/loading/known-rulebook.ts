import type { Rulebook } from '../domain/rules/rulebook';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../rulebooks/index';
import { readStored, store } from '../services/stored';

interface Known {
  readonly rulebookId: string;
}

const STORED = 'deskRulebook';

let known = '';

/** The season's rulebook as the last response named it: figures and lists do not carry it themselves. */
export const rememberRulebook = (rulebookId: string): void => {
  if (rulebookId === known) return;
  known = rulebookId;
  store(STORED, { rulebookId } satisfies Known);
};

/** Also on a page that a message opened, before any response of today named it. */
export const knownRulebook = (): Rulebook | undefined =>
  rulebookOf(known || (readStored<Known>(STORED, 'rulebookId')?.rulebookId ?? DEFAULT_RULEBOOK_ID));

/** What the college works in, by its name, for words that stand on a desk beside no one's transfer. */
export const knownSystem = (): string => knownRulebook()?.system.name ?? '';
