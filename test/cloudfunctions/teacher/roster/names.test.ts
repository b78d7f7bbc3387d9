/** Names of branches are typed by people and seen by everybody: WeChat looks at those that are new. */
import { foundUniversity, TEACHER, type University } from '../../support/people';
import { line, sheet, upload } from '../../support/sheets';
import { createWorld, dataOf, type World } from '../../support/world';

let world: World;
let university: University;
let asked: string[];
beforeEach(async () => {
  world = createWorld();
  university = await foundUniversity(world);
  asked = [];
  const { check } = world.ports.textCheck;
  world.ports.textCheck.check = (openid, text) => {
    asked.push(text);
    return check(openid, text);
  };
});

const plan = async (rows: string[][]) =>
  dataOf(await upload(world, TEACHER, university.collegeId, await sheet(rows))).run;
const apply = (runId: string) => world.call(TEACHER, 'teacher', 'rosterApply', { runId });
const auditOf = (runId: string) => world.store.all('audits').find(({ _id }) => _id.includes(runId));

it('names every row of a branch that may not be called so, and writes none of them', async () => {
  world.world.riskyWord = '坏话';
  const run = await plan([
    line('S101', '张一', '坏话团支部'),
    line('S102', '张二', '光电2305团支部'),
    line('S103', '张三', '坏话团支部'),
  ]);
  const { rows } = dataOf(await world.call(TEACHER, 'teacher', 'rosterRows', { runId: run.id, only: 'bad' }));
  expect(rows).toMatchObject([
    { row: 2, column: '团支部', value: '坏话团支部', problem: 'text-rejected' },
    { row: 4, column: '团支部', value: '坏话团支部', problem: 'text-rejected' },
  ]);
  // Together first, then each by itself.
  expect(asked).toEqual(['坏话团支部\n光电2305团支部', '坏话团支部', '光电2305团支部']);
  expect(dataOf(await apply(run.id)).run).toMatchObject({ state: 'applied', done: 1 });
  expect(world.store.all('branches').map(({ name }) => name)).not.toContain('坏话团支部');
  expect(world.store.all('members').map(({ name }) => name)).not.toContain('张三');
});

it('asks nothing about branches that are there', async () => {
  const run = await plan([line('S101', '张一')]);
  dataOf(await apply(run.id));
  expect(asked).toEqual([]);
  expect(auditOf(run.id)).toMatchObject({ action: 'apply-roster', facts: { textCheck: 'nothing-to-check' } });
});

it('asks about many branches a few dozen at a time', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => line(`S2${index}`, '张一', `光电${index}团支部`));
  expect((await plan(rows)).badCells).toBe(0);
  expect(asked).toHaveLength(3);
  for (const text of asked) expect(text.length).toBeLessThan(2500);
});

it('lets names through while WeChat does not answer, and says so in the audit', async () => {
  world.world.verdict = 'unavailable';
  const run = await plan([line('S101', '张一', '光电2305团支部')]);
  dataOf(await apply(run.id));
  expect(auditOf(run.id)).toMatchObject({ facts: { newBranches: 1, textCheck: 'unavailable' } });
});
