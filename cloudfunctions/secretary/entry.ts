/** A branch secretary acts on the own branch only, whatever ids a call names. */
import { createEntry } from '../_shared/calls/entry';
import { asSecretary } from '../_shared/calls/identity';
import { branchBoard } from './branch-board';
import { confirmStatus } from './confirm-status';
import { escalateResetRequest } from './escalate-reset-request';
import { inviteImage } from './invite-image';
import { issueResetCode } from './issue-reset-code';
import { nudge } from './nudge';
import { person } from './person';
import { resetQueue } from './reset-queue';
import { rotateInvite } from './rotate-invite';

export const secretaryEntry = createEntry({
  functionName: 'secretary',
  authorise: asSecretary,
  // Who confirmed or answered stands in a classmate's history.
  standing: 'named',
  handlers: {
    resetQueue,
    issueResetCode,
    escalateResetRequest,
    branchBoard,
    person,
    nudge,
    confirmStatus,
    rotateInvite,
    inviteImage,
  },
});
