/** Why a table somebody hands in cannot be read. */
export const TABLE_REFUSALS = [
  'FILE_FOREIGN',
  'FILE_MISSING',
  'FILE_EMPTY',
  'FILE_UNREADABLE',
  'FILE_OTHER_FORMAT',
  'FILE_NO_TABLE',
  'FILE_PASSWORD',
  'FILE_ENCODING',
  'FILE_QUOTE_OPEN',
  'FILE_TOO_LARGE',
  'FILE_CELL_FAR',
  'FILE_CELL_LONG',
] as const;

/**
 * Every expected failure of the product. The client's wording table is a `Record<ErrorCode, string>`,
 * so a code without words does not compile.
 */
export const ERROR_CODES = [
  // any call
  'BAD_REQUEST',
  'UNKNOWN_ACTION',
  'INTERNAL',
  'NOT_CONFIGURED',
  'RECORD_UNREADABLE',
  'SEAL_BROKEN',
  'BUSY',
  'MONTH_USED_UP',
  'OFFLINE',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'TEXT_REJECTED',
  'ID_NUMBER_REFUSED',
  'ANNOUNCEMENT_EMPTY',
  'DAILY_LIMIT',
  // signing in
  'CREDENTIALS_WRONG',
  'INVITE_CODE_WRONG',
  'INVITATION_USED',
  'SIGN_IN_LOCKED',
  'MEMBER_BOUND_ELSEWHERE',
  'ALREADY_SIGNED_IN',
  'ADMIN_CODE_WRONG',
  'ADMIN_EXISTS',
  // reset codes
  'RESET_ALREADY_WAITING',
  'RESET_ILLEGAL_STEP',
  'RESET_CODE_MALFORMED',
  'RESET_CODE_EXPIRED',
  'RESET_CODE_ALREADY_REVEALED',
  'RESET_CODE_UNREADABLE',
  // transfers
  'TRANSFER_ILLEGAL_STEP',
  'UNDO_TOO_LATE',
  'TRANSFER_VERSION_STALE',
  'TRANSFER_SEASON_CHANGED',
  'WAY_UNKNOWN',
  'FIELD_REQUIRED',
  'FIELD_FORBIDDEN',
  'FIELD_INVALID',
  'INITIATED_AT_IN_FUTURE',
  'INITIATED_AT_LONG_AGO',
  'SCREENSHOT_FOREIGN',
  'SCREENSHOT_MISSING',
  'SCREENSHOT_UNREADABLE',
  'REASON_REQUIRED',
  // the card desk and invite images
  'CARD_PASS_INVALID',
  'CARD_PASS_EXPIRED',
  // roster and people
  'ROSTER_INVALID',
  'BRANCH_UNKNOWN',
  'COLLEGE_UNKNOWN',
  'LAST_ADMINISTRATOR',
  'SEASON_OPEN',
  'SEASON_NOT_OPEN',
  'DEADLINE_PAST',
  'DEADLINE_AFTER_SEASON',
  'DEADLINE_OTHER_YEAR',
  'SEASON_NOT_A_YEAR',
  'SEASON_OUT_OF_ORDER',
  'RULEBOOK_UNKNOWN',
  'SETTING_UNKNOWN',
  'RULES_CONTRADICTORY',
  'RULES_NEWER',
  'QUIET_HOURS_ODD',
  // files
  ...TABLE_REFUSALS,
  'EXPORT_TOO_LARGE',
  'LIST_NO_NAMES',
  'LIST_NO_STATES',
  'LIST_NOT_WHOLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface Failure {
  readonly code: ErrorCode;
  /** The request field the failure is about, as a dotted path. */
  readonly field?: string | undefined;
  /** Numbers or names the wording may need, e.g. minutes until a lock ends. Never personal data of others. */
  readonly detail?: Readonly<Record<string, string | number>> | undefined;
}

interface Done<T> {
  readonly ok: true;
  readonly data: T;
}

interface Refused {
  readonly ok: false;
  readonly error: Failure;
}

export type Result<T> = Done<T> | Refused;

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });

export const fail = (
  code: ErrorCode,
  field?: string,
  detail?: Readonly<Record<string, string | number>>,
): Result<never> => ({
  ok: false,
  error: { code, ...(field ? { field } : {}), ...(detail ? { detail } : {}) },
});
