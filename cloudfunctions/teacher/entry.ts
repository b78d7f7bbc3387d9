/** Teachers act within their college, the committee within all; some actions are the committee's alone. */
import type { ActionName } from '../../miniprogram/domain/contract';
import { fail, type Result } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/entry';
import { asCollege, type CollegeCaller, type Visitor } from '../_shared/identity';
import { accounts } from './accounts';
import { assignSecretary } from './assign-secretary';
import { colleges } from './colleges';
import { audits } from './audits';
import { batchDecide } from './batch-decide';
import { batchPreview } from './batch-preview';
import { board } from './board';
import { cardLookup } from './card/card-lookup';
import { cardOffice, saveCardOffice } from './card/office';
import { confirmStatus } from './confirm-status';
import { people } from './people';
import { person } from './person';
import { recordOverAge } from './record-over-age';
import { recountBoard } from './recount-board';
import { revokeInvitation } from './revoke-invitation';
import { revealContact } from './reveal-contact';
import { cardDone, cardUndo } from './card/card-done';
import { createCollege } from './create-college';
import { deadLetters } from './dead-letters';
import { decide } from './decide';
import { decision } from './decision';
import { exportProgress } from './export-progress';
import { health } from './health';
import { importRoster } from './import-roster';
import { inviteTeacher } from './invite-teacher';
import { issueResetCode } from './issue-reset-code';
import { openSeason } from './open-season';
import { overAgeList } from './over-age-list';
import { previewCollegeSeason } from './preview-college-season';
import { previewSeason } from './preview-season';
import { purgeSeason } from './purge-season';
import { queue } from './queue';
import { removeSecretary } from './remove-secretary';
import { removeTeacher } from './remove-teacher';
import { retryNotices } from './retry-notices';
import { roster } from './roster';
import { rosterApply } from './roster-apply';
import { rosterFolder } from './roster-folder';
import { rosterProgress } from './roster-progress';
import { rosterRows } from './roster-rows';
import { rosterTemplate } from './roster-template';
import { rosterUpload } from './roster-upload';
import { saveCollegeSeason } from './save-college-season';
import { saveSeason } from './save-season';
import { saveWebhook } from './save-webhook';
import { season } from './season';
import { seasons } from './seasons';
import { startExport } from './start-export';
import { testWebhook } from './test-webhook';
import { transferMember } from './transfer-member';
import { unbindMember } from './unbind-member';

const COMMITTEE_ONLY: readonly ActionName<'teacher'>[] = [
  'createCollege',
  'inviteTeacher',
  'openSeason',
  'previewSeason',
  'saveSeason',
  'colleges',
  'accounts',
  'removeTeacher',
  'revokeInvitation',
  'audits',
  'seasons',
  'purgeSeason',
];

const authorise = (visitor: Visitor, action: ActionName<'teacher'>): Result<CollegeCaller> => {
  const caller = asCollege(visitor);
  if (!caller.ok) return caller;
  return caller.data.role !== 'committee' && COMMITTEE_ONLY.includes(action) ? fail('FORBIDDEN') : caller;
};

export const teacherEntry = createEntry({
  functionName: 'teacher',
  authorise,
  standing: 'kept',
  handlers: {
    queue,
    decision,
    decide,
    issueResetCode,
    importRoster,
    createCollege,
    inviteTeacher,
    openSeason,
    batchPreview,
    batchDecide,
    cardLookup,
    cardDone,
    cardUndo,
    cardOffice,
    saveCardOffice,
    board,
    recountBoard,
    confirmStatus,
    recordOverAge,
    people,
    person,
    revealContact,
    health,
    deadLetters,
    retryNotices,
    saveWebhook,
    testWebhook,
    roster,
    rosterFolder,
    rosterTemplate,
    rosterUpload,
    rosterRows,
    rosterApply,
    rosterProgress,
    assignSecretary,
    removeSecretary,
    transferMember,
    unbindMember,
    startExport,
    exportProgress,
    season,
    previewSeason,
    saveSeason,
    previewCollegeSeason,
    saveCollegeSeason,
    colleges,
    accounts,
    removeTeacher,
    revokeInvitation,
    overAgeList,
    audits,
    seasons,
    purgeSeason,
  },
});
