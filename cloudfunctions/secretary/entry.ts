/** A branch secretary acts on the own branch only, whatever ids a call names. */
import { fail } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/entry';
import { asSecretary } from '../_shared/identity';
import { branchBoard } from './branch-board';
import { escalateResetRequest } from './escalate-reset-request';
import { issueResetCode } from './issue-reset-code';
import { resetQueue } from './reset-queue';

/** Stands in until the use case is there. */
const notYet = () => Promise.resolve(fail('UNKNOWN_ACTION'));

export const secretaryEntry = createEntry({
  functionName: 'secretary',
  authorise: asSecretary,
  handlers: {
    resetQueue,
    issueResetCode,
    escalateResetRequest,
    branchBoard,
    person: notYet,
    nudge: notYet,
    confirmStatus: notYet,
    rotateInvite: notYet,
    inviteImage: notYet,
  },
});
