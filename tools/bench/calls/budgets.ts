/** What an action may ask of the database: `bench:call` fails on more. A new action without a line does not compile. */
import type { ActionName, FunctionName } from '../../../miniprogram/contract';
import type { DatabaseCost } from './round-trips';

export interface Budget {
  /** Round trips before and after the transaction; all there are without one. */
  readonly outside: number;
  /** Round trips of the transaction that write nothing: the guard, one look at all the rest, the commit. */
  readonly inside: number;
  /** What the transaction writes with the branch and college of the bench: each document is a round trip. */
  readonly documents: number;
}

const MOST_READS = 2;
/** Two reads, the transaction's own beginning, and after it the messages of its event and that it is told. */
const MOST_OUTSIDE = 5;
const MOST_INSIDE = 4;
const MOST_DOCUMENTS = 4;

/** Who calls and what the request names, then what hangs on that. More only for a reason. */
const read = (outside: number = MOST_READS): Budget => ({ outside, inside: 0, documents: 0 });
/** The first look after a change of the roster: everybody is counted, looked at once more, and the count is kept. */
const COUNTED = 5;

const write = (documents: number = MOST_DOCUMENTS, more: Partial<Budget> = {}): Budget => ({
  outside: MOST_OUTSIDE,
  inside: MOST_INSIDE,
  documents,
  ...more,
});

/** A text somebody typed is counted on their account before WeChat is asked about it. */
const writeText = (documents: number = MOST_DOCUMENTS, more: Partial<Budget> = {}): Budget =>
  write(documents, { outside: MOST_OUTSIDE + 1, ...more });

/** Two transactions for each of them: here of two people, who may meet at a counter and run again. */
const TOGETHER = writeText(34, { outside: 8, inside: 30 });

type Budgets = { readonly [F in FunctionName]: { readonly [A in ActionName<F>]: Budget } };

const BUDGETS: Budgets = {
  account: {
    whoAmI: read(),
    rules: read(),
    // Person, account, event and what the try counts on at both ends; of a secretary the branch, too.
    signIn: write(6, { inside: 5 }),
    // Counted at the WeChat and at the code it tries, and taken back at both.
    acceptInvitation: write(8, { inside: 8 }),
    claimAdministrator: write(7, { inside: 8 }),
    // Collection by collection, each gone before the next: what a teacher was told and did.
    deleteAccount: write(18, { inside: 20 }),
    addCredits: read(),
    messages: read(),
    markRead: read(),
  },
  graduate: {
    // With pictures in the transfer what WeChat thinks of them hangs on it.
    home: read(3),
    // One change of the person; in a transaction only where they have changed meanwhile, or may still wait for a code.
    confirmLogin: read(),
    requestResetCode: writeText(),
    revealResetCode: write(),
    reportResetResult: write(),
    // With the folder for its pictures, so that nobody has to ask for one.
    chooseWay: write(5),
    changeSituation: write(),
    begin: write(7),
    saveDraft: write(),
    // WeChat's answer to a text is counted only where nothing comes of it.
    submit: write(3, { inside: 5 }),
    report: writeText(),
    // Which ones WeChat was asked about before, and the question in a transaction of its own.
    replacePicture: write(8, { outside: MOST_OUTSIDE + 3, inside: 8 }),
    hurry: write(7),
    // The season's reminders come back: cancelled once, they are written again inside.
    withdraw: write(7),
    // Something new about a person is written with the person, so that no erasure misses it: also the two below.
    tickOffline: writeText(),
    uploadFolder: write(2),
    // The way first, then who else is on it.
    receivers: read(3),
    shareReceiverPhone: write(2),
    cardPass: write(2),
    overAge: read(),
    // The teachers are told at once of whom: for that the person's own mark is read.
    reportOverAge: write(MOST_DOCUMENTS, { outside: MOST_OUTSIDE + 1 }),
    myData: read(),
    // Everything of a person, collection by collection; each is gone before the next.
    deleteMyData: write(30, { inside: 54 }),
  },
  secretary: {
    resetQueue: read(),
    issueResetCode: write(),
    escalateResetRequest: writeText(),
    // On an instance that remembers nothing of the branch: its people hang on it, what they have under way on them.
    branchBoard: read(3),
    person: read(),
    // For each of the twenty people of a transaction the mark, the person and the event; whom and what that is about is
    // read again for all of them together, afterwards.
    nudge: write(60, { outside: MOST_OUTSIDE + 2, inside: 5 }),
    // Where nothing was found the season's reminders come back; and who is named in the history is written too.
    confirmStatus: writeText(8),
    tickOffline: writeText(8),
    decide: writeText(8),
    // Whether they are still of the branch is asked in the transaction.
    recordWay: write(8),
    recordMany: TOGETHER,
    recordStart: writeText(8),
    rotateInvite: write(),
    // A drawing is counted before WeChat is asked for it; its file is kept after.
    inviteImage: read(3),
    sharePhone: write(),
  },
  teacher: {
    queue: read(),
    decision: read(),
    decide: writeText(),
    recordWay: write(8),
    recordMany: TOGETHER,
    recordStart: writeText(),
    checkList: read(3),
    // With the pictures, and that they were looked at.
    batchPreview: read(4),
    // Several decisions beside each other: one may meet the counters of another, and runs again.
    batchDecide: write(6, { inside: 8 }),
    cardLookup: read(),
    tickOffline: writeText(),
    cardOffice: read(),
    saveCardOffice: writeText(),
    // The first look after a change of the roster keeps how many people it has counted in each branch.
    board: read(COUNTED),
    // The one action that reads all transfers of a college; sixteen shards, each in a transaction of its own.
    recountBoard: write(MOST_DOCUMENTS, { inside: 18 }),
    confirmStatus: writeText(),
    recordOverAge: writeText(),
    reopenOverAge: write(),
    people: read(COUNTED),
    // Colleges, everybody of those this instance does not remember, those found and what they have under way.
    findPeople: read(4),
    person: read(),
    revealContact: read(),
    issueResetCode: write(),
    closeResetRequest: writeText(),
    health: read(COUNTED),
    // A whole college by a tap: its people, then what each of 250 has under way and whether WeChat reaches them.
    reach: read(3),
    // Whether one would be sent hangs on what it is about, where that stands, and who holds the office it is for.
    deadLetters: read(5),
    retryNotices: write(),
    saveWebhook: write(),
    testWebhook: read(),
    roster: read(COUNTED),
    // Said to the timer and noted, so that a file nobody takes in is found.
    rosterFolder: read(3),
    rosterTemplate: read(),
    // Whom the file would change by their keys, and whom by their ids; the rows of that plan, and last the run.
    // The folder's note goes, the names are counted as checked, and the timer hears of the rows it will clear away. Each
    // hangs on the one before, and a college does it a few times a year.
    rosterUpload: read(10),
    // The look into the file, and a folder for its copy.
    rosterMark: read(9),
    // A file is written part by part, each in a transaction of its own: here those who are new, and those who change.
    // Offices it gives or ends are audited in it.
    rosterApply: write(8, { inside: 22 }),
    rosterProgress: read(),
    rosterRows: read(),
    reconcile: read(),
    // Everybody of the college, branch by branch, and the rows.
    reconcileRead: read(7),
    // Everybody with what is under way, then the parts, and the run in its transaction: two who compare at once are told.
    reconcileCompare: write(2, { inside: 12 }),
    // The run, its rows, whom they are about, and of people of one name where they stand.
    reconcileRows: read(4),
    // Every part that is open, and a folder for the list.
    reconcileExport: read(14),
    reconcileChoose: write(MOST_DOCUMENTS, { inside: 5 }),
    // Each person in a transaction of their own: here two after each other.
    reconcileSettle: write(6, { inside: 14 }),
    // Whose arrival is taken back may wait for a code again: the request and its owner in a transaction of their own.
    reconcileUndo: write(6, { inside: 8 }),
    // Two people, their branch and what they have under way.
    assignSecretary: write(5),
    // Afterwards the college gets what waited for them alone: requests of the branch, and what its people have under way.
    // Then it is looked for what they have not read of it.
    removeSecretary: write(MOST_DOCUMENTS, { outside: MOST_OUTSIDE + 2 }),
    // With the line of the roster goes what is under way, and its counters.
    transferMember: write(5),
    // Whose number it is, and what WeChat thinks of the name.
    correctMember: writeText(6, { outside: 8 }),
    removeMember: write(5, { inside: 7 }),
    // Both people with what they have under way, their branches, and who is to answer in those.
    mergeMembers: write(14, { outside: 12, inside: 14 }),
    // What was put right, then the names of those who did it.
    corrections: read(3),
    // As much as what it takes back.
    undoCorrection: write(60, { outside: 14, inside: 14 }),
    // Every person of the college names it.
    renameCollege: writeText(MOST_DOCUMENTS, { outside: 14 }),
    // Twenty people a transaction, each with what they have under way.
    renameBranch: writeText(60, { outside: 12, inside: 12 }),
    // Who is about to move is noted ahead, then they move, then the empty branch goes: three transactions, so that it can be
    // taken back and goes on where it was broken off. The spellings of the branch that stays are noted with it.
    mergeBranch: write(60, { outside: 13, inside: 21 }),
    removeBranch: write(4, { inside: 6 }),
    // With the WeChat go the branch's invite code and the pass for the card desk. What is under way is looked for once
    // nothing new can be begun; whoever is just signing in by the old code begins again.
    unbindMember: writeText(6, { inside: 5, outside: 8 }),
    startExport: write(),
    // The work itself: the lease, of eight branches at a time the people and what they have under way, the audit of contacts
    // before there is a file, the file's id.
    exportProgress: read(6),
    createCollege: writeText(),
    inviteTeacher: write(),
    openSeason: writeText(),
    // Of which college the figures are, its caller says first.
    season: read(COUNTED + 1),
    // Everybody's reminders: the colleges, their branches, and of ten at a time the people, what they have under way and
    // what they were told, as far as the time of a call allows.
    previewSeason: read(5),
    previewCollegeSeason: read(4),
    saveSeason: writeText(),
    saveCollegeSeason: writeText(),
    rules: read(),
    saveRulesDraft: write(),
    // The rules and what colleges have of their own, then whom this version would complete.
    previewRules: read(3),
    publishRules: writeText(),
    ruleVersions: read(),
    colleges: read(COUNTED),
    accounts: read(),
    removeTeacher: write(),
    revokeInvitation: write(),
    overAgeList: read(),
    audits: read(),
    seasons: read(),
    // Everything of everybody who left, several people at once.
    purgeSeason: write(300, { outside: 12, inside: 160 }),
  },
};

export const BUDGET_OF: ReadonlyMap<string, Budget> = new Map(
  Object.entries(BUDGETS).flatMap(([name, actions]) =>
    Object.entries(actions).map(([action, budget]) => [`${name}.${action}`, budget] as const),
  ),
);

/** What of a budget a call has exceeded, in words; none when it kept to it. */
export const excessOf = ({ before, after, inside, documents }: DatabaseCost, budget: Budget): string[] => {
  const spent = { outside: before + after, inside, documents };
  return (['outside', 'inside', 'documents'] as const)
    .filter((part) => spent[part] > budget[part])
    .map((part) => `${part} ${spent[part]} of ${budget[part]}`);
};
