/** Deterministic ids: doing a thing twice writes the same document. */
import { numberKey, placeKey } from '../../../miniprogram/domain/text/keys';
import { shortHash } from '../kernel/hash';

/**
 * For whoever is new on a roster. A record keeps its id when its number is corrected, so people are found by
 * `memberByNumber`; the same holds for colleges and branches.
 */
export const memberIdOf = (studentNumber: string): string => `m-${shortHash(numberKey(studentNumber))}`;

export const collegeIdOf = (name: string): string => `c-${shortHash(placeKey(name))}`;

export const branchIdOf = (collegeId: string, name: string): string =>
  `b-${shortHash(`${collegeId}/${placeKey(name)}`)}`;

/** The id release 1.0 gave to whoever had this number, unseen characters and other hyphens included. */
export const earlierMemberIdOf = (typed: string): string =>
  `m-${shortHash(typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())}`;

export const transferIdOf = (seasonId: string, memberId: string): string =>
  `t-${seasonId}-${memberId.slice(2)}`;

export const resetRequestIdOf = (memberId: string, number: number): string =>
  `r-${memberId.slice(2)}-${number}`;

export const invitationIdOf = (code: string): string => `i-${shortHash(code)}`;

/** The member a subject of the audit belongs to: the person, their transfer or their request for a code. */
export const memberOfSubject = (subjectId: string): string | null => {
  const digest = /^(?:m-|t-.+-|r-)([0-9a-f]{20})(?:-\d+)?$/.exec(subjectId)?.[1];
  return digest === undefined ? null : `m-${digest}`;
};

const DIGITS = 13;

/** Sorts by time and names one entry, so that a page continues exactly where another ended. */
export const auditOrderOf = (at: number, id: string): string => `${String(at).padStart(DIGITS, '0')}:${id}`;

/** Tries of a WeChat, at a student number, and at a code that gives rights. */
export const accountLockIdOf = (openid: string, purpose: 'sign-in' | 'code'): string =>
  `${purpose}-${shortHash(openid)}`;
export const numberLockIdOf = (studentNumber: string): string =>
  `number-${shortHash(numberKey(studentNumber))}`;
export const codeLockIdOf = (guarded: 'administrator' | 'invitations'): string => `guarded-${guarded}`;

/** A folder's record, by the random part of its name. */
export const uploadIdOf = (secret: string): string => `u-${secret}`;

/** What WeChat thinks of a picture, by its own name for the question. */
export const pictureCheckIdOf = (traceId: string): string => `k-${shortHash(traceId)}`;

/**
 * Of the college made up for WeChat's reviewers. `allColleges` leaves it out, so that whatever goes through the colleges
 * does too: figures, lists, exports. Only its own teacher looks into it.
 */
export const MADE_UP_COLLEGE_ID = 'c-made-up';

/** Cloud folder of a member's screenshots. */
export const screenshotFolderOf = (memberId: string): string => `screenshots/${memberId}`;

/** What one scope, `all` or a college, has published on a shipped rulebook, and one version of it. */
export const ruleSetIdOf = (scopeId: string, shippedId: string): string => `${scopeId}:${shippedId}`;
export const ruleVersionIdOf = (scopeId: string, shippedId: string, number: number): string =>
  `${ruleSetIdOf(scopeId, shippedId)}:${number}`;
