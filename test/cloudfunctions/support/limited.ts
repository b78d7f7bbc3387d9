/**
 * What bounds each action that another person hears of, or that costs a request elsewhere: one line for each action of
 * the contract; a new action without one does not compile. Whatever takes a text counts as `textChecks` besides.
 */
import type { ActionName, FunctionName } from '../../../miniprogram/contract';
import type { PER_DAY } from '../../../cloudfunctions/_shared/kernel/policy';

type Counted = Exclude<keyof typeof PER_DAY, 'steps'>;

/** Its counts of a day by name; `steps`: of one transfer, each step by itself; `once`: one person, one day, one notice. */
export type LimitName = Counted | 'steps' | 'once';

/** `reads` writes nothing anybody else could hear of. */
type Line = 'reads' | `none, because ${string}` | readonly [LimitName, ...LimitName[]];

type Table = { readonly [F in FunctionName]: { readonly [A in ActionName<F>]: Line } };

export const LIMITED: Table = {
  account: {
    whoAmI: 'reads',
    signIn: ['signIns'],
    acceptInvitation: 'none, because a code works once and wrong ones lock out whoever tries',
    claimAdministrator: 'none, because the code works once and wrong ones lock out whoever tries',
    deleteAccount: 'none, because only the own account is touched, and it is gone after the first time',
    addCredits: 'none, because WeChat counts the taps, and only the own reminders are more',
    messages: 'reads',
    markRead: 'none, because only the own inbox is touched',
  },
  graduate: {
    home: 'reads',
    confirmLogin: 'none, because nobody is told',
    requestResetCode: ['resetRequests'],
    revealResetCode: 'none, because a code is shown once, and asked for again once when it does not open',
    reportResetResult: 'none, because each request has one result',
    chooseWay: ['steps'],
    changeSituation: ['steps'],
    begin: 'none, because a plan is begun once',
    saveDraft: 'none, because nobody is told, and a draft holds a dozen pictures at most',
    submit: ['steps'],
    report: ['steps'],
    replacePicture: 'none, because only a picture that nobody is shown can be replaced, and nobody is told',
    withdraw: 'none, because taking back is always possible, and only what was handed in can be',
    uploadFolder: ['uploadFolders'],
    receivers: 'reads',
    cardPass: 'none, because one pass at a time stands for a person',
    overAge: 'reads',
    reportOverAge: 'none, because it stands in the list of the college once, however often it is said',
    myData: 'reads',
    deleteMyData: 'none, because whoever comes back is counted by `signIns`',
  },
  secretary: {
    resetQueue: 'reads',
    issueResetCode: 'none, because each request is answered once',
    escalateResetRequest: 'none, because each request is handed on once',
    branchBoard: 'reads',
    person: 'reads',
    nudge: ['once'],
    confirmStatus: ['steps'],
    decide: 'none, because each submission is decided once',
    rotateInvite: ['inviteCodes'],
    inviteImage: ['inviteImages'],
  },
  teacher: {
    queue: 'reads',
    decision: 'reads',
    decide: 'none, because it answers what was handed in, which is bounded',
    batchPreview: 'reads',
    batchDecide: 'none, because it answers what was handed in, which is bounded',
    cardLookup: 'reads',
    cardDone: 'none, because nobody is told',
    cardUndo: 'none, because nobody is told',
    cardOffice: 'reads',
    saveCardOffice: 'none, because nobody is told; the college answers for its office',
    board: 'reads',
    recountBoard: 'none, because it changes figures only to what is so',
    confirmStatus: 'none, because the college answers for what it saw; each outcome ends the attempt',
    recordOverAge: 'none, because each person is recorded once',
    people: 'reads',
    person: 'reads',
    revealContact: 'none, because every look is audited',
    issueResetCode: 'none, because each request is answered once',
    roster: 'reads',
    rosterFolder: 'none, because what is never taken in is gone within the hour',
    rosterTemplate: 'reads',
    rosterUpload: 'none, because a file is bounded and forgotten after two days',
    rosterRows: 'reads',
    rosterApply: 'none, because a checked file is written once',
    rosterProgress: 'reads',
    assignSecretary: 'none, because nobody is told; every time is audited',
    removeSecretary: 'none, because nobody is told; every time is audited',
    transferMember: 'none, because nobody is told; every time is audited',
    unbindMember: 'none, because whoever is unbound has to sign in again, which is counted by `signIns`',
    startExport: 'none, because lists are the teacher’s own and go after a day',
    exportProgress: 'reads',
    health: 'reads',
    deadLetters: 'reads',
    retryNotices: 'none, because only what never reached anybody is sent again',
    saveWebhook: 'none, because the committee and the college answer for their own group',
    testWebhook: 'none, because only the college’s own group hears it, from its own teachers',
    createCollege: 'none, because only the committee may',
    inviteTeacher: 'none, because only the committee may, and the link is given by hand',
    openSeason: 'none, because each year opens once',
    season: 'reads',
    previewSeason: 'reads',
    saveSeason: 'none, because reminders planned anew replace the old ones',
    previewCollegeSeason: 'reads',
    saveCollegeSeason: 'none, because reminders planned anew replace the old ones',
    colleges: 'reads',
    accounts: 'reads',
    removeTeacher: 'none, because each account is removed once',
    revokeInvitation: 'none, because each invitation is revoked once',
    overAgeList: 'reads',
    audits: 'reads',
    seasons: 'reads',
    purgeSeason: 'none, because a season is cleared away once',
  },
};
