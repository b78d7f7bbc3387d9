/** Files in and out on the built functions, the real SDK and real storage. */
import type { Request } from '../../../../miniprogram/contract';
import { dataOf, startCloud, type Cloud } from '../../support/cloud';
import { HEADINGS, line, openSheet, sheet } from '../../support/sheets';

const ADMIN = 'oAdministrator';
const GRADUATE = 'oGraduate';
const BRANCH = '光电2302团支部';
/** 10:00 in China. */
const START = Date.UTC(2027, 4, 10, 2);

let cloud: Cloud;
let collegeId = '';
beforeAll(async () => {
  cloud = await startCloud();
  await cloud.jumpTo(START);
  const admin = { code: 'local-administrator', name: '校团委' };
  dataOf(await cloud.call(ADMIN, 'account', 'claimAdministrator', admin));
  const season = { id: '2027', name: '2027届毕业季', rulebookId: 'usst-2020' };
  dataOf(await cloud.call(ADMIN, 'teacher', 'openSeason', season));
  ({ collegeId } = dataOf(await cloud.call(ADMIN, 'teacher', 'createCollege', { name: '光电学院' })));
}, 60_000);
afterAll(() => cloud.close());

const upload = async (bytes: Buffer) => {
  const { folder } = dataOf(await cloud.call(ADMIN, 'teacher', 'rosterFolder', {}));
  const fileId = await cloud.upload(ADMIN, `${folder}/a.xlsx`, bytes);
  return cloud.call(ADMIN, 'teacher', 'rosterUpload', { fileId, collegeId });
};
const roster = async () => dataOf(await cloud.call(ADMIN, 'teacher', 'roster', { collegeId }));

const people = Array.from({ length: 350 }, (_, index) =>
  line(`X${String(index).padStart(3, '0')}`, `团员${index}`, index % 2 ? BRANCH : '光电2303团支部'),
);

it('checks, writes and updates a college', async () => {
  const { run } = dataOf(await upload(await sheet([line('X900', '', BRANCH), ...people])));
  expect(run).toMatchObject({ badCells: 1, added: 350, newBranchNames: ['光电2303团支部', BRANCH] });
  expect(dataOf(await cloud.call(ADMIN, 'teacher', 'rosterApply', { runId: run.id })).run).toMatchObject({
    state: 'applied',
    done: 350,
  });
  expect(dataOf(await upload(await sheet(people))).run).toMatchObject({ unchanged: 350, missing: 0 });
  const old = line('X001', '老团员', BRANCH, ['1998-01']);
  const renamed = dataOf(await upload(await sheet([old, ...people.slice(2)]))).run;
  expect(renamed).toMatchObject({ added: 0, updated: 1, unchanged: 348 });
  dataOf(await cloud.call(ADMIN, 'teacher', 'rosterApply', { runId: renamed.id }));
  expect(await roster()).toMatchObject({ members: 350, run: { state: 'applied' } });
}, 60_000);

it('refuses 50 MB within its memory and keeps nothing', async () => {
  const reply = await upload(Buffer.alloc(50 * 1024 * 1024, 'a'));
  expect(reply).toMatchObject({ ok: false, error: { code: 'FILE_TOO_LARGE' } });
  expect((await roster()).run?.state).toBe('applied');
}, 60_000);

const submit = async () => {
  const { branches } = await roster();
  const inviteCode = branches.find(({ name }) => name === BRANCH)?.inviteCode ?? '';
  const who = { studentNumber: 'X003', name: '团员3', inviteCode };
  dataOf(await cloud.call(GRADUATE, 'account', 'signIn', who));
  const way = { wayId: 'employed', routeId: 'direct', version: null } as const;
  const { version } = dataOf(await cloud.call(GRADUATE, 'graduate', 'chooseWay', way)).transfer;
  const { folder } = dataOf(await cloud.call(GRADUATE, 'graduate', 'uploadFolder', {}));
  const fields = {
    region: { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' },
    organisation: '=HYPERLINK("http://evil","团支部")',
    initiatedAt: await cloud.now(),
  };
  const screenshots = [await cloud.upload(GRADUATE, `${folder}/a.png`)];
  dataOf(await cloud.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots }));
};

const readList = async (kind: Request<'teacher', 'startExport'>['kind']) => {
  const { id: exportId } = dataOf(await cloud.call(ADMIN, 'teacher', 'startExport', { kind })).export;
  const made = dataOf(await cloud.call(ADMIN, 'teacher', 'exportProgress', { exportId })).export;
  expect(made).toMatchObject({ state: 'done', done: 2, total: 2 });
  const [headings = [], ...rows] = await openSheet(await cloud.download(made.url ?? ''));
  expect(rows).toHaveLength(made.rows);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
};

it('makes every list as a file that opens, with formulas turned into text', async () => {
  await submit();
  expect(await readList('submissions')).toEqual([
    expect.objectContaining({ 学号: 'X003', 申请转入组织: `'=HYPERLINK("http://evil","团支部")` }),
  ]);
  expect(await readList('unfinished')).toHaveLength(350);
  expect((await readList('overAge')).map((row) => row['姓名'])).toEqual(['老团员']);
  for (const kind of ['army', 'deferred', 'kept'] as const) expect(await readList(kind)).toEqual([]);
}, 60_000);

it('gives out a template whose headings it reads', async () => {
  const { url } = dataOf(await cloud.call(ADMIN, 'teacher', 'rosterTemplate', {}));
  const [headings = []] = await openSheet(await cloud.download(url));
  expect(headings).toEqual(HEADINGS.map((heading) => expect.stringContaining(heading) as string));
});
