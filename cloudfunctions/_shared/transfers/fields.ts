/** Submission fields between the contract's shape and what is stored: the parents' contact is sealed. */
import * as v from 'valibot';
import type { FieldId, SubmissionFields } from '../../../miniprogram/domain/model';
import type { RouteRule } from '../../../miniprogram/domain/rulebook';
import type { Cipher } from '../ports';
import type { Transfer } from '../records';

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

export const openFields = (cipher: Cipher, transferId: string, stored: StoredFields) => {
  const { parentContactSealed, ...open } = stored;
  if (parentContactSealed === undefined) return open;
  return { ...open, parentContact: v.parse(contactAtRest, cipher.open(parentContactSealed, transferId)) };
};

const storedKey = (field: FieldId): string => (field === 'parentContact' ? 'parentContactSealed' : field);

/** What the way must not hold is dropped, e.g. the employer of somebody who joins a confidential body. */
export const dropForbidden = (rule: Pick<RouteRule, 'forbidden'>, stored: StoredFields): StoredFields => {
  const forbidden = new Set(rule.forbidden.map(storedKey));
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !forbidden.has(key)));
};
