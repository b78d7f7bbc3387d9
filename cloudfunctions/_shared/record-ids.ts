/** Deterministic ids: doing a thing twice writes the same document. */
import { shortHash } from './hash';

export const memberIdOf = (studentNumber: string): string => `m-${shortHash(studentNumber)}`;

export const collegeIdOf = (name: string): string => `c-${shortHash(name)}`;

export const branchIdOf = (collegeId: string, name: string): string =>
  `b-${shortHash(`${collegeId}/${name}`)}`;

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

/** Wrong tries of a WeChat, and against a student number. */
export const accountLockIdOf = (openid: string, purpose: 'sign-in' | 'code'): string =>
  `${purpose}-${shortHash(openid)}`;
export const numberLockIdOf = (studentNumber: string): string => `number-${shortHash(studentNumber)}`;

/** Cloud folder of a member's screenshots. */
export const screenshotFolderOf = (memberId: string): string => `screenshots/${memberId}`;
