/** The rows by themselves: records that agree, and each changed in one field at a time. */
import type { CollectionName } from '../../../cloudfunctions/_shared/store/collections';
import { openKept, type Kept } from '../../../tools/admin/kept';
import { brokenLinks } from '../../../tools/admin/links';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

type Fields = Readonly<Record<string, unknown>>;
type Shelf = Readonly<Record<string, Fields>>;
type Shelves = Partial<Record<CollectionName, Shelf>>;

/** 林小雨 with everything that can lead to her; only what a row reads. */
const SOUND: Shelves = {
  accounts: {
    oGraduate: { memberId: 'm-1', roles: [] },
    oSecretary: { memberId: 'm-2', roles: [] },
    oTeacher: { memberId: null, roles: [{ role: 'teacher', scopeId: 'c-1' }] },
    oAdmin: { memberId: null, roles: [{ role: 'committee', scopeId: 'all' }] },
  },
  members: {
    'm-1': {
      accountId: 'oGraduate',
      branchId: 'b-1',
      collegeId: 'c-1',
      isSecretary: false,
      startedIn: '2027',
    },
    'm-2': { accountId: 'oSecretary', branchId: 'b-1', collegeId: 'c-1', isSecretary: true, startedIn: null },
    'm-3': { accountId: null, branchId: 'b-1', collegeId: 'c-1', isSecretary: true, startedIn: '2026' },
  },
  branches: { 'b-1': { collegeId: 'c-1', secretaries: [{ accountId: 'oSecretary' }] } },
  colleges: { 'c-1': { teachers: [{ accountId: 'oTeacher' }], rosterRunId: 'run-1' } },
  rosterRuns: { 'run-1': { state: 'applying', leaseUntil: NOW, expiresAt: 0 } },
  settings: { administrator: { committee: ['oAdmin'] }, other: { committee: ['oNobody'] } },
  invitations: { 'i-1': { collegeId: 'c-1' }, 'i-2': { collegeId: 'all' } },
  transfers: {
    't-2026-1': {
      memberId: 'm-1',
      accountId: 'oGraduate',
      branchId: 'b-1',
      collegeId: 'c-1',
      createdAt: 1,
      seasonId: '2026',
    },
    't-2027-1': {
      memberId: 'm-1',
      accountId: 'oGraduate',
      branchId: 'b-1',
      collegeId: 'c-1',
      createdAt: 2,
      seasonId: '2027',
    },
  },
  resetRequests: { 'r-1': { memberId: 'm-1', accountId: 'oGraduate', branchId: 'b-1', collegeId: 'c-1' } },
  notices: {
    'n-1': {
      status: 'planned',
      channel: 'subscribe',
      accountId: 'oGraduate',
      aboutId: 'm-1',
      planId: 't-2027-1:1:late',
    },
    'n-2': {
      status: 'planned',
      channel: 'subscribe',
      accountId: 'oSecretary',
      aboutId: 'b-1',
      planId: 'r-1:1:asked',
    },
    'n-3': { status: 'planned', channel: 'wecom', accountId: 'c-1', aboutId: 'c-1', planId: 'c-1:1:digest' },
    'n-4': {
      status: 'sent',
      channel: 'subscribe',
      accountId: 'oGone',
      aboutId: 'm-gone',
      planId: 't-gone:1',
    },
  },
  marks: { 'm-1': {} },
  cardCodes: { 'm-1': {} },
  uploads: { 'u-1': { memberId: 'm-1', at: 0 }, 'u-2': { memberId: null, at: NOW } },
  exports: { 'e-1': { expiresAt: NOW } },
  rosterParts: { 'p-1': { runId: 'run-1' } },
  reconciles: { 'q-1': { expiresAt: NOW } },
  reconcileParts: { 'p-2': { runId: 'q-1' } },
  corrections: { 'x-1': { expiresAt: NOW } },
  erasures: { 'm-8': { state: 'settling', nextAt: NOW }, 'm-9': { state: 'erasing', nextAt: 0 } },
  locks: { 'l-1': { expiresAt: NOW } },
};

const keepAll = (shelves: Shelves, unread: readonly string[] = []): Kept => {
  const kept = openKept();
  for (const [collection, shelf] of Object.entries(shelves) as [CollectionName, Shelf][])
    for (const [_id, fields] of Object.entries(shelf)) {
      if (unread.includes(`${collection}/${_id}`)) kept.keepUnread(collection, { _id, ...fields });
      else kept.keep(collection, { _id, ...fields } as never);
    }
  return kept;
};
const found = (kept: Kept): string[] =>
  brokenLinks(kept, NOW).map(({ collection, id, problem }) => `${collection}/${id} ${problem}`);

/** As they are, but for some fields of one; without fields it is gone. */
const changed = (collection: CollectionName, id: string, fields?: Fields): Shelves => {
  const { [id]: was, ...others } = SOUND[collection] ?? {};
  return { ...SOUND, [collection]: fields ? { ...others, [id]: { ...was, ...fields } } : others };
};

it('finds nothing where all agree', () => {
  expect(found(keepAll(SOUND))).toEqual([]);
});

type Row = readonly [CollectionName, string, Fields | undefined, readonly string[]];
const ROWS: readonly Row[] = [
  ['accounts', 'oGraduate', { memberId: 'm-3' }, ['accounts/oGraduate one-sided', 'members/m-1 one-sided']],
  ['accounts', 'oGraduate', { memberId: null }, ['members/m-1 one-sided']],
  ['accounts', 'oGraduate', undefined, ['members/m-1 one-sided', 'notices/n-1 no-reader']],
  [
    'accounts',
    'oSecretary',
    { memberId: 'm-1' },
    ['accounts/oSecretary one-sided', 'members/m-2 one-sided', 'branches/b-1 not-secretary'],
  ],
  [
    'accounts',
    'oTeacher',
    { roles: [{ role: 'teacher', scopeId: 'c-2' }] },
    ['colleges/c-1 not-teacher', 'accounts/oTeacher teacher-unlisted'],
  ],
  ['accounts', 'oTeacher', { roles: [{ role: 'committee', scopeId: 'c-1' }] }, ['colleges/c-1 not-teacher']],
  ['accounts', 'oAdmin', { roles: [] }, ['settings/administrator not-committee']],
  [
    'accounts',
    'oGraduate',
    { roles: [{ role: 'teacher', scopeId: 'c-1' }] },
    ['accounts/oGraduate teacher-unlisted'],
  ],
  [
    'accounts',
    'oGraduate',
    { roles: [{ role: 'committee', scopeId: 'all' }] },
    ['accounts/oGraduate committee-unlisted'],
  ],
  ['members', 'm-2', { isSecretary: false }, ['branches/b-1 not-secretary']],
  ['members', 'm-1', { isSecretary: true }, ['members/m-1 secretary-unlisted']],
  ['members', 'm-1', { startedIn: '2026' }, ['members/m-1 wrong-season']],
  ['members', 'm-1', { startedIn: null }, ['members/m-1 wrong-season']],
  [
    'members',
    'm-1',
    { collegeId: 'c-2' },
    [
      'members/m-1 no-branch',
      'transfers/t-2026-1 not-as-owner',
      'transfers/t-2027-1 not-as-owner',
      'resetRequests/r-1 not-as-owner',
    ],
  ],
  ['branches', 'b-1', { secretaries: [] }, ['members/m-2 secretary-unlisted']],
  [
    'branches',
    'b-1',
    { collegeId: 'c-2' },
    ['members/m-1 no-branch', 'members/m-2 no-branch', 'members/m-3 no-branch', 'branches/b-1 no-college'],
  ],
  ['colleges', 'c-1', { teachers: [] }, ['accounts/oTeacher teacher-unlisted']],
  ['colleges', 'c-1', { rosterRunId: 'run-2' }, ['colleges/c-1 stuck-roster']],
  ['colleges', 'c-1', { rosterRunId: null }, []],
  ['rosterRuns', 'run-1', { state: 'applied', expiresAt: NOW }, ['colleges/c-1 stuck-roster']],
  ['settings', 'administrator', { committee: [] }, ['accounts/oAdmin committee-unlisted']],
  ['invitations', 'i-1', { collegeId: 'c-2' }, ['invitations/i-1 no-college']],
  ['transfers', 't-2027-1', { accountId: null }, ['transfers/t-2027-1 not-as-owner']],
  ['transfers', 't-2027-1', { branchId: 'b-2' }, ['transfers/t-2027-1 not-as-owner']],
  ['transfers', 't-2027-1', { collegeId: 'c-2' }, ['transfers/t-2027-1 not-as-owner']],
  ['transfers', 't-2026-1', { memberId: 'm-4' }, ['transfers/t-2026-1 no-owner']],
  ['transfers', 't-2027-1', undefined, ['members/m-1 wrong-season', 'notices/n-1 no-cause']],
  ['resetRequests', 'r-1', { branchId: 'b-2' }, ['resetRequests/r-1 not-as-owner']],
  ['resetRequests', 'r-1', { memberId: 'm-4' }, ['resetRequests/r-1 no-owner']],
  ['resetRequests', 'r-1', undefined, ['notices/n-2 no-cause']],
  ['notices', 'n-1', { aboutId: 'm-4' }, ['notices/n-1 no-cause']],
  ['notices', 'n-1', { planId: 't-2028-1:1' }, ['notices/n-1 no-cause']],
  ['notices', 'n-1', { planId: 'm-2:2027:14' }, []],
  ['notices', 'n-1', { planId: 'm-4:2027:14' }, ['notices/n-1 no-cause']],
  ['notices', 'n-3', { aboutId: 'c-2' }, ['notices/n-3 no-cause']],
  ['notices', 'n-3', { channel: 'inbox' }, ['notices/n-3 no-reader']],
  ['notices', 'n-4', { status: 'planned' }, ['notices/n-4 no-cause', 'notices/n-4 no-reader']],
  ['marks', 'm-4', {}, ['marks/m-4 no-owner']],
  ['cardCodes', 'm-4', {}, ['cardCodes/m-4 no-owner']],
  ['uploads', 'u-1', { memberId: 'm-4' }, ['uploads/u-1 no-owner']],
  ['rosterParts', 'p-1', { runId: 'run-2' }, ['rosterParts/p-1 left-over']],
  ['reconcileParts', 'p-2', { runId: 'run-1' }, ['reconcileParts/p-2 left-over']],
];
it.each(ROWS)('%s/%s with %j', (collection, id, fields, broken) => {
  expect(found(keepAll(changed(collection, id, fields)))).toEqual(broken);
});

const LEFT: readonly [CollectionName, string, (at: number) => Fields][] = [
  ['uploads', 'u-2', (at) => ({ at })],
  ['exports', 'e-1', (expiresAt) => ({ expiresAt })],
  ['rosterRuns', 'run-1', (leaseUntil) => ({ leaseUntil })],
  ['rosterRuns', 'run-2', (expiresAt) => ({ state: 'checked', expiresAt, leaseUntil: NOW })],
  ['reconciles', 'q-1', (expiresAt) => ({ expiresAt })],
  ['corrections', 'x-1', (expiresAt) => ({ expiresAt })],
  ['erasures', 'm-8', (nextAt) => ({ nextAt })],
  ['locks', 'l-1', (expiresAt) => ({ expiresAt })],
];
it.each(LEFT)('%s/%s is left over when it is more than a day late', (collection, id, due) => {
  expect(found(keepAll(changed(collection, id, due(NOW - DAY))))).toEqual([]);
  const left = found(keepAll(changed(collection, id, due(NOW - DAY - 1))));
  expect(left).toEqual([`${collection}/${id} left-over`]);
});

it.each([
  'accounts/oGraduate',
  'accounts/oSecretary',
  'accounts/oTeacher',
  'accounts/oAdmin',
  'members/m-1',
  'members/m-2',
  'branches/b-1',
  'colleges/c-1',
  'rosterRuns/run-1',
  'settings/administrator',
  'transfers/t-2026-1',
  'transfers/t-2027-1',
  'resetRequests/r-1',
  'reconciles/q-1',
])('says nothing of what points at %s where that cannot be read', (unread) => {
  expect(found(keepAll(SOUND, [unread]))).toEqual([]);
});

it('judges no season beside a transfer that does not tell whose it is', () => {
  const wrong = changed('members', 'm-1', { startedIn: '2025' });
  expect(found(keepAll(wrong))).toEqual(['members/m-1 wrong-season']);
  const unclear = { ...wrong, transfers: { ...wrong.transfers, 't-x': { memberId: 5 } } };
  expect(found(keepAll(unclear, ['transfers/t-x']))).toEqual([]);
  const others = { ...wrong, transfers: { ...wrong.transfers, 't-x': { memberId: 'm-2' } } };
  expect(found(keepAll(others, ['transfers/t-x']))).toEqual(['members/m-1 wrong-season']);
});
