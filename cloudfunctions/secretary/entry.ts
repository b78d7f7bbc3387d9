/** A branch secretary acts on the own branch only, whatever ids a call names. */
import { createEntry } from '../_shared/calls/entry';
import { asSecretary } from '../_shared/calls/identity';
import { branchBoard } from './board/branch-board';
import { decide } from './people/decide';
import { confirmStatus } from './people/confirm-status';
import { escalateResetRequest } from './resets/escalate-reset-request';
import { inviteImage } from './invites/invite-image';
import { issueResetCode } from './resets/issue-reset-code';
import { nudge } from './people/nudge';
import { person } from './people/person';
import { recordMany, recordStart, recordWay } from './people/record-for';
import { resetQueue } from './resets/reset-queue';
import { sharePhone } from './contact/share-phone';
import { tickOffline } from './people/tick-offline';
import { rotateInvite } from './invites/rotate-invite';

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
    recordWay,
    recordMany,
    recordStart,
    nudge,
    confirmStatus,
    tickOffline,
    decide,
    rotateInvite,
    inviteImage,
    sharePhone,
  },
});
