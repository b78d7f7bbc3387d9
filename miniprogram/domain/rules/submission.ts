/** What a submission holds. */

/** What a submission can hold; the rulebook says which of them a way requires or forbids. */
export const FIELD_IDS = [
  'region',
  'organisation',
  'initiatedAt',
  'screenshots',
  'registeredResidence',
  'currentResidence',
  'parentContact',
  'expectedGraduation',
] as const;

export type FieldId = (typeof FIELD_IDS)[number];

/** A place down to 街道/乡镇 as WeChat's region picker returns it: names from the largest to the smallest. */
export interface Region {
  readonly names: string[];
  /** Administrative code of the smallest named place. */
  readonly code: string;
}

/** What the graduate typed; secret parts are encrypted before they are stored. */
export interface SubmissionFields {
  readonly region?: Region | undefined;
  /** 申请转入组织: the receiving branch's exact full name. */
  readonly organisation?: string | undefined;
  /** When the transfer was submitted on 智慧团建, epoch ms; starts the receiver clock. */
  readonly initiatedAt?: number | undefined;
  readonly registeredResidence?: Region | undefined;
  readonly currentResidence?: Region | undefined;
  readonly parentContact?: { readonly name: string; readonly phone: string } | undefined;
  /** Month of the expected graduation, `YYYY-MM`. */
  readonly expectedGraduation?: string | undefined;
}
