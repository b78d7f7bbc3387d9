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

/** What a response named, today or on an earlier day; empty where none ever reached this phone. */
const toldId = (): string => known || (readStored<Known>(STORED, 'rulebookId')?.rulebookId ?? '');

/** For words that would be wrong under other rules, such as the name of somebody's way. */
export const toldRulebook = (): Rulebook | undefined => rulebookOf(toldId());

/** Also on a page that a message opened, before any response named it. */
export const knownRulebook = (): Rulebook | undefined => rulebookOf(toldId() || DEFAULT_RULEBOOK_ID);

/** What the college works in, by its name, for words that stand on a desk beside no one's transfer. */
export const knownSystem = (): string => knownRulebook()?.system.name ?? '';
