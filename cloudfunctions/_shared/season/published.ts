/**
 * The rules as they are published now. They change a few times a year, so an instance keeps them for a minute: another
 * instance decides by a version that was published at most a minute ago, the one that published at once.
 */
import { MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import {
  editionsIn,
  EVERYBODY,
  uneditedIdOf,
  withEditions,
} from '../../../miniprogram/domain/rules/overlay/edition';
import { shippedIdOf } from '../../../miniprogram/domain/rules/rulebook/chosen';
import { rememberEdition } from '../../../miniprogram/rulebooks/editions';
import { overlayIn } from './edits';
import { ruleSetIdOf } from '../store/record-ids';
import type { Ports } from '../platform/ports';
import type { RuleSet } from '../store/records';

interface Held {
  /** Epoch ms. */
  readonly at: number;
  readonly sets: ReadonlyMap<string, RuleSet>;
}

/** More scopes with rules of their own than a university has colleges. */
const MOST_SETS = 1000;

/** By what an instance remembers: the store is another one for each call. One process may be several instances. */
let kept = new WeakMap<Ports['memory'], Held>();
let held: Held | undefined;

/** Reads what is published, unless this instance did within the last minute. Every call begins with it. */
export const keepPublished = async ({
  store,
  memory,
  clock,
}: Pick<Ports, 'store' | 'memory' | 'clock'>): Promise<void> => {
  const now = clock.now();
  const known = kept.get(memory);
  if (known && Math.abs(now - known.at) < MINUTE_MS) {
    held = known;
    return;
  }
  const found = await store.find('ruleSets', { where: { number: { gt: 0 } }, limit: MOST_SETS });
  for (const { shippedId, scopeId, number, edits } of found)
    rememberEdition({ shippedId, scopeId, number, edits: overlayIn(edits) });
  held = { at: now, sets: new Map(found.map((set) => [set._id, set])) };
  kept.set(memory, held);
};

/** After publishing: this instance looks again before it decides anything more. */
export const forgetPublished = (): void => {
  kept = new WeakMap();
  held = undefined;
};

/**
 * The id with the versions that hold now: the university's, and a college's own.
 *
 * @param collegeId whose people are meant; without it the college an earlier id names
 */
export const currentIdOf = (
  id: string,
  collegeId: string | null | undefined = editionsIn(id).find(({ scopeId }) => scopeId !== EVERYBODY)?.scopeId,
): string => {
  const scopes = [EVERYBODY, ...(collegeId ? [collegeId] : [])];
  const editions = scopes.flatMap((scopeId) => {
    const set = held?.sets.get(ruleSetIdOf(scopeId, shippedIdOf(id)));
    return set ? [{ scopeId, number: set.number }] : [];
  });
  return withEditions(uneditedIdOf(id), editions);
};
