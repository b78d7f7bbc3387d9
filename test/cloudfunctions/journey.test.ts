/** The whole journey on the built functions, the real SDK and a database with real transactions. */
import { DAY_MS, HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { UNDO_APPROVAL_MS } from '../../miniprogram/domain/transfer/approving';
import type { Result } from '../../miniprogram/domain/errors';
import { dataOf, startCloud, type Cloud } from './support/cloud';
import { importRoster } from './support/roster';

const ADMIN = 'oAdministrator';
const TEACHER = 'oTeacher';
const SECRETARY = 'oSecretary';
const GRADUATE = 'oGraduate';
/** 10:00 in China. */
const START = Date.UTC(2027, 4, 10, 2);
const TEMPLATES = ['tmpl-progress', 'tmpl-deadline', 'tmpl-code', 'tmpl-task'];
const KEYS = ['progress', 'deadline', 'code', 'task'] as const;

const row = (studentNumber: string, name: string, more: object = {}) => ({
  studentNumber,
  name,
  branchName: '光电2302团支部',
  graduationMonth: '2027-06',
  ...more,
});
const ROSTER = [row('20230001', '周敏', { isSecretary: true }), row('20230002', '林小雨')];

let cloud: Cloud;
let collegeId = '';
let inviteCode = '';
beforeAll(async () => {
  cloud = await startCloud();
  await cloud.jumpTo(START);
});
afterAll(() => cloud.close());

const home = async () => dataOf(await cloud.call(GRADUATE, 'graduate', 'home', {}));

it('sets the university up', async () => {
  const admin = { code: 'local-administrator', name: '校团委' };
  dataOf(await cloud.call(ADMIN, 'account', 'claimAdministrator', admin));
  ({ collegeId } = dataOf(await cloud.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' })));
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  const { code } = dataOf(await cloud.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name: '王芳' }));
  dataOf(await cloud.call(TEACHER, 'account', 'acceptInvitation', { code, name: '王芳' }));
  const [branch] = await importRoster(cloud, TEACHER, collegeId, ROSTER);
  inviteCode = branch?.inviteCode ?? '';
});

it('lets everybody sign in and leave consents', async () => {
  dataOf(
    await cloud.call(SECRETARY, 'account', 'signIn', { studentNumber: '20230001', name: '周敏', inviteCode }),
  );
  dataOf(
    await cloud.call(GRADUATE, 'account', 'signIn', {
      studentNumber: '20230002',
      name: '林小雨',
      inviteCode,
    }),
  );
  for (const openid of [TEACHER, SECRETARY, GRADUATE]) {
    for (const askId of ['a', 'b', 'c', 'd']) {
      await cloud.consent(openid, TEMPLATES);
      dataOf(await cloud.call(openid, 'account', 'addCredits', { askId, accepted: [...KEYS] }));
    }
  }
  expect((await home()).subscription.credits).toEqual({ progress: 4, deadline: 4, code: 4, task: 4 });
});

it('gives the graduate a reset code that is shown once', async () => {
  const { resetRequest } = dataOf(await cloud.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  expect(resetRequest).toMatchObject({ state: 'waiting', handler: { role: 'secretary', name: '周敏' } });
  await cloud.tick();
  expect((await cloud.messagesTo(SECRETARY)).map(({ templateId }) => templateId)).toEqual(['tmpl-task']);
  const requestId = resetRequest.id;
  dataOf(await cloud.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
  await cloud.tick();
  expect((await cloud.messagesTo(GRADUATE)).map(({ templateId }) => templateId)).toEqual(['tmpl-code']);
  const shown = dataOf(await cloud.call(GRADUATE, 'graduate', 'revealResetCode', { requestId }));
  expect(shown.code).toBe('836214');
  expect(await cloud.call(GRADUATE, 'graduate', 'revealResetCode', { requestId })).toMatchObject({
    error: { code: 'RESET_CODE_ALREADY_REVEALED' },
  });
  dataOf(await cloud.call(GRADUATE, 'graduate', 'reportResetResult', { requestId, worked: true }));
  expect((await home()).loginConfirmedAt).not.toBeNull();
});

it('takes one submission from five taps at once', async () => {
  const chosen = { wayId: 'employed', routeId: 'direct', version: null } as const;
  const { transfer } = dataOf(await cloud.call(GRADUATE, 'graduate', 'chooseWay', chosen));
  const { folder } = dataOf(await cloud.call(GRADUATE, 'graduate', 'uploadFolder', {}));
  const fileId = await cloud.upload(GRADUATE, `${folder}/a.png`);
  const submission = {
    version: transfer.version,
    fields: {
      region: { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' },
      organisation: '共青团上海示例科技有限公司支部委员会',
      initiatedAt: (await cloud.now()) - HOUR_MS,
    },
    screenshots: [fileId],
  };
  const taps = Array.from({ length: 5 }, () => cloud.call(GRADUATE, 'graduate', 'submit', submission));
  const states = (await Promise.all(taps)).map((tap) => dataOf(tap).transfer);
  expect(states.map(({ state, attempt }) => [state, attempt])).toEqual(Array(5).fill(['submitted', 1]));
  const now = await home();
  expect(now.transfer?.timeline.filter(({ step }) => step === 'submit')).toHaveLength(1);
  expect(now.comingReminders.map(({ kind }) => kind)).toEqual([
    'deadline-near',
    'deadline-near',
    'deadline-near',
    'timed-out',
  ]);
  expect(now.transfer?.screenshots).toHaveLength(1);
});

it('brings it to the teacher, who approves once', async () => {
  await cloud.tick();
  expect((await cloud.messagesTo(TEACHER))[0]?.page).toContain('packages/teacher/decision/decision');
  const queue = dataOf(await cloud.call(TEACHER, 'teacher', 'queue', {}));
  expect(queue.counts).toMatchObject({ approval: 1, code: 0 });
  const transferId = queue.items[0]?.id ?? '';
  const { item } = dataOf(await cloud.call(TEACHER, 'teacher', 'decision', { transferId }));
  expect(item.screenshots[0]?.url).toMatch(/^http/);
  const decision = { transferId, version: item.version, decision: 'approve', seenOnSystem: true } as const;
  const twice = await Promise.all([
    cloud.call(TEACHER, 'teacher', 'decide', decision),
    cloud.call(TEACHER, 'teacher', 'decide', decision),
  ]);
  expect(twice.map((result: Result<unknown>) => result.ok).sort()).toEqual([false, true]);
  // Nobody is told of an approval as long as it can be taken back.
  await cloud.tick();
  expect((await cloud.messagesTo(GRADUATE))[0]?.templateId).toBe('tmpl-code');
  await cloud.jumpTo((await cloud.now()) + UNDO_APPROVAL_MS);
  await cloud.tick();
  expect((await cloud.messagesTo(GRADUATE))[0]?.templateId).toBe('tmpl-progress');
});

it('reminds on the days of the rulebook and times out, each notice once', async () => {
  const { transfer } = await home();
  const deadlineAt = transfer?.deadlineAt ?? 0;
  for (let at = (await cloud.now()) + HOUR_MS; at < deadlineAt + DAY_MS; at += 6 * HOUR_MS) {
    await cloud.jumpTo(at);
    await cloud.tick();
  }
  expect((await home()).transfer?.state).toBe('timedOut');
  const deadlines = (await cloud.messagesTo(GRADUATE)).filter(
    ({ templateId }) => templateId === 'tmpl-deadline',
  );
  expect(deadlines).toHaveLength(4);
  const { version = 0 } = (await home()).transfer ?? {};
  const reported = await cloud.call(GRADUATE, 'graduate', 'report', { version, outcome: 'accepted' });
  expect(dataOf(reported).transfer.state).toBe('accepted');
});

it('keeps every notice in the inbox and logs no bug', async () => {
  const { notices, unread } = dataOf(await cloud.call(GRADUATE, 'account', 'messages', {}));
  expect(notices.map(({ kind }) => kind).sort()).toEqual([
    'approved',
    'code-issued',
    'deadline-near',
    'deadline-near',
    'deadline-near',
    'timed-out',
  ]);
  expect(unread).toBe(6);
  expect(cloud.lines.filter((line) => /bug|failed/.test(line))).toEqual([]);
});

it('refuses the timer event from a client', async () => {
  expect(await cloud.invoke(GRADUATE, 'reminder', { Type: 'Timer', TriggerName: 'sweep' })).toEqual({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
});
