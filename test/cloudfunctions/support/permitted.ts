/** Who may do what to whom: one line for each action of the contract; a new action without one does not compile. */
import { STAMP } from './stamp';
import type { ActionName, FunctionName, Request, Response } from '../../../miniprogram/contract';
import type { ErrorCode } from '../../../miniprogram/domain/errors';
import { FORMER, type Former } from './former';
import type { Place, Target } from './places';

const PRESENT = ['visitor', 'graduate', 'secretary', 'teacher', 'committee'] as const;
export type Caller = (typeof PRESENT)[number] | Former;
export const CALLERS: readonly Caller[] = [...PRESENT, ...(Object.keys(FORMER) as Former[])];

/** Graduates with no office: those who lost one are graduates again. */
const GRADUATES: readonly Caller[] = ['graduate', 'removedSecretary', 'movedSecretary'];
/** An account that is stored, and gives no right any more. */
const RIGHTLESS: readonly Caller[] = ['removedTeacher', 'removedCommittee'];
/** Nothing of them is stored as an account: never signed in, or not any more. */
const STRANGERS: readonly Caller[] = ['visitor', 'unbound', 'deleted'];

/**
 * By whom, and how far from themselves. anyone: with any WeChat; account: with an account; rightless: with no right, or
 * none any more; member: about themselves;
 * owner: the graduate whose it is; branch, college: who answers for them, the committee for all colleges; office:
 * teachers and the committee, whatever the place; teacher: teachers alone.
 */
export const RIGHTS = {
  anyone: () => true,
  account: (caller) => !STRANGERS.includes(caller),
  rightless: (caller) => STRANGERS.includes(caller) || RIGHTLESS.includes(caller),
  member: (caller) => GRADUATES.includes(caller) || caller === 'secretary',
  owner: (caller, place) => caller === 'graduate' && place === 'own',
  branch: (caller, place) => caller === 'secretary' && place === 'own',
  college: (caller, place) => caller === 'committee' || (caller === 'teacher' && place !== 'otherCollege'),
  office: (caller) => caller === 'teacher' || caller === 'committee',
  teacher: (caller) => caller === 'teacher',
  committee: (caller) => caller === 'committee',
} as const satisfies Readonly<Record<string, (caller: Caller, place: Place) => boolean>>;
export type Right = keyof typeof RIGHTS;

interface Line<F extends FunctionName, A extends ActionName<F>> {
  readonly who: Right;
  /** What is asked about the target; the same from everybody. */
  readonly ask: (target: Target) => Request<F, A>;
  /** Failures that only somebody who may call gets to see. */
  readonly may?: readonly ErrorCode[];
  /** Where a call answers everybody who may come in: whether it was about the target. */
  readonly reaches?: (data: Response<F, A>, target: Target) => boolean;
}

type Table = { readonly [F in FunctionName]: { readonly [A in ActionName<F>]: Line<F, A> } };

const nothing = () => ({});
const ofMember = ({ memberId }: Target) => ({ memberId });
const ofBranch = ({ branchId }: Target) => ({ branchId });
const ofCollege = ({ collegeId }: Target) => ({ collegeId });
const ofTransfer = ({ transferId }: Target) => ({ transferId });
const step = ({ transferId, version }: Target) => ({ transferId, version });
/** Stamping is the college's; what no rulebook knows is refused only after it is clear who asks. */
const NO_STEP = { ...STAMP, stepId: 'none' } as const;
const ILLEGAL = ['TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE'] as const;

export const PERMITTED: Table = {
  account: {
    whoAmI: { who: 'anyone', ask: nothing },
    rules: { who: 'anyone', ask: () => ({ rulebookId: 'usst-2020@all.1' }) },
    signIn: {
      who: 'anyone',
      ask: ({ name }) => ({ studentNumber: 'S999', name, inviteCode: 'AAAAAA' }),
      may: ['CREDENTIALS_WRONG', 'ALREADY_SIGNED_IN'],
    },
    acceptInvitation: { who: 'anyone', ask: () => ({ code: 'A', name: '某' }), may: ['INVITE_CODE_WRONG'] },
    claimAdministrator: { who: 'anyone', ask: () => ({ code: 'A', name: '某' }), may: ['ADMIN_CODE_WRONG'] },
    deleteAccount: { who: 'rightless', ask: nothing },
    addCredits: { who: 'account', ask: () => ({ askId: 'a', accepted: ['task'] }) },
    messages: { who: 'account', ask: nothing },
    markRead: { who: 'account', ask: ({ deadNoticeId }) => ({ ids: [deadNoticeId] }) },
  },
  graduate: {
    home: { who: 'member', ask: nothing },
    confirmLogin: { who: 'member', ask: nothing },
    requestResetCode: { who: 'member', ask: nothing, may: ['RESET_ALREADY_WAITING'] },
    revealResetCode: {
      who: 'owner',
      ask: ({ issuedId }) => ({ requestId: issuedId }),
      may: ['RESET_ILLEGAL_STEP'],
    },
    reportResetResult: {
      who: 'owner',
      ask: ({ issuedId }) => ({ requestId: issuedId, worked: true }),
      may: ['RESET_ILLEGAL_STEP'],
    },
    chooseWay: {
      who: 'member',
      ask: () => ({ wayId: 'army', routeId: 'direct', version: null }),
      may: ['TRANSFER_VERSION_STALE'],
    },
    changeSituation: {
      who: 'member',
      ask: () => ({ wayId: 'army', routeId: 'direct', version: null }),
      may: ['TRANSFER_VERSION_STALE', 'TRANSFER_ILLEGAL_STEP'],
    },
    begin: { who: 'member', ask: ({ version }) => ({ version }), may: ILLEGAL },
    saveDraft: {
      who: 'owner',
      ask: ({ screenshot }) => ({ draft: {}, screenshots: [screenshot] }),
      may: ['TRANSFER_ILLEGAL_STEP'],
    },
    submit: {
      who: 'owner',
      ask: ({ version, screenshot }) => ({ version, fields: {}, screenshots: [screenshot] }),
      may: [...ILLEGAL, 'FIELD_REQUIRED'],
    },
    report: { who: 'member', ask: ({ version }) => ({ version, outcome: 'accepted' }), may: ILLEGAL },
    replacePicture: {
      who: 'owner',
      ask: ({ screenshot }) => ({ from: screenshot, to: screenshot }),
      may: ['NOT_FOUND'],
    },
    tickOffline: { who: 'member', ask: ({ version }) => ({ version, ...NO_STEP }), may: ILLEGAL },
    hurry: { who: 'member', ask: ({ version }) => ({ version }), may: ILLEGAL },
    withdraw: { who: 'member', ask: ({ version }) => ({ version }), may: ILLEGAL },
    uploadFolder: { who: 'member', ask: nothing },
    receivers: { who: 'member', ask: nothing },
    shareReceiverPhone: { who: 'member', ask: ({ version }) => ({ version, phone: null }), may: ILLEGAL },
    cardPass: { who: 'member', ask: nothing },
    overAge: { who: 'member', ask: nothing },
    reportOverAge: { who: 'member', ask: nothing, may: ['FIELD_REQUIRED', 'FIELD_INVALID'] },
    myData: { who: 'member', ask: nothing },
    deleteMyData: { who: 'member', ask: nothing },
  },
  secretary: {
    resetQueue: {
      who: 'branch',
      ask: nothing,
      reaches: ({ branch }, { branchId }) => branch.id === branchId,
    },
    issueResetCode: { who: 'branch', ask: ({ waitingId }) => ({ requestId: waitingId, code: '836214' }) },
    escalateResetRequest: {
      who: 'branch',
      ask: ({ waitingId }) => ({ requestId: waitingId, reason: '查不到' }),
    },
    branchBoard: {
      who: 'branch',
      ask: ofBranch,
      reaches: ({ branch }, { branchId }) => branch.id === branchId,
    },
    person: { who: 'branch', ask: ofMember },
    recordWay: {
      who: 'branch',
      ask: ({ memberId }) => ({ memberId, version: null, wayId: 'army', routeId: 'direct' }),
      may: ['TRANSFER_VERSION_STALE'],
    },
    recordMany: {
      who: 'branch',
      ask: ({ memberId }) => ({ memberIds: [memberId], wayId: 'army', routeId: 'direct', fields: null }),
    },
    recordStart: {
      who: 'branch',
      ask: ({ memberId }) => ({ memberId, version: 0, fields: {} }),
      may: ['TRANSFER_VERSION_STALE'],
    },
    nudge: { who: 'branch', ask: ({ memberId, branchId }) => ({ memberIds: [memberId], branchId }) },
    confirmStatus: {
      who: 'branch',
      ask: ({ memberId, version }) => ({ memberId, version, outcome: 'accepted' }),
      may: ILLEGAL,
    },
    tickOffline: {
      who: 'branch',
      ask: ({ memberId, version }) => ({ memberId, version, ...NO_STEP }),
      may: ILLEGAL,
    },
    decide: {
      who: 'branch',
      ask: ({ memberId, version }) => ({ memberId, version, decision: 'undo-approve' }),
      may: ILLEGAL,
    },
    rotateInvite: { who: 'branch', ask: nothing, reaches: (_data, { name }) => name === '林小雨' },
    inviteImage: { who: 'branch', ask: ofBranch, reaches: (_data, { name }) => name === '林小雨' },
    sharePhone: {
      who: 'branch',
      ask: () => ({ phone: null }),
      reaches: (_data, { name }) => name === '林小雨',
    },
  },
  teacher: {
    queue: { who: 'office', ask: nothing },
    decision: { who: 'college', ask: ofTransfer },
    decide: {
      who: 'college',
      ask: (target) => ({ ...step(target), decision: 'approve', seenOnSystem: true }),
    },
    checkList: { who: 'office', ask: nothing },
    batchPreview: {
      who: 'college',
      ask: ({ transferId }) => ({ decision: 'approve', transferIds: [transferId] }),
      reaches: ({ excluded }) => !excluded.some(({ reasons }) => reasons.includes('not-found')),
    },
    batchDecide: {
      who: 'college',
      ask: (target) => ({ decision: 'approve', items: [step(target)] }),
      reaches: ({ results }) => !results.some(({ reasons }) => reasons.includes('not-found')),
    },
    cardLookup: {
      who: 'college',
      ask: ({ name }) => ({ search: name }),
      reaches: ({ people }) => people.length > 0,
    },
    tickOffline: { who: 'college', ask: (target) => ({ ...step(target), ...STAMP }), may: ILLEGAL },
    cardOffice: { who: 'teacher', ask: nothing },
    saveCardOffice: { who: 'teacher', ask: () => ({ office: null }) },
    board: {
      who: 'college',
      ask: ofCollege,
      reaches: ({ college }, { collegeId }) => college?.id === collegeId,
    },
    recountBoard: { who: 'college', ask: ofCollege },
    confirmStatus: {
      who: 'college',
      ask: (target) => ({ ...step(target), outcome: 'accepted' }),
      may: ILLEGAL,
    },
    reopenOverAge: { who: 'college', ask: ofMember },
    recordOverAge: { who: 'college', ask: (target) => ({ ...ofMember(target), reason: '记好了' }) },
    people: {
      who: 'college',
      ask: ({ collegeId }) => ({ collegeId, filter: { by: 'step', step: 'college' } }),
    },
    findPeople: {
      who: 'college',
      ask: ({ name }) => ({ text: name }),
      reaches: ({ people }) => people.length > 0,
    },
    person: { who: 'college', ask: ofMember },
    recordWay: {
      who: 'college',
      ask: ({ memberId }) => ({ memberId, version: null, wayId: 'army', routeId: 'direct' }),
      may: ['TRANSFER_VERSION_STALE'],
    },
    recordMany: {
      who: 'college',
      ask: ({ memberId }) => ({ memberIds: [memberId], wayId: 'army', routeId: 'direct', fields: null }),
    },
    recordStart: {
      who: 'college',
      ask: ({ memberId }) => ({ memberId, version: 0, fields: {} }),
      may: ['TRANSFER_VERSION_STALE'],
    },
    revealContact: { who: 'college', ask: ofTransfer },
    issueResetCode: {
      who: 'college',
      ask: ({ waitingId }) => ({ requestId: waitingId, code: '836214' }),
      may: ['RESET_ILLEGAL_STEP'],
    },
    closeResetRequest: {
      who: 'college',
      ask: ({ waitingId }) => ({ requestId: waitingId, reason: '不是我们学院的人' }),
    },
    roster: { who: 'college', ask: ofCollege },
    rosterFolder: { who: 'office', ask: nothing },
    rosterTemplate: { who: 'office', ask: nothing },
    // The file is in the folder of the teacher who put it there: nobody else may read it in.
    rosterUpload: {
      who: 'college',
      ask: ({ collegeId, rosterFile }) => ({ collegeId, fileId: rosterFile }),
      may: ['FILE_FOREIGN'],
    },
    rosterMark: {
      who: 'college',
      ask: ({ collegeId, rosterFile }) => ({ collegeId, fileId: rosterFile }),
      // The upload has taken the file away by then.
      may: ['FILE_FOREIGN', 'FILE_MISSING'],
    },
    rosterRows: { who: 'college', ask: ({ runId }) => ({ runId, only: 'added' }) },
    rosterApply: { who: 'college', ask: ({ runId }) => ({ runId }), may: ['CONFLICT'] },
    rosterProgress: { who: 'college', ask: ({ runId }) => ({ runId }) },
    reconcile: { who: 'college', ask: ofCollege },
    reconcileRead: {
      who: 'college',
      ask: ({ collegeId, name }) => ({ collegeId, kind: 'members', from: { source: 'paste', text: name } }),
    },
    reconcileCompare: { who: 'college', ask: ({ reconcileId }) => ({ runId: reconcileId, covered: [] }) },
    reconcileRows: { who: 'college', ask: ({ reconcileId }) => ({ runId: reconcileId, kind: 'unknown' }) },
    reconcileExport: { who: 'college', ask: ({ reconcileId }) => ({ runId: reconcileId }) },
    // Nobody on the list has a name that somebody shares: of whoever may ask, the question is not there.
    reconcileChoose: {
      who: 'college',
      ask: ({ reconcileId }) => ({ runId: reconcileId, key: 'same-0', memberIds: [] }),
      may: ['NOT_FOUND'],
    },
    reconcileSettle: { who: 'college', ask: ({ reconcileId }) => ({ runId: reconcileId, kind: 'arrived' }) },
    reconcileUndo: { who: 'college', ask: ({ reconcileId }) => ({ runId: reconcileId }) },
    assignSecretary: { who: 'college', ask: ofMember },
    removeSecretary: { who: 'college', ask: ofMember },
    transferMember: { who: 'college', ask: ({ memberId, branchId }) => ({ memberId, branchId }) },
    correctMember: {
      who: 'college',
      ask: ({ memberId, name }) => ({ memberId, name, studentNumber: 'Z-1' }),
    },
    removeMember: { who: 'college', ask: ofMember, may: ['CONFLICT'] },
    mergeMembers: {
      who: 'college',
      ask: ({ memberId }) => ({ memberId, otherId: memberId }),
      may: ['CONFLICT'],
    },
    corrections: { who: 'college', ask: ofCollege },
    undoCorrection: { who: 'college', ask: ({ correctionId }) => ({ correctionId }) },
    renameCollege: { who: 'committee', ask: ({ collegeId }) => ({ collegeId, name: '改过名的学院' }) },
    renameBranch: { who: 'college', ask: ({ branchId }) => ({ branchId, name: '改过名的团支部' }) },
    mergeBranch: {
      who: 'college',
      ask: ({ branchId }) => ({ branchId, into: branchId }),
      may: ['BRANCH_UNKNOWN'],
    },
    removeBranch: { who: 'college', ask: ({ branchId }) => ({ branchId }), may: ['CONFLICT'] },
    unbindMember: { who: 'college', ask: ({ memberId }) => ({ memberId, reason: '换了微信' }) },
    startExport: { who: 'college', ask: ({ collegeId }) => ({ kind: 'unfinished', collegeId }) },
    // Whoever began a list is the only one who may fetch it: here the teacher of the place.
    exportProgress: { who: 'college', ask: ({ exportId }) => ({ exportId }), may: ['NOT_FOUND'] },
    health: { who: 'office', ask: nothing },
    reach: { who: 'college', ask: ofCollege },
    deadLetters: { who: 'college', ask: ofCollege },
    retryNotices: {
      who: 'college',
      ask: ({ deadNoticeId }) => ({ noticeIds: [deadNoticeId] }),
      reaches: ({ retried }) => retried > 0,
    },
    saveWebhook: { who: 'college', ask: ({ collegeId }) => ({ collegeId, url: null }) },
    testWebhook: { who: 'college', ask: ofCollege, may: ['NOT_FOUND'] },
    createCollege: { who: 'committee', ask: () => ({ name: '新学院' }) },
    inviteTeacher: { who: 'committee', ask: ({ collegeId }) => ({ collegeId, name: '赵老师' }) },
    openSeason: { who: 'committee', ask: () => ({ id: '2028', name: '2028届', rulebookId: 'usst-2020' }) },
    season: { who: 'office', ask: nothing },
    previewSeason: { who: 'committee', ask: () => ({ changes: { name: '改名' } }) },
    saveSeason: { who: 'committee', ask: () => ({ version: 1, changes: { name: '改名' } }) },
    previewCollegeSeason: {
      who: 'college',
      ask: ({ collegeId }) => ({ collegeId, changes: { quietHours: { from: 21, to: 9 } } }),
    },
    saveCollegeSeason: {
      who: 'college',
      ask: ({ collegeId }) => ({ collegeId, version: 1, changes: { announcement: '周三下午不办公' } }),
    },
    rules: { who: 'office', ask: nothing },
    saveRulesDraft: { who: 'office', ask: () => ({ version: 0, edits: [] }) },
    previewRules: { who: 'office', ask: () => ({ edits: [] }) },
    publishRules: { who: 'office', ask: () => ({ version: 0, edits: [] }) },
    ruleVersions: { who: 'office', ask: nothing },
    colleges: { who: 'committee', ask: nothing },
    accounts: { who: 'committee', ask: nothing },
    removeTeacher: { who: 'committee', ask: ({ teacherId }) => ({ accountId: teacherId }) },
    revokeInvitation: { who: 'committee', ask: ({ invitationId }) => ({ invitationId }) },
    overAgeList: { who: 'college', ask: ofCollege },
    audits: { who: 'committee', ask: nothing },
    seasons: { who: 'committee', ask: nothing },
    purgeSeason: { who: 'committee', ask: () => ({ seasonId: '2027', dryRun: false }), may: ['SEASON_OPEN'] },
  },
};
