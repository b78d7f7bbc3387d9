/** 西部计划志愿者 as data in one rulebook only: it works from the picker to the purge, and no other file knows it. */
import './support/west-volunteers';
import type { Rulebook } from '../../miniprogram/domain/rules/rulebook';
import { toSections } from '../../miniprogram/packages/graduate/my-data/view';
import { filterOf, toBoardView } from '../../miniprogram/packages/teacher/board/board-panel/view';
import { toExportRows } from '../../miniprogram/packages/teacher/roster/roster-panel/view';
import { toPickerView } from '../../miniprogram/pages/journey/picker-view';
import { toWayResultView } from '../../miniprogram/packages/graduate/way-result/view';
import { RULEBOOKS, rulebookOf } from '../../miniprogram/rulebooks';
import { ADMIN, choose, GRADUATE, openUniversity, TEACHER } from './support/people';
import { openSheet } from './support/sheets';
import { dataOf, errorOf, type World } from './support/world';
import { rulebookProblemsOf } from '../miniprogram/support/rulebook-problems';

const WAY = 'west-volunteer';
const ROUTE = 'project-office';
const YEAR = 365 * 86_400_000;
const rulebook = rulebookOf('usst-2020') as Rulebook;

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const register = async () => {
  const { version } = await choose(world, GRADUATE, WAY, ROUTE);
  const fields = { parentContact: { name: '林建国', phone: '13800138000' } };
  const submission = { version, fields, screenshots: [] };
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission)).transfer;
};
const record = async () => {
  const { id: transferId, version } = await register();
  const decided = { transferId, version, decision: 'record', seenOnSystem: false } as const;
  return dataOf(await world.call(TEACHER, 'teacher', 'decide', decided));
};

it('is sound, and in one rulebook only', () => {
  expect(rulebookProblemsOf(JSON.parse(JSON.stringify(rulebook)))).toEqual([]);
  const having = RULEBOOKS.filter(({ ways }) => ways.some(({ id }) => id === WAY));
  expect(having.map(({ id }) => id)).toEqual(['usst-2020']);
});

it('is where the picker leads, and is explained', () => {
  const { way } = toPickerView(rulebook.flows['way-picker'], { where: 'work', west: 'yes' }, 2, '');
  expect(way).toEqual({ wayId: WAY, routeId: ROUTE });
  expect(toWayResultView(null, rulebook, WAY, ROUTE, [])).toMatchObject({
    title: '西部计划志愿者',
    byCollege: true,
    steps: ['在这里填父母的联系方式', '学院登记，报给项目办'],
  });
});

it('is chosen and registered; a way or route the rulebook has not is refused', async () => {
  for (const [wayId, routeId] of [
    ['moon-volunteer', ROUTE],
    [WAY, 'direct'],
  ] as const)
    expect(
      errorOf(await world.call(GRADUATE, 'graduate', 'chooseWay', { wayId, routeId, version: null })),
    ).toBe('WAY_UNKNOWN');
  expect(await register()).toMatchObject({ state: 'registered', wayId: WAY, routeId: ROUTE });
});

it('asks for what its route requires and takes nothing it forbids', async () => {
  const { version } = await choose(world, GRADUATE, WAY, ROUTE);
  const submit = (fields: object) =>
    world.call(GRADUATE, 'graduate', 'submit', { version, fields, screenshots: [] });
  const parentContact = { name: '林建国', phone: '13800138000' };
  expect(errorOf(await submit({}))).toBe('FIELD_REQUIRED');
  expect(errorOf(await submit({ parentContact, organisation: '西部计划项目办团支部' }))).toBe(
    'FIELD_FORBIDDEN',
  );
});

it('is recorded by the college, and every look at it leaves a trace', async () => {
  const { id: transferId } = await register();
  const { item } = dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId }));
  expect(item.fields).toEqual({ parentContact: { name: '林建国', phone: '13800138000' } });
  const actions = world.store.all('audits').map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['reveal-contact', 'read-kept']));
  const { version } = item;
  const decided = { transferId, version, decision: 'record', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decided));
  expect(world.store.all('transfers')).toMatchObject([{ state: 'recorded', wayId: WAY }]);
});

it('stands on the board in the rulebook’s order, with its people behind it', async () => {
  await record();
  const board = dataOf(await world.call(TEACHER, 'teacher', 'board', {}));
  expect(board.byWay.map(({ wayId }) => wayId)).toEqual(rulebook.ways.map(({ id }) => id));
  expect(board.byWay.at(-1)).toEqual({ wayId: WAY, started: 1, transferred: 1 });
  expect(toBoardView(board, rulebook).ways).toMatchObject([{ id: WAY, label: '西部计划', value: 1 }]);
  const filter = filterOf('way', WAY);
  const { people } = dataOf(await world.call(TEACHER, 'teacher', 'people', { filter }));
  expect(people.map(({ name, wayId }) => [name, wayId])).toEqual([['林小雨', WAY]]);
});

it('has its own list to hand in', async () => {
  await record();
  expect(toExportRows({}, rulebook.lists)).toContainEqual(
    expect.objectContaining({ kind: 'west', title: '西部计划的', hint: '上交项目办的名单' }),
  );
  const { id } = dataOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'west' })).export;
  const done = dataOf(await world.call(TEACHER, 'teacher', 'exportProgress', { exportId: id })).export;
  expect(done).toMatchObject({
    state: 'done',
    rows: 1,
    fileName: '光电学院-西部计划志愿者名单-20270510.xlsx',
  });
  expect(await openSheet(world.stored.get(`cloud://env.bucket/exports/${id}.xlsx`))).toEqual([
    ['学号', '姓名', '学院', '团支部', '去向', '家长姓名', '家长电话', '状态'],
    ['S002', '林小雨', '光电学院', '光电2302团支部', '西部计划志愿者', '林建国', '13800138000', '学院已登记'],
  ]);
  const revealed = world.store.all('audits').filter(({ action }) => action === 'export-contact');
  expect(revealed).toHaveLength(1);
});

it('is the season’s own: a list the rulebook has not cannot be asked for', async () => {
  expect(errorOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'moon' }))).toBe('NOT_FOUND');
  const changes = { rulebookId: 'national-2022' };
  await world.store.changeAll('seasons', { _id: { in: ['2027'] } }, { set: changes });
  expect(errorOf(await world.call(TEACHER, 'teacher', 'startExport', { kind: 'west' }))).toBe('NOT_FOUND');
});

it('stands in what the graduate takes along', async () => {
  await record();
  const mine = dataOf(await world.call(GRADUATE, 'graduate', 'myData', {}));
  expect(JSON.stringify(toSections(mine))).toContain('西部计划志愿者');
});

it.each([
  ['registered with the college', register, 1],
  ['only begun', () => choose(world, GRADUATE, WAY, ROUTE), 0],
])('%s, it is treated by the purge as its traits say', async (_, begin, kept) => {
  await begin();
  world.world.now += YEAR;
  const next = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', next));
  const purged = await world.call(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: true });
  expect(dataOf(purged).counts.kept).toBe(kept);
});
