/** Records as earlier releases wrote them, read by this one. */
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { COLLECTIONS } from '../../../cloudfunctions/_shared/store/collections';
import { readRecord, RECORDS } from '../../../cloudfunctions/_shared/store/records';
import { timelineOf } from '../../../cloudfunctions/_shared/store/records/timeline';
import { latestVersionOf, upgraded } from '../../../cloudfunctions/_shared/store/records/upgrade';
import { chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import { OLD_AUDIT, OLD_COLLEGE, OLD_SEASON, OLD_TALLY, OLD_TRANSFER } from '../support/old-records';

const DEADLINE = Date.UTC(2027, 4, 25, 2);

it('gives a transfer of before queues its place and its day', () => {
  expect(readRecord('transfers', OLD_TRANSFER)).toMatchObject({
    recordVersion: 4,
    queueKey: `0:${DEADLINE}:${OLD_TRANSFER._id}`,
    deadlineDay: chinaDay(DEADLINE),
    state: 'submitted',
  });
});

describe('the stamp on the 《团员证》, which completed a transfer before', () => {
  const by = { role: 'teacher', name: '王芳' } as const;
  const at = Date.UTC(2027, 5, 1, 2);
  const stamp = { at, step: 'complete', by, attempt: 1 };
  const undo = { ...stamp, at: at + 1, step: 'undo-complete' };
  const itself = { ...stamp, by: { role: 'system', name: '系统' } };
  const read = (state: string, ...entries: object[]) =>
    readRecord('transfers', { ...OLD_TRANSFER, state, timeline: [...OLD_TRANSFER.timeline, ...entries] });
  const tick = { stepId: 'card', at, by, number: null, receiptAt: null };

  it('is a tick of its own, so that it can be taken back', () => {
    expect(read('completed', stamp)).toMatchObject({ state: 'completed', offline: [tick] });
  });

  it('is none where nothing was stamped, or where it was taken back', () => {
    expect(read('completed', itself).offline).toEqual([]);
    expect(read('accepted').offline).toEqual([]);
    expect(read('accepted', stamp, undo).offline).toEqual([]);
    expect(read('completed', stamp, undo, { ...stamp, at: at + 2 }).offline).toEqual([
      { ...tick, at: at + 2 },
    ]);
  });

  it('keeps in the history that it was taken back, in today’s words', () => {
    const record = read('accepted', stamp, undo);
    expect(timelineOf(record).at(-1)).toMatchObject({ step: 'untick', offline: '《团员证》转出' });
  });
});

it('gives whoever the school keeps the next day to get in touch, and nobody else one', () => {
  const at = Date.UTC(2027, 5, 1, 2);
  const record = { at, step: 'record', by: { role: 'teacher', name: '王芳' }, attempt: 1 };
  const read = (wayId: string, routeId: string, state: string) =>
    readRecord('transfers', {
      ...OLD_TRANSFER,
      ...{ rulebookId: 'usst-2020', wayId, routeId, state },
      timeline: [...OLD_TRANSFER.timeline, record],
    }).opensAt;
  expect(read('study-abroad', 'keep', 'recorded')).toBe(Date.UTC(2027, 11, 1, 2));
  expect(read('study-abroad', 'keep', 'completed')).toBeNull();
  expect(read('army', 'direct', 'recorded')).toBeNull();
});

it('gives an entry of the audit its person, kind and order', () => {
  expect(readRecord('audits', OLD_AUDIT)).toMatchObject({
    recordVersion: 3,
    tellAt: null,
    kind: 'transfer',
    memberId: OLD_TRANSFER.memberId,
    order: `${OLD_AUDIT.at}:${OLD_AUDIT._id}`,
  });
});

it('gives a season of before no college its own settings', () => {
  const { recordVersion: _old, ...kept } = OLD_SEASON;
  expect(readRecord('seasons', OLD_SEASON)).toMatchObject({ ...kept, recordVersion: 5, colleges: [] });
});

it('lists what colleges have set, which stood under their ids before', () => {
  const own = { deadlineAt: null, quietHours: { from: 22, to: 7 }, announcement: null };
  const stored = { ...OLD_SEASON, recordVersion: 2, colleges: { 'c-1': own, 'c-2': { ...own, later: 1 } } };
  expect(readRecord('seasons', stored)).toMatchObject({
    recordVersion: 5,
    colleges: [
      { collegeId: 'c-1', ...own },
      { collegeId: 'c-2', ...own, later: 1 },
    ],
  });
});

it('widens quiet hours that 1.0 let somebody set until they contain the night', () => {
  const own = { deadlineAt: null, quietHours: { from: 12, to: 14 }, announcement: null };
  const stored = { ...OLD_SEASON, recordVersion: 3, quietHours: { from: 22, to: 6 } };
  expect(readRecord('seasons', { ...stored, colleges: [{ collegeId: 'c-1', ...own }] })).toMatchObject({
    quietHours: { from: 22, to: 7 },
    colleges: [{ collegeId: 'c-1', quietHours: { from: 23, to: 7 } }],
  });
});

it('brings a season of 2024’s rules to those that took their place, with the same answers', () => {
  const { rulebookId } = readRecord('seasons', { ...OLD_SEASON, rulebookId: 'national-2024' });
  const [before, after] = [rulebookOf('national-2024'), rulebookOf(rulebookId)];
  expect(after?.id).toBe('national-2022~deadline.june~timeouts.ten-days~letter.on-request');
  expect(after).toMatchObject({
    seasonDeadline: before?.seasonDeadline,
    timeouts: before?.timeouts,
    offlineSteps: before?.offlineSteps,
    ways: before?.ways,
  });
});

it('lists the counters of before, which stood under ids and days', () => {
  expect(readRecord('tallies', OLD_TALLY)).toEqual({
    ...OLD_TALLY,
    recordVersion: 4,
    onDesk: [],
    desk: 0,
    decided: [{ branchId: 'b-2', count: 1 }],
    cells: [
      { branchId: 'b-1', state: 'submitted', wayId: 'employed', count: 3 },
      { branchId: 'b-2', state: 'accepted', wayId: 'study-abroad', count: 1 },
    ],
    deadlines: [{ day: 20963, count: 3 }],
    submitted: [
      { day: 20948, count: 3 },
      { day: 20949, count: 1 },
    ],
    arrived: [{ day: 20950, count: 1 }],
  });
});

it('has the branches of a college counted anew, whose sizes stood under their ids before', () => {
  const { branchSizes: _gone, recordVersion: _old, ...kept } = OLD_COLLEGE;
  const college = readRecord('colleges', OLD_COLLEGE);
  expect(college).toMatchObject({ ...kept, recordVersion: 3 });
  expect(college).not.toHaveProperty('branchSizes');
});

it('keeps a lock of before shut for as long as it was', () => {
  const shut = { _id: 'code-1', recordVersion: 1, tries: 5, firstAt: 7, lockedUntil: 900_000 };
  expect(readRecord('locks', shut)).toMatchObject({
    recordVersion: 2,
    tries: [{ of: 'unknown', count: 5 }],
    lockedUntil: 900_000,
    expiresAt: 900_000,
  });
  expect(readRecord('locks', { ...shut, lockedUntil: null })).toMatchObject({ expiresAt: 900_007 });
});

it('dates an invitation of before by its end; who issued it was not kept', () => {
  const expiresAt = Date.UTC(2027, 4, 17, 2);
  const old = { _id: 'i-1', recordVersion: 1, collegeId: 'all', name: '赵老师', expiresAt, usedBy: 'oZhao' };
  expect(readRecord('invitations', old)).toMatchObject({
    recordVersion: 2,
    issuedAt: Date.UTC(2027, 4, 10, 2),
    issuedBy: null,
    usedBy: 'oZhao',
    usedAt: null,
    revokedAt: null,
  });
});

it('changes nothing that is of today', () => {
  const once = upgraded('transfers', OLD_TRANSFER);
  expect(upgraded('transfers', once)).toEqual(once);
});

it('does not read what a later release wrote', () => {
  expect(() => readRecord('transfers', { ...OLD_TRANSFER, recordVersion: 3 })).toThrow();
  expect(() => readRecord('locks', { _id: 'a', recordVersion: 3, tries: [] })).toThrow();
});

it.each(COLLECTIONS.map(({ name }) => name))('%s: the schema asks for the latest version', (name) => {
  const schema = RECORDS[name];
  const shapes = 'options' in schema ? schema.options : [schema];
  for (const { entries } of shapes) expect(entries.recordVersion.literal).toBe(latestVersionOf(name));
});

const BY = { role: 'teacher', name: '王芳' };
const did = (step: string, attempt = 1, at = DEADLINE) => ({ at, step, by: BY, attempt });

it.each([
  ['an unapproved time-out', 'timedOut', ['submit', 'time-out'], 'submitted', 'college'],
  ['an approved time-out', 'timedOut', ['submit', 'approve', 'time-out'], 'timedOut', 'graduate'],
  ['what 智慧团建 sent back', 'returned', ['submit', 'approve', 'report-returned'], 'lapsed', 'graduate'],
  ['what the college returned', 'returned', ['submit', 'return'], 'returned', 'graduate'],
  ['what the receiver has', 'approved', ['submit', 'approve'], 'approved', 'receiver'],
])('reads %s of release 1.0 as today’s lifecycle has it', (_, stored, steps, state, waitsFor) => {
  const old = { ...OLD_TRANSFER, state: stored, timeline: steps.map((step) => did(step)) };
  const isApproved = steps.includes('approve');
  expect(readRecord('transfers', old)).toMatchObject({
    state,
    waitsFor,
    clock: { days: 15, outcome: 'accepted' },
    approvals: { given: isApproved ? [{ by: 'college', name: '王芳', at: DEADLINE }] : [] },
    opensAt: null,
  });
});

it('keeps the deadline of an unapproved time-out, so that it stands as overdue before all others', () => {
  const old = { ...OLD_TRANSFER, state: 'timedOut', timeline: [did('submit'), did('time-out')] };
  expect(readRecord('transfers', old)).toMatchObject({
    deadlineAt: OLD_TRANSFER.deadlineAt,
    deadlineDay: chinaDay(DEADLINE),
    queueKey: `0:${DEADLINE}:${OLD_TRANSFER._id}`,
    approvals: { needed: ['college'], given: [] },
  });
});

it('tells an earlier attempt that lapsed from one the college returned, and the days of 2024 from those of 2020', () => {
  const past = [1, 2].map((attempt) => ({
    attempt,
    wayId: 'employed',
    routeId: 'direct',
    fields: {},
    screenshots: [],
    initiatedAt: OLD_TRANSFER.initiatedAt,
    endedAs: 'returned',
    reason: null,
  }));
  const timeline = [did('submit', 1), did('report-returned', 1), did('submit', 2), did('return', 2)];
  const rules = { rulebookId: 'national-2024', deadlineAt: Date.UTC(2027, 4, 20, 2) };
  expect(readRecord('transfers', { ...OLD_TRANSFER, ...rules, attempt: 3, past, timeline })).toMatchObject({
    past: [{ endedAs: 'lapsed' }, { endedAs: 'returned' }],
    clock: { days: 10, outcome: 'lapsed' },
  });
});

const OLD_PERSON = {
  studentNumber: 'S1',
  name: '林小雨',
  branchName: '一班',
  birthMonth: null,
  graduationMonth: '2027-06',
  hasLeaguePost: false,
  isSecretary: false,
};
const OLD_ROW = { kind: 'added', row: 2, after: OLD_PERSON };
const OLD_PART = { _id: 'p', recordVersion: 1, runId: 'r', kind: 'added', index: 0, rows: [OLD_ROW] };

it.each([
  ['done', []],
  ['planned', [OLD_ROW.after.name]],
])('knows nobody in a part of an earlier release that is done: one %s names %j', (state, names) => {
  const { rows } = readRecord('rosterParts', { ...OLD_PART, state });
  expect(rows.map((row) => ('after' in row ? row.after.name : ''))).toEqual(names);
});

it.each([
  ['applied', null],
  ['checked', OLD_ROW.after.name],
])('knows nobody in a run of an earlier release that is written: one %s names %s', (state, name) => {
  const figures = { rows: 1, badRows: 0, badCells: 0, added: 1, updated: 0, unchanged: 0, skipped: 0 };
  const times = { leaseUntil: 0, createdAt: 1, expiresAt: 2 };
  const { examples } = readRecord('rosterRuns', {
    _id: 'r',
    recordVersion: 1,
    collegeId: 'c',
    collegeName: '光电学院',
    state,
    rosterVersion: 1,
    newBranches: [],
    examples: { added: OLD_ROW, updated: null },
    ...figures,
    ...times,
  });
  expect(examples.added?.after.name ?? null).toBe(name);
});
