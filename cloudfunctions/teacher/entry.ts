/** Teachers act within their college, the committee within all; some actions are the committee's alone. */
import type { ActionName } from '../../miniprogram/contract';
import { fail, type Result } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/calls/entry';
import { asCollege, type CollegeCaller, type Visitor } from '../_shared/calls/identity';
import { accounts } from './accounts/accounts';
import { mergeBranch, removeBranch, renameBranch } from './roster/change-branch';
import { correctMember } from './people/correct-member';
import { removeMember } from './people/remove-member';
import { mergeMembers } from './people/merge-members';
import { corrections } from './corrections/corrections';
import { undoCorrection } from './corrections/undo-correction';
import { renameCollege } from './accounts/rename-college';
import { assignSecretary } from './people/assign-secretary';
import { colleges } from './board/colleges';
import { audits } from './audits/audits';
import { batchDecide } from './queue/batch-decide';
import { batchPreview } from './queue/batch-preview';
import { board } from './board/board';
import { cardLookup } from './cards/card-lookup';
import { cardOffice, saveCardOffice } from './cards/office';
import { checkList } from './queue/check-list';
import { confirmStatus } from './queue/confirm-status';
import { findPeople } from './people/find-people';
import { people } from './people/people';
import { person } from './people/person';
import { recordMany, recordStart, recordWay } from './people/record-for';
import { recordOverAge } from './people/record-over-age';
import { reopenOverAge } from './people/reopen-over-age';
import { reconcile } from './reconcile/reconcile';
import { reconcileChoose } from './reconcile/reconcile-choose';
import { reconcileCompare } from './reconcile/reconcile-compare';
import { reconcileExport } from './reconcile/reconcile-export';
import { reconcileRead } from './reconcile/reconcile-read';
import { reconcileRows } from './reconcile/reconcile-rows';
import { reconcileSettle } from './reconcile/reconcile-settle';
import { reconcileUndo } from './reconcile/reconcile-undo';
import { recountBoard } from './board/recount-board';
import { revokeInvitation } from './accounts/revoke-invitation';
import { revealContact } from './people/reveal-contact';
import { tickOffline } from './cards/tick-offline';
import { createCollege } from './accounts/create-college';
import { deadLetters } from './delivery/dead-letters';
import { decide } from './queue/decide';
import { decision } from './queue/decision';
import { exportProgress } from './exports/export-progress';
import { health } from './delivery/health';
import { reach } from './delivery/reach';
import { inviteTeacher } from './accounts/invite-teacher';
import { closeResetRequest } from './queue/close-reset-request';
import { issueResetCode } from './queue/issue-reset-code';
import { openSeason } from './season/open-season';
import { overAgeList } from './people/over-age-list';
import { previewCollegeSeason } from './season/preview-college-season';
import { previewSeason } from './season/preview-season';
import { purgeSeason } from './season/purge-season';
import { queue } from './queue/queue';
import { removeSecretary } from './people/remove-secretary';
import { removeTeacher } from './accounts/remove-teacher';
import { retryNotices } from './delivery/retry-notices';
import { roster } from './roster/roster';
import { rosterApply } from './roster/roster-apply';
import { rosterFolder } from './roster/roster-folder';
import { rosterMark } from './roster/roster-mark';
import { rosterProgress } from './roster/roster-progress';
import { rosterRows } from './roster/roster-rows';
import { rosterTemplate } from './roster/roster-template';
import { rosterUpload } from './roster/roster-upload';
import { rules } from './rules/rules';
import { previewRules } from './rules/preview';
import { publishRules } from './rules/publish';
import { saveRulesDraft } from './rules/save-draft';
import { ruleVersions } from './rules/versions';
import { saveCollegeSeason } from './season/save-college-season';
import { saveSeason } from './season/save-season';
import { saveWebhook } from './delivery/save-webhook';
import { season } from './season/season';
import { seasons } from './season/seasons';
import { startExport } from './exports/start-export';
import { testWebhook } from './delivery/test-webhook';
import { transferMember } from './people/transfer-member';
import { unbindMember } from './people/unbind-member';

const COMMITTEE_ONLY: readonly ActionName<'teacher'>[] = [
  'createCollege',
  'renameCollege',
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
  // Whatever they may do hangs on their account: no line of the roster is asked for.
  looksAt: 'account',
  authorise,
  standing: 'kept',
  handlers: {
    queue,
    decision,
    decide,
    issueResetCode,
    closeResetRequest,
    createCollege,
    inviteTeacher,
    openSeason,
    checkList,
    batchPreview,
    batchDecide,
    cardLookup,
    tickOffline,
    cardOffice,
    saveCardOffice,
    board,
    recountBoard,
    confirmStatus,
    recordOverAge,
    reopenOverAge,
    people,
    findPeople,
    person,
    recordWay,
    recordMany,
    recordStart,
    revealContact,
    health,
    reach,
    deadLetters,
    retryNotices,
    saveWebhook,
    testWebhook,
    roster,
    rosterFolder,
    rosterTemplate,
    rosterUpload,
    rosterMark,
    rosterRows,
    rosterApply,
    rosterProgress,
    reconcile,
    reconcileRead,
    reconcileCompare,
    reconcileExport,
    reconcileRows,
    reconcileChoose,
    reconcileSettle,
    reconcileUndo,
    assignSecretary,
    removeSecretary,
    transferMember,
    correctMember,
    removeMember,
    mergeMembers,
    corrections,
    undoCorrection,
    renameCollege,
    renameBranch,
    mergeBranch,
    removeBranch,
    unbindMember,
    startExport,
    exportProgress,
    season,
    previewSeason,
    saveSeason,
    previewCollegeSeason,
    saveCollegeSeason,
    rules,
    saveRulesDraft,
    previewRules,
    publishRules,
    ruleVersions,
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
