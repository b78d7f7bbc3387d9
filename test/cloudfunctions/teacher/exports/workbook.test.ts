import readXlsxFile from 'read-excel-file/node';
import { openZip } from '../../../../cloudfunctions/teacher/roster/workbook/zip';
import {
  ADMIN,
  CLASSMATE,
  choose,
  GRADUATE,
  memberNamed,
  openUniversity,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { cellText } from '../../support/sheets';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const make = async (openid = TEACHER): Promise<Buffer> => {
  const { id } = dataOf(await world.call(openid, 'teacher', 'startExport', { kind: 'workbook' })).export;
  const done = dataOf(await world.call(openid, 'teacher', 'exportProgress', { exportId: id })).export;
  expect(done).toMatchObject({ state: 'done' });
  const bytes = world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`);
  if (!bytes) throw new Error('there is no such file');
  return bytes;
};

const sheetsOf = async (bytes: Buffer) => {
  const sheets = await readXlsxFile(bytes);
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};

const approve = async (transfer: { id: string; version: number }) =>
  dataOf(
    await world.call(TEACHER, 'teacher', 'decide', {
      transferId: transfer.id,
      version: transfer.version,
      decision: 'approve',
      seenOnSystem: true,
    }),
  );

const rowOf = (data: readonly (readonly unknown[])[] | undefined, name: string) => {
  const [headings = [], ...rows] = data ?? [];
  const row = rows.find((cells) => cells.includes(name)) ?? [];
  return Object.fromEntries(headings.map((heading, index) => [String(heading), row[index]]));
};

it('holds a summary, the stuck, everybody and every list of the rulebook', async () => {
  const sheets = await sheetsOf(await make());
  expect([...sheets.keys()]).toEqual([
    '各支部汇总',
    '每个数怎么算',
    '卡住的人和原因',
    '全部团员',
    '未完成名单',
    '保留团组织关系名单',
    '参军入伍名单',
    '延迟毕业名单',
    '超龄名单',
  ]);
});

it('says of each person when it was approved, when it arrived and how that is known', async () => {
  const { version } = await approve(await submitEmployed(world, GRADUATE));
  const transferId = world.store.all('transfers')[0]?._id ?? '';
  dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', { transferId, version, outcome: 'accepted' }));
  const row = rowOf((await sheetsOf(await make())).get('全部团员'), '林小雨');
  expect(row).toMatchObject({ 学号: 'S002', 批准时间: expect.any(Date), 转到时间: expect.any(Date) });
  expect([row['批准时间'], row['转到时间']].map(cellText)).toEqual(['2027-05-10 10:00', '2027-05-10 10:00']);
  expect(row['依据']).toBe('列表核对 5月10日');
  expect(row['线下手续']).toBe('未办：《团员证》转出');
});

it('counts the days for which somebody has been stuck, as a number to sort by', async () => {
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const decision = {
    transferId,
    version,
    decision: 'return',
    reason: '名称不对',
    seenOnSystem: true,
  } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  world.world.now += 3 * 86_400_000;
  expect(rowOf((await sheetsOf(await make())).get('卡住的人和原因'), '林小雨')).toMatchObject({
    原因: '名称不对',
    停了几天: 3,
  });
});

it('adds up the branches to the figures of the board', async () => {
  await approve(await submitEmployed(world, GRADUATE));
  await choose(world, CLASSMATE);
  const board = dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
  const summary = (await sheetsOf(await make())).get('各支部汇总');
  for (const { name, members, started, decided, transferred } of board.byBranch)
    expect(rowOf(summary, name)).toMatchObject({
      团员: members,
      已开始: started,
      学院办好: decided,
      已转到: transferred,
    });
  expect(rowOf(summary, '合计')).toMatchObject({
    团员: board.members,
    学院办好: board.decided,
    已转到: board.rate.transferred,
    '转接率 %': board.rate.percent,
  });
  expect(board.decided).toBe(1);
});

it('explains each figure of the summary by its heading, and no other', async () => {
  const sheets = await sheetsOf(await make());
  const [headings = []] = sheets.get('各支部汇总') ?? [];
  const [, ...explained] = sheets.get('每个数怎么算') ?? [];
  expect(explained.map(([term]) => term)).toEqual(headings.slice(2));
  for (const line of explained) expect(String(line[1])).toMatch(/。$/);
});

it('tells the colleges apart for the committee', async () => {
  const sheets = await sheetsOf(await make(ADMIN));
  expect([...sheets.keys()].slice(0, 3)).toEqual(['各支部汇总', '每个数怎么算', '卡住的人和原因']);
  expect(rowOf(sheets.get('各支部汇总'), '机械2301团支部')['学院']).toBe('光电学院');
});

it('adds up each college on a sheet of its own where there are several', async () => {
  const college = world.store.all('colleges').find(({ name }) => name === '管理学院');
  const collegeId = college?._id ?? '';
  const [branch] = world.store.all('branches');
  if (!branch) throw new Error('there is a branch');
  const elsewhere = {
    branchId: 'b-elsewhere',
    branchName: '工商2301团支部',
    collegeName: '管理学院',
    collegeId,
  };
  world.store.plant('branches', { ...branch, _id: 'b-elsewhere', name: '工商2301团支部', collegeId });
  world.store.plant('members', { ...memberNamed(world, '陈晨'), ...elsewhere });
  const sheets = await sheetsOf(await make(ADMIN));
  expect([...sheets.keys()].slice(0, 2)).toEqual(['各学院汇总', '各支部汇总']);
  const colleges = sheets.get('各学院汇总');
  const everybody = world.store.all('members').length;
  expect(rowOf(colleges, '管理学院')).toMatchObject({ 团员: 1 });
  expect(rowOf(colleges, '光电学院')).toMatchObject({ 团员: everybody - 1 });
  expect(rowOf(colleges, '合计')).toMatchObject({ 团员: everybody });
});

it('can be filtered by its headings, keeps them in sight and prints them on every page', async () => {
  const zip = openZip(await make());
  const text = async (name: string): Promise<string> => {
    const pieces: Buffer[] = [];
    for await (const piece of zip.read(name)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };
  const first = await text('xl/worksheets/sheet1.xml');
  // The line of totals stands below what is filtered.
  expect(first).toContain('<autoFilter ref="A1:Q3"/>');
  expect(first).toContain('state="frozen"');
  expect(first).toContain('第 &amp;P 页，共 &amp;N 页');
  expect(first).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
  const book = await text('xl/workbook.xml');
  expect(book.match(/<definedNames/g)).toHaveLength(1);
  expect(book).toContain("'全部团员'!$1:$1");
});

it('holds nobody’s sealed contact', async () => {
  const { version } = await choose(world, GRADUATE, 'study-abroad', 'keep');
  const region = { names: ['上海市', '市辖区', '杨浦区', '定海路街道'], code: '310110001' };
  const parentContact = { name: '林建国', phone: '13800138000' };
  const fields = { registeredResidence: region, currentResidence: region, parentContact };
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots: [] }));
  const sheets = await sheetsOf(await make());
  expect(rowOf(sheets.get('保留团组织关系名单'), '林小雨')['姓名']).toBe('林小雨');
  expect(JSON.stringify([...sheets])).not.toMatch(/林建国|13800138000/);
});
