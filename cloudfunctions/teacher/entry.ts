/** Teachers act within their college, the committee within all; some actions are the committee's alone. */
import type { ActionName } from '../../miniprogram/domain/contract';
import { fail, type Result } from '../../miniprogram/domain/errors';
import { createEntry } from '../_shared/entry';
import { asCollege, type CollegeCaller, type Visitor } from '../_shared/identity';
import { createCollege } from './create-college';
import { deadLetters } from './dead-letters';
import { decide } from './decide';
import { decision } from './decision';
import { health } from './health';
import { importRoster } from './import-roster';
import { inviteTeacher } from './invite-teacher';
import { issueResetCode } from './issue-reset-code';
import { openSeason } from './open-season';
import { queue } from './queue';
import { rosterApply } from './roster-apply';
import { rosterFolder } from './roster-folder';
import { rosterProgress } from './roster-progress';
import { rosterRows } from './roster-rows';
import { rosterTemplate } from './roster-template';
import { rosterUpload } from './roster-upload';
import { retryNotice } from './retry-notice';
import { saveWebhook } from './save-webhook';

const COMMITTEE_ONLY: readonly ActionName<'teacher'>[] = [
  'createCollege',
  'inviteTeacher',
  'openSeason',
  'season',
  'previewSeason',
  'saveSeason',
  'colleges',
  'accounts',
  'removeTeacher',
];

/** Stands in until the use case is there. */
const notYet = () => Promise.resolve(fail('UNKNOWN_ACTION'));

const authorise = (visitor: Visitor, action: ActionName<'teacher'>): Result<CollegeCaller> => {
  const caller = asCollege(visitor);
  if (!caller.ok) return caller;
  return caller.data.role !== 'committee' && COMMITTEE_ONLY.includes(action) ? fail('FORBIDDEN') : caller;
};

export const teacherEntry = createEntry({
  functionName: 'teacher',
  authorise,
  handlers: {
    queue,
    decision,
    decide,
    issueResetCode,
    importRoster,
    createCollege,
    inviteTeacher,
    openSeason,
    batchPreview: notYet,
    batchDecide: notYet,
    cardLookup: notYet,
    cardDone: notYet,
    cardUndo: notYet,
    board: notYet,
    recountBoard: notYet,
    confirmStatus: notYet,
    recordOverAge: notYet,
    people: notYet,
    person: notYet,
    revealContact: notYet,
    health,
    deadLetters,
    retryNotice,
    saveWebhook,
    rosterFolder,
    rosterTemplate,
    rosterUpload,
    rosterRows,
    rosterApply,
    rosterProgress,
    assignSecretary: notYet,
    removeSecretary: notYet,
    transferMember: notYet,
    unbindMember: notYet,
    startExport: notYet,
    exportProgress: notYet,
    season: notYet,
    previewSeason: notYet,
    saveSeason: notYet,
    colleges: notYet,
    accounts: notYet,
    removeTeacher: notYet,
    overAgeList: notYet,
  },
});
