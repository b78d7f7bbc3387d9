/** What every notice has when it is planned, and who may be told besides people. */
import type { PlannedNotice } from '../../../miniprogram/domain/reminding/planned-notice';
import type { Notice } from '../store/records';

const ROBOT_PREFIX = 'robot:';

/** Stands where an account would: the group robot of a college. */
export const robotOf = (collegeId: string): string => `${ROBOT_PREFIX}${collegeId}`;

/** Where a notice goes; a person has one channel, and the inbox besides. */
export const recipientOf = (
  accountId: string,
  collegeId: string,
): Pick<Notice, 'accountId' | 'channel' | 'collegeId'> => ({
  accountId,
  channel: accountId.startsWith(ROBOT_PREFIX) ? 'wecom' : 'subscribe',
  collegeId,
});

/** A stored notice as it was planned: told apart by its own id, or by the plan's, which all who are told share. */
export const asPlanned = ({ kind, audience, dueAt, notAfter, days }: Notice, id: string): PlannedNotice => ({
  id,
  kind,
  audience,
  dueAt,
  notAfter: notAfter ?? dueAt,
  ...(days === null ? {} : { days }),
});

export const unsent = (dueAt: number) => ({
  version: 0,
  status: 'planned' as const,
  nextAt: dueAt,
  attempts: 0,
  leaseId: null,
  mayRepeat: false,
  errorCode: null,
  problem: null,
  isPrompt: false,
  digestOf: null,
  readAt: null,
  settledAt: null,
});
