import type { Response } from '../../../../miniprogram/contract';
import {
  ADMIN,
  foundUniversity,
  GRADUATE,
  OTHER_TEACHER,
  ROSTER,
  signInAll,
  TEACHER,
  type University,
} from '../../support/people';
import { HEADINGS, line, sheet, upload } from '../../support/sheets';
import { createWorld, dataOf, errorOf, type World } from '../../support/world';

let world: World;
let university: University;
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
});

const check = async (rows: string[][], headings: readonly string[] = HEADINGS) =>
  dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows, headings))).run;
const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
const namesOf = (college = university.collegeId) =>
  world.store
    .all('members')
    .filter(({ collegeId }) => collegeId === college)
    .map(({ name }) => name);

it('tells what it would do, and changes nothing', async () => {
  const run = await check([
    line('S001', '周敏', '光电2302团支部', ['', '2027-06', '', '是']),
    line('S002', '林小雨', '新团支部', ['2004-03', '2027-06', '组织委员']),
    line('S010', '张一', '新团支部', ['', '2027-06', '无', '否']),
  ]);
  expect(run).toMatchObject({
    state: 'checked',
    rows: 3,
    added: 1,
    updated: 1,
    unchanged: 1,
    newBranches: 1,
  });
  expect(run.examples.added).toMatchObject({ row: 4, after: { name: '张一', hasLeaguePost: false } });
  expect(run.examples.updated).toMatchObject({
    row: 3,
    before: { branchName: '光电2302团支部', hasLeaguePost: false },
    after: { branchName: '新团支部', hasLeaguePost: true },
  });
  expect(world.store.all('members')).toHaveLength(ROSTER.length);
  expect(world.store.all('branches')).toHaveLength(2);
});

it('knows no post from a file without a column for it; an empty cell in such a column is none', async () => {
  const people = [line('S010', '张一'), line('S011', '张二')];
  const at = HEADINGS.indexOf('团内职务');
  const without = (cells: readonly string[]): string[] => cells.filter((_, index) => index !== at);
  expect(at).toBeGreaterThan(0);
  expect((await check(people)).examples.added).toMatchObject({ after: { hasLeaguePost: false } });
  const bare = await check(people.map(without), without(HEADINGS));
  expect(bare.examples.added).toMatchObject({ after: { hasLeaguePost: null } });
});

it('adds, updates and leaves alone; the same file again changes nothing', async () => {
  const rows = [line('S002', '林小雨', '新团支部', ['2004-03']), line('S010', '张一')];
  const { id } = await check(rows);
  expect(dataOf(await apply(id)).run).toMatchObject({ state: 'applied', done: 2, total: 2, skipped: 0 });
  expect(dataOf(await apply(id)).run.state).toBe('applied');
  expect(await check(rows)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  expect(namesOf()).toHaveLength(ROSTER.length + 1);
  expect(world.store.all('branches').find(({ name }) => name === '新团支部')?.inviteCode).toHaveLength(6);
});

it('names the branches that would be new', async () => {
  expect(await check([line('S010', '张一', '光电2032团支部')])).toMatchObject({
    newBranches: 1,
    newBranchNames: ['光电2032团支部'],
  });
});

it('tells where a roster stands: its branches, its codes, and the last file', async () => {
  const { id } = await check([line('S010', '张一', '新团支部')]);
  const read = async (openid = TEACHER, more = {}) =>
    dataOf(await world.call(openid, 'teacher', 'roster', more));
  expect(await read()).toMatchObject({ members: ROSTER.length, run: { id, state: 'checked' } });
  dataOf(await apply(id));
  const { branches, members, run } = await read();
  expect(members).toBe(ROSTER.length + 1);
  expect(run).toMatchObject({ id, state: 'applied' });
  expect(branches.find(({ name }) => name === '新团支部')).toMatchObject({ secretaries: [] });
  expect(branches.find(({ name }) => name === '新团支部')?.inviteCode).toHaveLength(6);
  expect(await read(OTHER_TEACHER)).toMatchObject({ members: 0, branches: [], run: null });
  expect((await read(ADMIN)).colleges).toHaveLength(2);
  const { collegeId } = university;
  expect(errorOf(await world.call(OTHER_TEACHER, 'teacher', 'roster', { collegeId }))).toBe(
    'COLLEGE_UNKNOWN',
  );
});

it('does not unbind anybody', async () => {
  await signInAll(world, university);
  const { id } = await check([line('S002', '林小雨', '新团支部')]);
  dataOf(await apply(id));
  const member = world.store.all('members').find(({ studentNumber }) => studentNumber === 'S002');
  expect(member).toMatchObject({ branchName: '新团支部', accountId: GRADUATE, birthMonth: '2004-03' });
});

it('pages its rows', async () => {
  const rows = Array.from({ length: 250 }, (_, index) => line(`B${index}`, `团员${index}`));
  const { id: runId } = await check(rows);
  const seen: number[] = [];
  for (let cursor: string | null = '0'; cursor !== null;) {
    const page: Response<'teacher', 'rosterRows'> = dataOf(
      await world.call(TEACHER, 'teacher', 'rosterRows', { runId, only: 'added', cursor }),
    );
    seen.push(...page.rows.flatMap((one) => (one.kind === 'added' ? [one.row] : [])));
    cursor = page.cursor;
  }
  expect(seen).toEqual(rows.map((_, index) => index + 2));
});
