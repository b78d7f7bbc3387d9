/** Submission fields between the contract's shape and what is stored: the parents' contact is sealed. */
import * as v from 'valibot';
import type { FieldId, SubmissionFields } from '../../../miniprogram/domain/rules/submission';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { Cipher } from '../kernel/ports';
import type { Transfer } from '../store/records';
import { storedFields } from '../store/records/transfer';
import { ifSealed } from '../kernel/broken-seal';

export type StoredFields = Transfer['fields'];

const contactAtRest = v.pipe(v.string(), v.parseJson(), v.object({ name: v.string(), phone: v.string() }));

/** `transferId` binds the sealed part to its record. */
export const sealFields = (cipher: Cipher, transferId: string, fields: SubmissionFields): StoredFields => {
  const { parentContact, region, registeredResidence, currentResidence, ...open } = fields;
  const copy = (place: SubmissionFields['region']) => place && { names: [...place.names], code: place.code };
  return {
    ...open,
    region: copy(region),
    registeredResidence: copy(registeredResidence),
    currentResidence: copy(currentResidence),
    ...(parentContact ? { parentContactSealed: cipher.seal(JSON.stringify(parentContact), transferId) } : {}),
  };
};

/** What a later release keeps beside the fields of this one; whoever writes fields anew takes it along. */
export const unknownFields = (stored: StoredFields): StoredFields =>
  Object.fromEntries(Object.entries(stored).filter(([key]) => !(key in storedFields.entries)));

const openContact = (cipher: Cipher, transferId: string, sealed: string) => {
  const text = ifSealed(() => cipher.open(sealed, transferId));
  const parsed = v.safeParse(contactAtRest, text);
  return parsed.success ? parsed.output : undefined;
};

/** What the contract knows of the fields; `isBroken` when the contact does not open and is left out. */
export const openFields = (cipher: Cipher, transferId: string, stored: StoredFields) => {
  const { parentContactSealed: sealed, ...open } = v.parse(storedFields, stored);
  if (sealed === undefined) return { fields: open, isBroken: false };
  const parentContact = openContact(cipher, transferId, sealed);
  return parentContact
    ? { fields: { ...open, parentContact }, isBroken: false }
    : { fields: open, isBroken: true };
};

/** The contact of a draft that cannot be opened was not shown to who typed: that they left it out says nothing. */
export const keepUnopened = (
  cipher: Cipher,
  transferId: string,
  { before, typed }: { readonly before: StoredFields; readonly typed: StoredFields },
): StoredFields => {
  const { parentContactSealed } = before;
  const isKept = typed.parentContactSealed === undefined && openFields(cipher, transferId, before).isBroken;
  return isKept && parentContactSealed !== undefined ? { ...typed, parentContactSealed } : typed;
};

const storedKey = (field: FieldId): string => (field === 'parentContact' ? 'parentContactSealed' : field);

/** What the way must not hold is dropped, e.g. the employer of somebody who joins a confidential body. */
export const dropForbidden = (rule: Pick<RouteRule, 'forbidden'>, stored: StoredFields): StoredFields => {
  const forbidden = new Set(rule.forbidden.map(storedKey));
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !forbidden.has(key)));
};
