/**
 * The words of the domain, as closed lists: identical in code, stored records and wording tables.
 * Ids of ways and routes follow the college's guide; their meaning is data in `rulebooks/`.
 */

/** 去向: the eight ways of the guide, in its order. */
export const WAY_IDS = [
  'no-organisation',
  'employed',
  'further-study',
  'study-abroad',
  'work-abroad',
  'army',
  'confidential',
  'deferred',
] as const;
export type WayId = (typeof WAY_IDS)[number];

/** Sub-routes of a way; a way without a choice has the one route `direct`. */
export const ROUTE_IDS = ['direct', 'registered-residence', 'current-residence', 'keep'] as const;
export type RouteId = (typeof ROUTE_IDS)[number];

/** Where a graduate's transfer stands. */
export const TRANSFER_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'timedOut',
  'accepted',
  'registered',
  'recorded',
  'withdrawn',
  'completed',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** Where a person is on the way from the roster to the 《团员证》, as lists and figures count it. */
export const PEOPLE_STEPS = [
  'bind',
  'login',
  'choose',
  'fill',
  'college',
  'receiver',
  'card',
  'done',
] as const;
export type PeopleStep = (typeof PEOPLE_STEPS)[number];

/** What moves a transfer from one state to another. */
export const TRANSFER_STEPS = [
  'choose-way',
  'submit',
  'register',
  'approve',
  'return',
  'report-accepted',
  'report-refused',
  'report-returned',
  'withdraw',
  'time-out',
  'record',
  'complete',
  'undo-complete',
  'reopen',
] as const;
export type TransferStep = (typeof TRANSFER_STEPS)[number];

/** `system` is the timer; it has no person behind it. */
export const ROLES = ['graduate', 'secretary', 'teacher', 'committee'] as const;
export type Role = (typeof ROLES)[number];
export type Actor = Role | 'system';

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

/** 重置密码验证码: the life of one request. */
export const RESET_STATES = [
  'waiting',
  'issued',
  'revealed',
  'escalated',
  'expired',
  'solved',
  'failed',
] as const;
export type ResetState = (typeof RESET_STATES)[number];

/** The subscribe-message templates the product needs; their WeChat ids are configuration. */
export const TEMPLATE_KEYS = ['progress', 'deadline', 'code', 'task'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Ways out to people: a subscribe message, or the group robot of a college; the inbox shows every notice. */
export const NOTICE_CHANNELS = ['subscribe', 'wecom'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What a notice tells. `deadline-near` and `season-near` exist once for each reminder day. */
export const NOTICE_KINDS = [
  'code-requested',
  'code-waiting',
  'code-escalated',
  'code-issued',
  'approval-waiting',
  'registration-waiting',
  'approved',
  'returned',
  'recorded',
  'refused',
  'refusal-waiting',
  'accepted',
  'deadline-near',
  'timed-out',
  'season-near',
  'nudged',
  'digest',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

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
