/** The timer on the real SDK when WeChat and the database misbehave. */
import { dataOf, startCloud, type Cloud } from './support/cloud';
import { importRoster } from './support/roster';

const ADMIN = 'oAdministrator';
const SECRETARY = 'oSecretary';
const PEOPLE = 24;
const MINUTE = 60_000;

let cloud: Cloud;
let inviteCode = '';
const graduate = (number: number) => `oGraduate${number}`;

beforeAll(async () => {
  cloud = await startCloud();
  await cloud.jumpTo(Date.UTC(2027, 4, 10, 2));
  dataOf(
    await cloud.call(ADMIN, 'account', 'claimAdministrator', { code: 'local-administrator', name: '校团委' }),
  );
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  const { collegeId } = dataOf(await cloud.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' }));
  const rows = Array.from({ length: PEOPLE }, (_, number) => ({
    studentNumber: `S${number}`,
    name: `团员${number}`,
    branchName: '光电2302团支部',
    graduationMonth: '2027-06',
    isSecretary: number === 0,
  }));
  inviteCode = (await importRoster(cloud, ADMIN, collegeId, rows))[0]?.inviteCode ?? '';
  const signIn = (openid: string, number: number) =>
    cloud.call(openid, 'account', 'signIn', {
      studentNumber: `S${number}`,
      name: `团员${number}`,
      inviteCode,
    });
  dataOf(await signIn(SECRETARY, 0));
  for (let number = 1; number < PEOPLE; number += 1) dataOf(await signIn(graduate(number), number));
  for (let sheet = 0; sheet < PEOPLE * 2; sheet += 1) {
    await cloud.consent(SECRETARY, ['tmpl-task']);
    const answer = { askId: `s${sheet}`, accepted: ['task' as const] };
    dataOf(await cloud.call(SECRETARY, 'account', 'addCredits', answer));
  }
});
afterAll(() => cloud.close());

const ask = async (number: number) =>
  dataOf(await cloud.call(graduate(number), 'graduate', 'requestResetCode', {}));
const sentTitles = async () => (await cloud.messagesTo(SECRETARY)).map(({ title }) => title);

it('sends each notice once when three timers run at once', async () => {
  for (let number = 1; number <= 10; number += 1) await ask(number);
  await Promise.all([cloud.tick(), cloud.tick(), cloud.tick()]);
  expect(await sentTitles()).toHaveLength(10);
});

it('tries again after WeChat was busy', async () => {
  await ask(11);
  await cloud.fault({ action: 'wx.openApi:subscribeMessage.send', kind: 'http', status: 502, times: 1 });
  await cloud.tick();
  expect(await sentTitles()).toHaveLength(10);
  await cloud.jumpTo((await cloud.now()) + 2 * MINUTE);
  await cloud.tick();
  expect(await sentTitles()).toHaveLength(11);
});

it('loses nothing when the database fails in the middle of a run', async () => {
  for (let number = 12; number <= 16; number += 1) await ask(number);
  for (let failure = 0; failure < 4; failure += 1) {
    const message = 'the database is away';
    const fault = { action: 'database.commitTransaction', kind: 'code', code: 'SYS_ERR', message, times: 1 };
    await cloud.fault(fault);
    await cloud.tick();
    await cloud.jumpTo((await cloud.now()) + 2 * MINUTE);
  }
  await cloud.clearFaults();
  await cloud.tick();
  const { notices } = dataOf(await cloud.call(SECRETARY, 'account', 'messages', {}));
  expect(notices.filter(({ kind }) => kind === 'code-requested').length).toBeGreaterThanOrEqual(16);
  // A message is at most repeated, never lost.
  expect((await sentTitles()).length).toBeGreaterThanOrEqual(16);
});

it('lets a busy branch sign in and ask at the same time', async () => {
  const asked = await Promise.all([17, 18, 19, 20, 21, 22, 23].map(ask));
  expect(asked.map(({ resetRequest }) => resetRequest.state)).toEqual(Array(7).fill('waiting'));
});

it('reads no more than a page needs, and next to nothing when nothing is due', async () => {
  await cloud.costs();
  dataOf(await cloud.call(graduate(1), 'graduate', 'home', {}));
  const home = await cloud.costs();
  expect(home.requests).toBeLessThanOrEqual(8);
  expect(home.scanned).toBeLessThanOrEqual(home.read + 2);
  await cloud.tick();
  await cloud.tick();
  await cloud.costs();
  await cloud.tick();
  // The one document that says when something is due.
  expect(await cloud.costs()).toEqual({ requests: 1, scanned: 1, read: 1 });
});
