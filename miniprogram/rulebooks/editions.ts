/** Published versions this process or phone has heard of. A version never changes, so what is known stays right. */
import { editionsIn, uneditedIdOf, type EditionName, type Overlay } from '../domain/rules/overlay/edition';
import { shippedIdOf } from '../domain/rules/rulebook/chosen';

/** What one version of a scope changes of a shipped rulebook. */
export interface Edition extends EditionName {
  readonly shippedId: string;
  readonly edits: Overlay;
}

const known = new Map<string, Overlay>();
let changes = 0;

const keyOf = (shippedId: string, { scopeId, number }: EditionName): string =>
  `${shippedId}@${scopeId}.${number}`;

/** Another text under a known name comes from another database: what was made of the first is made anew. */
export const rememberEdition = ({ shippedId, edits, ...name }: Edition): void => {
  const key = keyOf(shippedId, name);
  if (JSON.stringify(known.get(key)) === JSON.stringify(edits)) return;
  known.set(key, edits);
  changes += 1;
};

/** Changes whenever something new is known: whoever keeps what was made of versions asks. */
export const editionsKnown = (): number => changes;

/** The versions an id names that this place has not heard of. */
export const unknownEditions = (id: string): readonly EditionName[] =>
  editionsIn(id).filter((name) => !known.has(keyOf(shippedIdOf(id), name)));

/** What the versions of an id change, lowest first; those nobody has told are left out. */
export const overlaysOf = (id: string): readonly Overlay[] =>
  editionsIn(id).flatMap((name) => {
    const overlay = known.get(keyOf(shippedIdOf(uneditedIdOf(id)), name));
    return overlay ? [overlay] : [];
  });
