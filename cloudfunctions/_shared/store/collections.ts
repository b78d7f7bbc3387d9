/**
 * The one declaration of what is stored and how it is found: deployment creates it, the emulator plans by it.
 * Every query of the functions is served by an index here; reads by id need none.
 */
interface IndexKey {
  readonly name: string;
  readonly direction: '1' | '-1';
}

interface Index {
  readonly name: string;
  readonly unique: boolean;
  readonly keys: readonly IndexKey[];
}

/** Keys in order; a leading minus means descending. */
const index = (name: string, ...fields: readonly string[]): Index => ({
  name,
  unique: false,
  keys: fields.map((field) =>
    field.startsWith('-') ? { name: field.slice(1), direction: '-1' } : { name: field, direction: '1' },
  ),
});

export const COLLECTIONS = [
  { name: 'accounts', indexes: [] },
  {
    name: 'members',
    indexes: [
      index('account', 'accountId'),
      index('branch', 'branchId', 'name'),
      index('college', 'collegeId', 'branchId'),
      index('branch-student', 'branchId', 'studentNumber'),
      index('number-key', 'numberKey'),
      index('name-key', 'nameKey'),
      index('college-number-key', 'collegeId', 'numberKey', 'studentNumber'),
      index('college-name-key', 'collegeId', 'nameKey'),
      index('college-start', 'collegeId', 'startedIn', 'accountId', 'loginConfirmedAt'),
      index('college-unbound', 'collegeId', 'startedIn', 'accountId', 'studentNumber'),
      index('college-login', 'collegeId', 'startedIn', 'loginConfirmedAt', 'accountId'),
      index('college-moved', 'collegeId', 'headMovedAt'),
      index('college-birth', 'collegeId', 'birthMonth'),
      index('college-over-age', 'collegeId', 'overAgeRecordedAt', 'birthMonth'),
      index('over-age', 'overAgeRecordedAt', 'birthMonth'),
      index('name', 'name'),
      index('birth', 'birthMonth'),
    ],
  },
  { name: 'branches', indexes: [index('college', 'collegeId', 'name')] },
  { name: 'colleges', indexes: [index('name', 'name')] },
  { name: 'seasons', indexes: [index('opened', '-openedAt')] },
  {
    name: 'transfers',
    indexes: [
      index('member', 'memberId', '-createdAt'),
      index('branch', 'branchId', 'seasonId'),
      index('college-waiting', 'collegeId', 'state', 'waitingSince'),
      index('college-queue', 'collegeId', 'state', 'queueKey'),
      index('queue', 'state', 'queueKey'),
      index('season-state', 'collegeId', 'seasonId', 'state', 'queueKey'),
      index('season-way', 'collegeId', 'seasonId', 'wayId', 'queueKey'),
      index('season-deadline', 'collegeId', 'seasonId', 'deadlineDay', 'queueKey'),
      index('recount', 'collegeId', 'seasonId', 'memberId'),
      index('season', 'seasonId', 'memberId'),
      index('deadline', 'state', 'deadlineAt'),
      index('opening', 'state', 'opensAt'),
      index('college-turn', 'collegeId', 'waitsFor', 'queueKey'),
      index('turn', 'waitsFor', 'queueKey'),
      index('college-waits', 'collegeId', 'state', 'waitsFor', 'queueKey'),
      index('waits', 'state', 'waitsFor', 'queueKey'),
      index('reminded', 'state', 'deadlineDay', 'queueKey'),
      index('waits-since', 'state', 'waitsFor', 'waitingSince'),
      index('college-waits-since', 'collegeId', 'state', 'waitsFor', 'waitingSince'),
      index('branch-waits-since', 'branchId', 'state', 'waitsFor', 'waitingSince'),
    ],
  },
  {
    name: 'resetRequests',
    indexes: [
      index('member', 'memberId', '-requestedAt'),
      index('branch', 'branchId', 'state', 'requestedAt'),
      index('college', 'collegeId', 'state', 'requestedAt'),
      index('requested', 'state', 'requestedAt'),
      index('college-escalated', 'collegeId', 'state', 'escalatedAt'),
      index('escalated', 'state', 'escalatedAt'),
      index('escalation', 'state', 'escalatesAt'),
      index('expiry', 'state', 'expiresAt'),
    ],
  },
  {
    name: 'notices',
    indexes: [
      index('due', 'status', 'nextAt'),
      index('status-about', 'status', 'aboutId'),
      index('about-due', 'aboutId', '-dueAt'),
      index('inbox', 'accountId', '-dueAt'),
      index('settled', 'status', 'settledAt'),
      index('college-due', 'collegeId', 'status', 'nextAt'),
      index('college-settled', 'collegeId', 'status', 'settledAt'),
    ],
  },
  { name: 'journal', indexes: [index('written', 'at')] },
  { name: 'alarms', indexes: [index('last', '-lastAt')] },
  {
    name: 'rosterRuns',
    indexes: [index('state', 'state', 'expiresAt'), index('college', 'collegeId', '-createdAt')],
  },
  { name: 'rosterParts', indexes: [index('run', 'runId', 'state', 'index')] },
  {
    name: 'reconciles',
    indexes: [index('expiry', 'expiresAt'), index('college', 'collegeId', '-createdAt')],
  },
  { name: 'reconcileParts', indexes: [index('kind', 'runId', 'kind', 'index')] },
  {
    name: 'corrections',
    indexes: [
      index('expiry', 'expiresAt'),
      index('college', 'collegeId', '-at'),
      index('at', '-at'),
      index('member', 'memberId'),
    ],
  },
  { name: 'ruleSets', indexes: [index('published', 'number'), index('settling', 'settleAt')] },
  { name: 'ruleVersions', indexes: [index('scope', 'scopeId', 'shippedId', '-number')] },
  {
    name: 'exports',
    indexes: [index('expiry', 'expiresAt'), index('account', 'accountId', 'scopeId', '-createdAt')],
  },
  {
    name: 'tallies',
    indexes: [
      index('season', 'seasonId', 'collegeId'),
      index('desk', 'collegeId', 'desk'),
      index('desks', 'desk'),
    ],
  },
  { name: 'headcounts', indexes: [index('college', 'collegeId'), index('compared', 'comparedNextAt')] },
  { name: 'marks', indexes: [index('over-age', 'overAgeReportedAt')] },
  { name: 'cardCodes', indexes: [index('digits', 'digits')] },
  { name: 'erasures', indexes: [index('due', 'nextAt'), index('purged', 'state', 'movesFigures')] },
  { name: 'uploads', indexes: [index('member', 'memberId', 'at')] },
  {
    name: 'pictureChecks',
    indexes: [index('file', 'fileId'), index('waiting', 'verdict', 'askedAt'), index('member', 'memberId')],
  },
  { name: 'locks', indexes: [index('expiry', 'expiresAt')] },
  {
    name: 'invitations',
    indexes: [
      index('issued', '-issuedAt'),
      index('issuer', 'issuedBy', 'issuedAt'),
      index('user', 'usedBy', 'expiresAt'),
    ],
  },
  { name: 'settings', indexes: [] },
  { name: 'wake', indexes: [] },
  {
    name: 'audits',
    indexes: [
      index('order', '-order'),
      index('kind', 'kind', '-order'),
      index('member', 'memberId', '-order'),
      index('actor', 'actor.accountId', '-order'),
      index('untold', 'tellAt'),
    ],
  },
] as const satisfies readonly { readonly name: string; readonly indexes: readonly Index[] }[];

export type CollectionName = (typeof COLLECTIONS)[number]['name'];
