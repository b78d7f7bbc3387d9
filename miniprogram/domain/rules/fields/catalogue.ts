/**
 * The catalogue of fields: one row for each thing a submission can hold. Form, checks, records, lists, my-data and
 * review are made from it; the rulebook says which of the fields a route requires or leaves optional. A new text field
 * is one row here and one word in the rulebook.
 */
import type { Role } from '../roles';
import type { ByKind, FieldKind, FieldValues, ValueKind } from './kinds';

/** Who of the staff can be shown a field; its owner always is, the branch secretary never. */
export type Viewer = Extract<Role, 'teacher' | 'committee'>;

export interface FieldRow {
  readonly kind: FieldKind;
  readonly label: string;
  /** Longest text, characters: of a text, of each name of a place, of a contact's name. */
  readonly max?: number;
  /** `sealed`: encrypted in the cloud and never kept on the phone. `file`: beside the fields, as a file. */
  readonly stored: 'plain' | 'sealed' | 'file';
  /** Whether WeChat's text check sees its words before they are stored. */
  readonly textChecked: boolean;
  readonly shownTo: readonly Viewer[];
}

const STAFF = ['teacher', 'committee'] as const;
const PLACE = { kind: 'place', max: 40, stored: 'plain', textChecked: true, shownTo: STAFF } as const;

/** In the order in which they are checked and asked for. */
export const FIELDS = {
  region: { ...PLACE, label: '转入组织所在地' },
  /** 申请转入组织: the receiving branch's exact full name. */
  organisation: {
    kind: 'branchName',
    label: '申请转入组织',
    max: 100,
    stored: 'plain',
    textChecked: true,
    shownTo: STAFF,
  },
  /** Starts the receiver's clock. */
  initiatedAt: {
    kind: 'startedAt',
    label: '发起时间',
    stored: 'plain',
    textChecked: false,
    shownTo: STAFF,
  },
  screenshots: {
    kind: 'pictures',
    label: '转出页面截图',
    stored: 'file',
    textChecked: false,
    shownTo: STAFF,
  },
  registeredResidence: { ...PLACE, label: '户籍所在地' },
  currentResidence: { ...PLACE, label: '居住地' },
  parentContact: {
    kind: 'contact',
    label: '父母联系方式',
    max: 30,
    stored: 'sealed',
    textChecked: true,
    shownTo: STAFF,
  },
  expectedGraduation: {
    kind: 'month',
    label: '预计毕业时间',
    stored: 'plain',
    textChecked: false,
    shownTo: STAFF,
  },
} as const satisfies Record<string, FieldRow>;

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

const isFieldId = (id: string): id is FieldId => id in FIELDS;
export const FIELD_IDS: readonly FieldId[] = Object.keys(FIELDS).filter(isFieldId);

export const rowOf = (id: FieldId): FieldRow => FIELDS[id];

const hasValue = (id: FieldId): id is ValueFieldId => rowOf(id).kind !== 'pictures';
export const VALUE_FIELD_IDS: readonly ValueFieldId[] = FIELD_IDS.filter(hasValue);

export const isSealed = (id: FieldId): id is SealedFieldId => rowOf(id).stored === 'sealed';
export const SEALED_FIELD_IDS: readonly SealedFieldId[] = FIELD_IDS.filter(isSealed);

/** The fields of a kind, in the catalogue's order. */
export const fieldsOf = <Kind extends FieldKind>(kind: Kind): readonly FieldOf<Kind>[] =>
  FIELD_IDS.filter((id): id is FieldOf<Kind> => rowOf(id).kind === kind);

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
