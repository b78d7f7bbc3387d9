/** A branch secretary acts on the own branch only, whatever ids a call names. */
import { createEntry } from '../_shared/entry';
import { asSecretary } from '../_shared/identity';
import { branchBoard } from './branch-board';
import { escalateResetRequest } from './escalate-reset-request';
import { issueResetCode } from './issue-reset-code';
import { resetQueue } from './reset-queue';

export const secretaryEntry = createEntry({
  functionName: 'secretary',
  authorise: asSecretary,
  handlers: { resetQueue, issueResetCode, escalateResetRequest, branchBoard },
});
