/**
 * Where sealed texts stand, and how each is bound to its record: the one list that changing keys goes by. A text is
 * found by how it looks, so that a new field needs no line here; one in a collection that has no line opens nowhere and
 * is named as such.
 */
import { looksSealed } from '../../cloudfunctions/_shared/kernel/cipher';
import type { CollectionName } from '../../cloudfunctions/_shared/store/collections';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import type { RecordOf } from '../../cloudfunctions/_shared/store/records';
import type { Environment } from './connect';
import { pagesOf } from './documents';

type Change = (sealed: string, context: string) => string;
type Content = Readonly<Record<string, unknown>>;
/** Applies `change` to every sealed text of a document. */
type Visit = (document: Content, change: Change) => Content;

const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null;

const changedIn = (value: unknown, key: string, context: string, change: Change): unknown => {
  if (typeof value === 'string')
    return looksSealed(value) || key.endsWith('Sealed') ? change(value, context) : value;
  if (Array.isArray(value)) return value.map((inner) => changedIn(inner, key, context, change));
  if (!isContent(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, changedIn(inner, name, context, change)]),
  );
};

/** All texts of a document are bound to what stands in one of its fields. */
const boundTo =
  (field: string): Visit =>
  (document, change) =>
    changedIn(document, '', String(document[field] ?? ''), change) as Content;

const byPerson = boundTo('memberId');

type HoldsSealed<T> = T extends readonly (infer One)[]
  ? HoldsSealed<One>
  : T extends object
    ? { [K in keyof T & string]-?: K extends `${string}Sealed` ? true : HoldsSealed<T[K]> }[keyof T & string]
    : never;

/** Records that declare a sealed field; the facts of an audit entry, also in the journal, name none of theirs. */
type SealedCollection =
  | { [C in CollectionName]: true extends HoldsSealed<RecordOf<C>> ? C : never }[CollectionName]
  | 'audits'
  | 'journal';

const SEALED: Readonly<Record<SealedCollection, Visit>> = {
  transfers: boundTo('_id'),
  resetRequests: boundTo('_id'),
  colleges: boundTo('_id'),
  erasures: boundTo('_id'),
  audits: byPerson,
  journal: (entry, change) => {
    const { audits } = entry;
    return Array.isArray(audits)
      ? { ...entry, audits: audits.filter(isContent).map((audit) => byPerson(audit, change)) }
      : entry;
  },
};

const nowhere = boundTo('');

export const visitSealed = (collection: CollectionName, document: Content, change: Change): Content =>
  ((SEALED as Partial<Record<CollectionName, Visit>>)[collection] ?? nowhere)(document, change);

export const opens = (cipher: Cipher, sealed: string, context: string): boolean => {
  try {
    cipher.open(sealed, context);
    return true;
  } catch {
    return false;
  }
};

/** Sealed texts that no key opens. Throws nothing. */
export const brokenSealsIn = (cipher: Cipher, collection: CollectionName, document: object): number => {
  let count = 0;
  visitSealed(collection, document as Content, (sealed, context) => {
    if (!opens(cipher, sealed, context)) count += 1;
    return sealed;
  });
  return count;
};

/** Collections in which most sealed texts stand. */
const WITH_TEXTS = ['transfers', 'audits', 'colleges', 'resetRequests'] as const;

/** Whether these keys are the environment's, by the first sealed text that is met; nothing sealed contradicts none. */
export const opensHere = async ({ db }: Environment, cipher: Cipher): Promise<boolean> => {
  for (const name of WITH_TEXTS)
    for await (const page of pagesOf(db, name)) {
      const met: boolean[] = [];
      for (const document of page)
        visitSealed(name, document, (sealed, context) => {
          met.push(opens(cipher, sealed, context));
          return sealed;
        });
      if (met.length > 0) return met.includes(true);
    }
  return true;
};
