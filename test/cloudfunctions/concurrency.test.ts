import { STAMP } from './support/stamp';
/** Many people, or one impatient one, at the same moment: the built functions on the real SDK, one effect each. */
import type { Result } from '../../miniprogram/domain/errors';
import { dataOf, startCloud, type Cloud } from './support/cloud';
import { importRoster } from './support/roster';

const ADMIN = 'oAdministrator';
const TEACHERS = ['oTeacherWang', 'oTeacherLi'] as const;
const GRADUATE = 'oGraduate';
const AT_ONCE = 50;
/** Too many tries on one student number lock it for a while, whoever made them. */
const REFUSED_RIVALS = ['MEMBER_BOUND_ELSEWHERE', 'SIGN_IN_LOCKED', 'BUSY'];
const START = Date.UTC(2027, 4, 10, 2);

const REGION = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
const ROWS = Array.from({ length: 40 }, (_, number) => ({
  studentNumber: `S${number}`,
  name: `团员${number}`,
  branchName: '光电2302团支部',
  graduationMonth: '2027-06',
  isSecretary: number === 0,
}));

let cloud: Cloud;
let collegeId = '';
let inviteCode = '';

/** How the calls ended, by error code; `ok` for those that succeeded. */
const countEnds = async (calls: readonly Promise<Result<unknown>>[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const result of await Promise.all(calls)) {
    const end = result.ok ? 'ok' : result.error.code;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return counts;
};

const atOnce = <T>(count: number, call: (index: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: count }, (_, index) => call(index));

beforeAll(async () => {
  cloud = await startCloud();
  await cloud.jumpTo(START);
  const claim = { code: 'local-administrator', name: '校团委' };
  dataOf(await cloud.call(ADMIN, 'account', 'claimAdministrator', claim));
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  ({ collegeId } = dataOf(await cloud.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' })));
  for (const openid of TEACHERS) {
    const name = openid.slice('oTeacher'.length);
    const { code } = dataOf(await cloud.call(ADMIN, 'teacher', 'inviteTeacher', { collegeId, name }));
    dataOf(await cloud.call(openid, 'account', 'acceptInvitation', { code, name }));
  }
}, 60_000);
afterAll(() => cloud.close());

it('imports the same roster from many files at once and has everybody once', async () => {
  const [teacher] = TEACHERS;
  const files = await Promise.allSettled(atOnce(10, () => importRoster(cloud, teacher, collegeId, ROWS)));
  expect(files.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  const { members, branches } = dataOf(await cloud.call(teacher, 'teacher', 'roster', { collegeId }));
  expect(members).toBe(ROWS.length);
  expect(branches).toHaveLength(1);
  inviteCode = branches[0]?.inviteCode ?? '';
}, 60_000);

it('binds one person to one WeChat, whoever is first', async () => {
  const person = { studentNumber: 'S1', name: '团员1', inviteCode };
  const ends = await countEnds(
    atOnce(20, (index) => cloud.call(`oRival${index}`, 'account', 'signIn', person)),
  );
  expect(ends['ok']).toBe(1);
  expect(Object.keys(ends).filter((end) => !REFUSED_RIVALS.includes(end))).toEqual(['ok']);
}, 60_000);

it('submits once however often it is tapped', async () => {
  dataOf(await cloud.call(GRADUATE, 'account', 'signIn', { studentNumber: 'S2', name: '团员2', inviteCode }));
  const choice = { wayId: 'employed', routeId: 'direct', version: null } as const;
  const { transfer } = dataOf(await cloud.call(GRADUATE, 'graduate', 'chooseWay', choice));
  const { folder } = dataOf(await cloud.call(GRADUATE, 'graduate', 'uploadFolder', {}));
  const shot = await cloud.upload(GRADUATE, `${folder}/shot.png`);
  const submission = {
    version: transfer.version,
    fields: { organisation: '某某科技（上海）有限公司团支部', region: REGION, initiatedAt: START },
    screenshots: [shot],
  };
  const ends = await countEnds(atOnce(AT_ONCE, () => cloud.call(GRADUATE, 'graduate', 'submit', submission)));
  expect(ends['ok']).toBeGreaterThan(0);
  const { transfer: after } = dataOf(await cloud.call(GRADUATE, 'graduate', 'home', {}));
  expect(after).toMatchObject({ state: 'submitted', attempt: 1 });
  expect(after?.timeline.filter(({ step }) => step === 'submit')).toHaveLength(1);
}, 60_000);

it('lets one of many simultaneous decisions count, and tells the others', async () => {
  const { items } = dataOf(await cloud.call(TEACHERS[0], 'teacher', 'queue', {}));
  const transferId = items[0]?.id ?? '';
  const { item } = dataOf(await cloud.call(TEACHERS[0], 'teacher', 'decision', { transferId }));
  const ends = await countEnds(
    atOnce(AT_ONCE, (index) =>
      cloud.call(TEACHERS[index % 2] ?? TEACHERS[0], 'teacher', 'decide', {
        transferId,
        version: item.version,
        decision: index % 3 === 0 ? 'return' : 'approve',
        reason: '名称不完整',
        seenOnSystem: false,
      }),
    ),
  );
  expect(ends['ok']).toBe(1);
  expect(Object.keys(ends).filter((end) => !['ok', 'TRANSFER_VERSION_STALE', 'BUSY'].includes(end))).toEqual(
    [],
  );
  const decided = dataOf(await cloud.call(TEACHERS[0], 'teacher', 'decision', { transferId }));
  expect(decided.item.timeline.filter(({ step }) => step === 'approve' || step === 'return')).toHaveLength(1);
}, 60_000);

const SECRETARY = 'oSecretary';
const ASKER = 'oAsker';

const signIn = async (openid: string, number: number): Promise<void> => {
  const person = { studentNumber: `S${number}`, name: `团员${number}`, inviteCode };
  dataOf(await cloud.call(openid, 'account', 'signIn', person));
};

it('shows a reset code once, however often it is tapped', async () => {
  await signIn(SECRETARY, 0);
  await signIn(ASKER, 3);
  const { resetRequest } = dataOf(await cloud.call(ASKER, 'graduate', 'requestResetCode', {}));
  const requestId = resetRequest.id;
  dataOf(await cloud.call(SECRETARY, 'secretary', 'issueResetCode', { requestId, code: '836214' }));
  const ends = await countEnds(
    atOnce(AT_ONCE, () => cloud.call(ASKER, 'graduate', 'revealResetCode', { requestId })),
  );
  expect(ends['ok']).toBe(1);
  expect(
    Object.keys(ends).filter((end) => !['ok', 'RESET_CODE_ALREADY_REVEALED', 'BUSY'].includes(end)),
  ).toEqual([]);
}, 60_000);

it('nudges everybody once a day, however often it is tapped', async () => {
  const calls = atOnce(AT_ONCE, () => cloud.call(SECRETARY, 'secretary', 'nudge', { all: true }));
  const ends = await countEnds(calls);
  expect(ends['ok']).toBeGreaterThan(0);
  const { notices } = dataOf(await cloud.call(ASKER, 'account', 'messages', {}));
  expect(notices.filter(({ kind }) => kind === 'nudged')).toHaveLength(1);
}, 60_000);

it('stamps a 《团员证》 once, whoever is first', async () => {
  const holder = 'oHolder';
  await signIn(holder, 4);
  const choice = { wayId: 'employed', routeId: 'direct', version: null } as const;
  const { transfer } = dataOf(await cloud.call(holder, 'graduate', 'chooseWay', choice));
  const { folder } = dataOf(await cloud.call(holder, 'graduate', 'uploadFolder', {}));
  const submission = {
    version: transfer.version,
    fields: { organisation: '某某科技（上海）有限公司团支部', region: REGION, initiatedAt: START },
    screenshots: [await cloud.upload(holder, `${folder}/shot.png`)],
  };
  const submitted = dataOf(await cloud.call(holder, 'graduate', 'submit', submission)).transfer;
  const outcome = { version: submitted.version, outcome: 'accepted' } as const;
  const { id: transferId, version } = dataOf(
    await cloud.call(holder, 'graduate', 'report', outcome),
  ).transfer;
  const stamp = { transferId, version, ...STAMP };
  const ends = await countEnds(
    atOnce(AT_ONCE, (index) =>
      cloud.call(TEACHERS[index % 2] ?? TEACHERS[0], 'teacher', 'tickOffline', stamp),
    ),
  );
  expect(ends['ok']).toBe(1);
  const after = dataOf(await cloud.call(TEACHERS[0], 'teacher', 'decision', { transferId })).item;
  expect(after.timeline.filter(({ step }) => step === 'complete')).toHaveLength(1);
}, 60_000);
