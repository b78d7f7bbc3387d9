/** Where sealed texts stand, and how each is bound to its record: the one list that changing keys goes by. */
import type { Cipher } from '../../cloudfunctions/_shared/ports';
import type { CollectionName } from '../../cloudfunctions/_shared/collections';
import type { RecordOf } from '../../cloudfunctions/_shared/records';

/** Applies `change` to every sealed text of a record; undefined when it holds none. */
type Visit<C extends CollectionName> = (
  record: RecordOf<C>,
  change: (sealed: string, context: string) => string,
) => RecordOf<C>;

const SEALED: { readonly [C in CollectionName]?: Visit<C> } = {
  transfers: (transfer, change) => {
    const fieldsOf = (fields: RecordOf<'transfers'>['fields']) =>
      fields.parentContactSealed === undefined
        ? fields
        : { ...fields, parentContactSealed: change(fields.parentContactSealed, transfer._id) };
    const past = transfer.past.map((attempt) => ({ ...attempt, fields: fieldsOf(attempt.fields) }));
    return { ...transfer, fields: fieldsOf(transfer.fields), draft: fieldsOf(transfer.draft), past };
  },
  resetRequests: (request, change) => ({
    ...request,
    codeSealed: request.codeSealed === null ? null : change(request.codeSealed, request._id),
  }),
  colleges: (college, change) =>
    college.robotKeySealed === undefined
      ? college
      : { ...college, robotKeySealed: change(college.robotKeySealed, college._id) },
  audits: (entry, change) => {
    const { reasonSealed } = entry.facts;
    return typeof reasonSealed === 'string' && entry.memberId !== null
      ? { ...entry, facts: { ...entry.facts, reasonSealed: change(reasonSealed, entry.memberId) } }
      : entry;
  },
};

export const SEALED_COLLECTIONS = Object.keys(SEALED) as CollectionName[];

const visit = <C extends CollectionName>(
  collection: C,
  record: RecordOf<C>,
  change: (sealed: string, context: string) => string,
): RecordOf<C> => (SEALED[collection] as Visit<C> | undefined)?.(record, change) ?? record;

/** Sealed texts of a record that the newest key has not sealed. */
export const oldSealsIn = <C extends CollectionName>(
  cipher: Cipher,
  collection: C,
  record: RecordOf<C>,
): number => {
  let count = 0;
  visit(collection, record, (sealed) => {
    if (!cipher.isNewest(sealed)) count += 1;
    return sealed;
  });
  return count;
};

export const resealed = <C extends CollectionName>(
  cipher: Cipher,
  collection: C,
  record: RecordOf<C>,
): RecordOf<C> =>
  visit(collection, record, (sealed, context) =>
    cipher.isNewest(sealed) ? sealed : cipher.seal(cipher.open(sealed, context), context),
  );

/** Sealed texts that no key opens. Throws nothing. */
export const brokenSealsIn = <C extends CollectionName>(
  cipher: Cipher,
  collection: C,
  record: RecordOf<C>,
): number => {
  let count = 0;
  visit(collection, record, (sealed, context) => {
    try {
      cipher.open(sealed, context);
    } catch {
      count += 1;
    }
    return sealed;
  });
  return count;
};
