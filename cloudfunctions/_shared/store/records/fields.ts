/** Submission fields at rest, made from the catalogue: what is sealed stands under its own name, as a text. */
import * as v from 'valibot';
import {
  VALUE_FIELD_IDS,
  isSealed,
  rowOf,
  type KindOf,
  type SealedFieldId,
  type ValueFieldId,
} from '../../../../miniprogram/domain/rules/fields/catalogue';
import type { ValueKind } from '../../../../miniprogram/domain/rules/fields/kinds';

/** Looser than the contract: what an earlier release let in must still open. */
const AT_REST = {
  place: v.object({ names: v.array(v.string()), code: v.string() }),
  text: v.string(),
  branchName: v.string(),
  startedAt: v.number(),
  month: v.string(),
  contact: v.object({ name: v.string(), phone: v.string() }),
} satisfies Record<ValueKind, v.GenericSchema>;

type AtRest<Id extends ValueFieldId> = v.OptionalSchema<(typeof AT_REST)[KindOf<Id>], undefined>;
type SealedKey<Id extends SealedFieldId> = `${Id}Sealed`;
type StoredEntries = {
  readonly [Id in Exclude<ValueFieldId, SealedFieldId>]: AtRest<Id>;
} & {
  readonly [Id in SealedFieldId as SealedKey<Id>]: v.OptionalSchema<v.StringSchema<undefined>, undefined>;
};

export const sealedKey = <Id extends SealedFieldId>(id: Id): SealedKey<Id> => `${id}Sealed`;

/** The name under which a record holds a field. */
export const storedKey = (id: ValueFieldId): keyof StoredEntries => (isSealed(id) ? sealedKey(id) : id);

const atRest = (id: ValueFieldId): v.GenericSchema => {
  const { kind } = rowOf(id);
  return v.optional(kind === 'pictures' ? v.never() : AT_REST[kind]);
};

/** Every field once it has been opened. */
export const openedFields = v.object(
  Object.fromEntries(VALUE_FIELD_IDS.map((id) => [id, atRest(id)])) as {
    readonly [Id in ValueFieldId]: AtRest<Id>;
  },
);

export const storedFields = v.object(
  Object.fromEntries(
    VALUE_FIELD_IDS.map((id) => [storedKey(id), isSealed(id) ? v.optional(v.string()) : atRest(id)]),
  ) as StoredEntries,
);
