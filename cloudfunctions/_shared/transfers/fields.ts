/** Submission fields between the contract's shape and what is stored: what the catalogue calls sealed is encrypted. */
import * as v from 'valibot';
import {
  SEALED_FIELD_IDS,
  VALUE_FIELD_IDS,
  isSealed,
  type SealedFieldId,
  type SubmissionFields,
} from '../../../miniprogram/domain/rules/fields/catalogue';
import { mayHold, type FieldRules } from '../../../miniprogram/domain/rules/rulebook';
import type { Cipher } from '../kernel/ports';
import type { Transfer } from '../store/records';
import { openedFields, sealedKey, storedFields, storedKey } from '../store/records/fields';
import { ifSealed } from '../kernel/broken-seal';

export type StoredFields = Transfer['fields'];

/** `transferId` binds the sealed parts to their record. */
export const sealFields = (cipher: Cipher, transferId: string, fields: SubmissionFields): StoredFields => {
  const entries = VALUE_FIELD_IDS.filter((id) => fields[id] !== undefined).map((id) => {
    const value = fields[id];
    return [storedKey(id), isSealed(id) ? cipher.seal(JSON.stringify(value), transferId) : value];
  });
  return v.parse(storedFields, Object.fromEntries(entries));
};

/** What a later release keeps beside the fields of this one; whoever writes fields anew takes it along. */
export const unknownFields = (stored: StoredFields): StoredFields =>
  Object.fromEntries(Object.entries(stored).filter(([key]) => !(key in storedFields.entries)));

const opened = v.pipe(v.string(), v.parseJson());

/** The value of a sealed field; undefined when the seal is broken, or holds what such a field cannot. */
const openSeal = (cipher: Cipher, transferId: string, id: SealedFieldId, sealed: string): unknown => {
  const text = ifSealed(() => cipher.open(sealed, transferId));
  const parsed = v.safeParse(v.pipe(opened, openedFields.entries[id]), text);
  return parsed.success ? parsed.output : undefined;
};

export interface OpenedFields {
  readonly fields: SubmissionFields;
  /** Sealed fields that are kept, but do not open and are left out. */
  readonly broken: readonly SealedFieldId[];
  readonly isBroken: boolean;
}

/** What the contract knows of the fields. */
export const openFields = (cipher: Cipher, transferId: string, stored: StoredFields): OpenedFields => {
  const seals = SEALED_FIELD_IDS.flatMap((id) => {
    const sealed = stored[sealedKey(id)];
    return sealed === undefined ? [] : [{ id, value: openSeal(cipher, transferId, id, sealed) }];
  });
  const broken = seals.filter(({ value }) => value === undefined).map(({ id }) => id);
  const secrets = Object.fromEntries(seals.map(({ id, value }) => [id, value]));
  const fields = v.parse(openedFields, { ...v.parse(storedFields, stored), ...secrets });
  return { fields, broken, isBroken: broken.length > 0 };
};

/** Whether a record holds anything sealed among the fields that count. */
export const holdsSealed = (stored: StoredFields, counts: (id: SealedFieldId) => boolean): boolean =>
  SEALED_FIELD_IDS.some((id) => counts(id) && stored[sealedKey(id)] !== undefined);

/** What of a draft cannot be opened was not shown to who typed: that they left it out says nothing. */
export const keepUnopened = (
  cipher: Cipher,
  transferId: string,
  { before, typed }: { readonly before: StoredFields; readonly typed: StoredFields },
): StoredFields => {
  const unseen = openFields(cipher, transferId, before).broken.map(sealedKey);
  const kept = unseen.filter((key) => typed[key] === undefined).map((key) => [key, before[key]]);
  return { ...typed, ...Object.fromEntries(kept) };
};

/** What the way must not hold is dropped, e.g. the employer of somebody who joins a confidential body. */
export const dropForbidden = (rule: FieldRules, stored: StoredFields): StoredFields => {
  const forbidden = new Set<string>(VALUE_FIELD_IDS.filter((id) => !mayHold(rule, id)).map(storedKey));
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !forbidden.has(key)));
};
