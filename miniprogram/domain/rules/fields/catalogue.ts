/** What follows from the rows of the catalogue: the fields' ids and types, and how to look them up. */
import type { ByKind, FieldKind, FieldValues, ValueKind } from './kinds';
import { FIELDS, type FieldRow, type Viewer } from './rows';

export type FieldId = keyof typeof FIELDS;
export type KindOf<Id extends FieldId> = (typeof FIELDS)[Id]['kind'];
/** The fields of a kind. */
export type FieldOf<Kind extends FieldKind> = {
  [Id in FieldId]: KindOf<Id> extends Kind ? Id : never;
}[FieldId];
/** The fields that have a value; pictures have none. */
export type ValueFieldId = FieldOf<ValueKind>;
export type SealedFieldId = {
  [Id in ValueFieldId]: (typeof FIELDS)[Id]['stored'] extends 'sealed' ? Id : never;
}[ValueFieldId];

/** What the graduate typed; secret parts are encrypted before they are stored. */
export type SubmissionFields = {
  readonly [Id in ValueFieldId]?: FieldValues[KindOf<Id>] | undefined;
};

/** Whether a failure's field, or a stored key, is one of the catalogue's. */
export const isFieldId = (id: string | undefined): id is FieldId => id !== undefined && id in FIELDS;
export const FIELD_IDS: readonly FieldId[] = Object.keys(FIELDS).filter(isFieldId);

export const rowOf = (id: FieldId): FieldRow => FIELDS[id];

const hasValue = (id: FieldId): id is ValueFieldId => rowOf(id).kind !== 'pictures';
export const VALUE_FIELD_IDS: readonly ValueFieldId[] = FIELD_IDS.filter(hasValue);

export const isSealed = (id: FieldId): id is SealedFieldId => rowOf(id).stored === 'sealed';
export const SEALED_FIELD_IDS: readonly SealedFieldId[] = FIELD_IDS.filter(isSealed);

/** Whether one of the staff may see a field. */
export const isShownTo = (viewer: Viewer, id: FieldId): boolean => rowOf(id).shownTo.includes(viewer);

/** In the order of the page on 智慧团建, which names the organisation first. */
export const READING_ORDER: readonly ValueFieldId[] = [
  ...VALUE_FIELD_IDS.filter((id) => rowOf(id).kind === 'branchName'),
  ...VALUE_FIELD_IDS.filter((id) => rowOf(id).kind !== 'branchName'),
];

/** The fields of some kinds, in the catalogue's order. */
export const fieldsOf = <Kind extends FieldKind>(...kinds: readonly Kind[]): readonly FieldOf<Kind>[] =>
  FIELD_IDS.filter((id): id is FieldOf<Kind> => kinds.some((kind) => rowOf(id).kind === kind));

const treat = <Result, Kind extends ValueKind>(
  table: ByKind<Result>,
  kind: Kind,
  value: FieldValues[Kind],
): Result => table[kind](value);

/** What a table says about the value of a field; undefined when it has none. */
export const ofField = <Result, Id extends ValueFieldId>(
  table: ByKind<Result>,
  fields: SubmissionFields,
  id: Id,
): Result | undefined => {
  const value: FieldValues[KindOf<Id>] | undefined = fields[id];
  return value === undefined ? undefined : treat(table, FIELDS[id].kind, value);
};

/** Only the fields that are wanted. */
export const pickFields = (
  fields: SubmissionFields,
  isWanted: (field: ValueFieldId) => boolean,
): SubmissionFields =>
  Object.fromEntries(
    VALUE_FIELD_IDS.filter((id) => id in fields && isWanted(id)).map((id) => [id, fields[id]]),
  );

/** What the phone may keep: secrets stay in the cloud. */
export const withoutSecrets = (fields: SubmissionFields): SubmissionFields =>
  pickFields(fields, (id) => !isSealed(id));
