import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import {
  choose,
  CLASSMATE,
  employedSubmission,
  GRADUATE,
  openUniversity,
  OTHER_TEACHER,
  REGION,
  submitEmployed,
  TEACHER,
  type University,
  uploadPicture,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  ({ world, university } = await openUniversity());
});

const home = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
const decide = (
  transferId: string,
  version: number,
  decision: 'approve' | 'return' | 'record',
  reason?: string,
  openid = TEACHER,
) => {
  const payload = { transferId, version, decision, seenOnSystem: true, ...(reason ? { reason } : {}) };
  return world.call(openid, 'teacher', 'decide', payload);
};
const report = (version: number, outcome: 'accepted' | 'refused' | 'returned', reason?: string) =>
  world.call(GRADUATE, 'graduate', 'report', { version, outcome, ...(reason ? { reason } : {}) });

it('walks from the first choice to the arrival', async () => {
  const submitted = await submitEmployed(world, GRADUATE);
  expect(submitted).toMatchObject({ state: 'submitted', attempt: 1 });
  expect(submitted.deadlineAt).toBe((submitted.initiatedAt ?? 0) + 15 * DAY_MS);
  const { version } = dataOf(await decide(submitted.id, submitted.version, 'approve'));
  const { transfer } = dataOf(await report(version, 'accepted'));
  expect(transfer.state).toBe('accepted');
  expect(transfer.timeline.map(({ step }) => step)).toEqual([
    'choose-way',
    'submit',
    'approve',
    'report-accepted',
  ]);
  const history = world.store.all('audits').filter(({ subjectId }) => subjectId === submitted.id);
  expect(history.map(({ action, facts: { from, to } }) => [action, from, to])).toEqual([
    ['choose-way', 'none', 'draft'],
    ['submit', 'draft', 'submitted'],
    ['approve', 'submitted', 'approved'],
    ['report-accepted', 'approved', 'accepted'],
  ]);
  const open = world.store
    .all('notices')
    .filter(({ kind, status }) => kind === 'deadline-near' && status === 'planned');
  expect(open).toEqual([]);
});

it('comes back with a reason, keeps the attempt and starts a new clock', async () => {
  const first = await submitEmployed(world, GRADUATE);
  expect(errorOf(await decide(first.id, first.version, 'return'))).toBe('REASON_REQUIRED');
  dataOf(await decide(first.id, first.version, 'return', '名称不是全称'));
  const returned = (await home()).transfer;
  expect(returned).toMatchObject({ state: 'returned', reason: '名称不是全称', deadlineAt: null });
  world.world.now += DAY_MS;
  const submission = await employedSubmission(world, GRADUATE, returned?.version ?? 0);
  const second = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
  expect(second).toMatchObject({ state: 'submitted', attempt: 2, reason: null });
  expect(second.deadlineAt).toBe((first.deadlineAt ?? 0) + DAY_MS);
  expect(world.store.all('transfers')[0]?.past).toEqual([
    expect.objectContaining({ attempt: 1, endedAs: 'returned', reason: '名称不是全称' }),
  ]);
  expect(second.past).toEqual([
    {
      attempt: 1,
      wayId: 'employed',
      routeId: 'direct',
      organisation: first.fields.organisation,
      initiatedAt: first.initiatedAt,
      endedAs: 'returned',
      reason: '名称不是全称',
    },
  ]);
});

it('is refused by the receiver and takes another way', async () => {
  const { id, version } = await submitEmployed(world, GRADUATE);
  const approved = dataOf(await decide(id, version, 'approve'));
  expect(errorOf(await report(approved.version, 'refused'))).toBe('REASON_REQUIRED');
  const { transfer } = dataOf(await report(approved.version, 'refused', '不是我们单位'));
  const again = await choose(world, GRADUATE, 'no-organisation', 'registered-residence', transfer.version);
  expect(again).toMatchObject({ state: 'draft', wayId: 'no-organisation', deadlineAt: null });
  const chosen = again.timeline.filter(({ step }) => step === 'choose-way');
  expect(chosen.map(({ wayId }) => wayId)).toEqual(['employed', 'no-organisation']);
});

it('is withdrawn, and its reminders with it', async () => {
  const { version } = await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version }));
  expect((await home()).comingReminders.map(({ kind }) => kind)).not.toContain('deadline-near');
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version: version + 1 }))).toBe(
    'TRANSFER_ILLEGAL_STEP',
  );
});

it('is registered with the college, its contact sealed at rest and audited when shown', async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const parentContact = { name: '林建国', phone: '13800138000' };
  const fields = { registeredResidence: REGION, currentResidence: REGION, parentContact };
  const payload = { version, fields, screenshots: [] };
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'submit', payload));
  expect(transfer).toMatchObject({ state: 'registered', deadlineAt: null, fields: { parentContact } });
  expect(JSON.stringify(world.store.all('transfers'))).not.toMatch(/13800138000|林建国/);
  const { item } = dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId: transfer.id }));
  expect(item.fields.parentContact).toEqual(parentContact);
  expect(world.store.all('audits').map(({ action }) => action)).toContain('reveal-contact');
  const recorded = dataOf(await decide(transfer.id, transfer.version, 'record'));
  expect(recorded.state).toBe('recorded');
});

it('forgets the employer everywhere once the way is confidential', async () => {
  const { id, version } = await submitEmployed(world, GRADUATE);
  dataOf(await decide(id, version, 'return', '请改'));
  const now = (await home()).transfer?.version ?? 0;
  await choose(world, GRADUATE, 'confidential', 'direct', now);
  expect(JSON.stringify(world.store.all('transfers'))).not.toContain('示例科技');
});

it('takes one submission from many taps, all answered alike', async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  const taps = Array.from({ length: 5 }, () => world.call(GRADUATE, 'graduate', 'submit', submission));
  const versions = (await Promise.all(taps)).map((tap) => dataOf(tap).transfer.version);
  expect(new Set(versions)).toEqual(new Set([version + 1]));
  expect(world.store.all('audits').filter(({ action }) => action === 'submit')).toHaveLength(1);
  expect(world.store.all('notices').filter(({ kind }) => kind === 'approval-waiting')).toHaveLength(1);
});

it('refuses another submission of a version that is gone', async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
  const other = { ...submission, fields: { ...submission.fields, organisation: '另一个团支部' } };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'submit', other))).toBe('TRANSFER_VERSION_STALE');
});

it('begins one transfer from two taps', async () => {
  const chosen = { wayId: 'army', routeId: 'direct', version: null } as const;
  const taps = await Promise.all([1, 2].map(() => world.call(GRADUATE, 'graduate', 'chooseWay', chosen)));
  expect(taps.map(errorOf)).toEqual(['none', 'none']);
  expect(world.store.all('transfers')).toHaveLength(1);
});

it('lets one of two deciding teachers win', async () => {
  const { id, version } = await submitEmployed(world, GRADUATE);
  const both = await Promise.all([decide(id, version, 'approve'), decide(id, version, 'return', '名称不对')]);
  expect(both.map(errorOf).sort()).toEqual(['TRANSFER_VERSION_STALE', 'none']);
});

const wrong: [string, (right: Awaited<ReturnType<typeof employedSubmission>>) => object, string][] = [
  [
    'no organisation',
    (right) => ({ ...right, fields: { ...right.fields, organisation: undefined } }),
    'FIELD_REQUIRED',
  ],
  [
    'a field the way forbids',
    (right) => ({ ...right, fields: { ...right.fields, currentResidence: REGION } }),
    'FIELD_FORBIDDEN',
  ],
  ['no screenshot', (right) => ({ ...right, screenshots: [] }), 'FIELD_REQUIRED'],
  [
    'a time to come',
    (right) => ({ ...right, fields: { ...right.fields, initiatedAt: world.world.now + DAY_MS } }),
    'INITIATED_AT_IN_FUTURE',
  ],
  [
    'a time of another year',
    (right) => ({ ...right, fields: { ...right.fields, initiatedAt: Date.UTC(2017, 5, 20) } }),
    'INITIATED_AT_LONG_AGO',
  ],
  [
    'somebody else’s screenshot',
    (right) => ({ ...right, screenshots: ['cloud://env.bucket/screenshots/m-other/a.png'] }),
    'SCREENSHOT_FOREIGN',
  ],
  [
    'a picture that was never uploaded',
    (right) => ({ ...right, screenshots: [`${right.screenshots[0]?.replace('/1.png', '/2.png')}`] }),
    'SCREENSHOT_MISSING',
  ],
  [
    'a picture in a folder nobody was given',
    (right) => ({
      ...right,
      screenshots: [`${right.screenshots[0]?.replace(/[^/]+\/1\.png$/, 'nothing/1.png')}`],
    }),
    'SCREENSHOT_FOREIGN',
  ],
  [
    'a path out of the own folder',
    (right) => ({ ...right, screenshots: [`${right.screenshots[0]?.replace('/1.png', '/../x/1.png')}`] }),
    'SCREENSHOT_FOREIGN',
  ],
  ['a version that is gone', (right) => ({ ...right, version: right.version + 7 }), 'TRANSFER_VERSION_STALE'],
  [
    'a way that is not offered',
    () => ({ version: 1, fields: { wayId: 'x' }, screenshots: [] }),
    'BAD_REQUEST',
  ],
];
it.each(wrong)('refuses a submission with %s', async (_case, spoil, error) => {
  const { version } = await choose(world, GRADUATE);
  const payload = spoil(await employedSubmission(world, GRADUATE, version));
  expect(await world.invoke(GRADUATE, 'graduate', { action: 'submit', payload })).toMatchObject({
    error: { code: error },
  });
  expect((await home()).transfer?.state).toBe('draft');
});

it('refuses risky text and notes in the audit when nobody could look', async () => {
  const { version } = await choose(world, GRADUATE);
  const submission = await employedSubmission(world, GRADUATE, version);
  world.world.verdict = 'risky';
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'submit', submission))).toBe('TEXT_REJECTED');
  world.world.verdict = 'unavailable';
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
  const entry = world.store.all('audits').find(({ action }) => action === 'submit');
  expect(entry?.facts).toMatchObject({ textCheck: 'unavailable' });
});

const spoiled: [string, Buffer][] = [
  ['a text with a picture’s name', Buffer.from('not a picture, '.repeat(20))],
  ['an empty file', Buffer.alloc(0)],
];
it.each(spoiled)('takes %s neither into a draft nor into a submission', async (_case, bytes) => {
  const { version } = await choose(world, GRADUATE);
  const right = await employedSubmission(world, GRADUATE, version);
  const screenshots = [await uploadPicture(world, GRADUATE, '1.png', bytes)];
  const refused = { error: { code: 'SCREENSHOT_UNREADABLE', detail: { number: 1 } } };
  const submission = { ...right, screenshots };
  expect(await world.call(GRADUATE, 'graduate', 'submit', submission)).toMatchObject(refused);
  const draft = { draft: {}, screenshots };
  expect(await world.call(GRADUATE, 'graduate', 'saveDraft', draft)).toMatchObject(refused);
});

it('keeps a draft, however unfinished, until the form is handed in', async () => {
  await choose(world, GRADUATE);
  const screenshots = [await uploadPicture(world, GRADUATE)];
  const save = (organisation: string) =>
    world.call(GRADUATE, 'graduate', 'saveDraft', { draft: { organisation }, screenshots });
  dataOf(await save('共'));
  dataOf(await save('共青团'));
  expect((await home()).transfer).toMatchObject({ draft: { organisation: '共青团' }, version: 1 });
  const foreign = { draft: {}, screenshots: ['cloud://env.bucket/elsewhere/a.png'] };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'saveDraft', foreign))).toBe('SCREENSHOT_FOREIGN');
  expect(errorOf(await world.call(CLASSMATE, 'graduate', 'saveDraft', { draft: {}, screenshots: [] }))).toBe(
    'TRANSFER_ILLEGAL_STEP',
  );
});

it('times out by the clock alone, once', async () => {
  const { id, version, deadlineAt } = await submitEmployed(world, GRADUATE);
  dataOf(await decide(id, version, 'approve'));
  world.world.now = (deadlineAt ?? 0) - 1;
  expect(await world.tick()).toMatchObject({ timedOut: 0 });
  world.world.now = deadlineAt ?? 0;
  expect(await world.tick()).toMatchObject({ timedOut: 1 });
  expect(await world.tick()).toMatchObject({ timedOut: 0 });
  const { transfer } = await home();
  expect(transfer?.state).toBe('timedOut');
  expect(transfer?.timeline.at(-1)).toMatchObject({ step: 'time-out', by: { role: 'system' } });
  expect(world.store.all('notices').filter(({ kind }) => kind === 'timed-out')).toHaveLength(1);
  const reported = dataOf(await report(transfer?.version ?? 0, 'returned'));
  expect(reported.transfer.state).toBe('lapsed');
});

it('stays with the school while the school has not approved, however long ago the clock ran out', async () => {
  const { id, version, deadlineAt } = await submitEmployed(world, GRADUATE);
  world.world.now = (deadlineAt ?? 0) + DAY_MS;
  expect(await world.tick()).toMatchObject({ timedOut: 0 });
  expect((await home()).transfer).toMatchObject({ state: 'submitted', waitsFor: 'college', deadlineAt });
  dataOf(await decide(id, version, 'approve'));
  expect(await world.tick()).toMatchObject({ timedOut: 1 });
});

it('is not there for a teacher of another college', async () => {
  const { id, version } = await submitEmployed(world, GRADUATE);
  expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'decision', { transferId: id }))).toBe(
    'NOT_FOUND',
  );
  expect(errorOf(await decide(id, version, 'approve', undefined, OTHER_TEACHER))).toBe('NOT_FOUND');
  expect(dataOf(await world.call(OTHER_TEACHER, 'teacher', 'queue', {})).items).toEqual([]);
});

it('disappears with everything else the graduate brought in', async () => {
  await submitEmployed(world, GRADUATE);
  dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
  expect([...world.stored.keys()]).toEqual([]);
  expect(world.store.all('transfers')).toEqual([]);
  expect(world.store.all('accounts').map(({ _id }) => _id)).not.toContain(GRADUATE);
  const member = world.store.all('members').find(({ name }) => name === '林小雨');
  expect(member?.accountId).toBeNull();
  expect(JSON.stringify(world.store.all('notices'))).not.toContain(GRADUATE);
  const back = {
    studentNumber: 'S002',
    name: '林小雨',
    inviteCode: university.codes['光电2302团支部'] ?? '',
  };
  expect(errorOf(await world.call(GRADUATE, 'account', 'signIn', back))).toBe('none');
});
