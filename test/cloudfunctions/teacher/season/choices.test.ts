/** The committee answers where practice differs; graduates, secretaries and colleges then go by the answer. */
import type { Request } from '../../../../miniprogram/contract';
import { choicesIn } from '../../../../miniprogram/domain/rules/rulebook/chosen';
import type { RouteRule } from '../../../../miniprogram/domain/rules/rulebook';
import { routeOf, rulebookOf } from '../../../../miniprogram/rulebooks';
import { ADMIN, choose, CLASSMATE, GRADUATE, openUniversity, SECRETARY, TEACHER } from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

type Changes = Request<'teacher', 'saveSeason'>['changes'];
type Choices = NonNullable<Changes['choices']>;

const NATIONAL = 'national-2022';
const AT_ONCE = [{ setting: 'further-study', option: 'at-once' }];

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  dataOf(await save({ rulebookId: NATIONAL }));
});

const read = async (who = ADMIN) => dataOf(await world.call(who, 'teacher', 'season', {})).season;
const save = async (changes: Changes, who = ADMIN) =>
  world.call(who, 'teacher', 'saveSeason', { version: (await read()).version, changes });
const homeOf = async (who = GRADUATE) => dataOf(await world.call(who, 'graduate', 'home', {}));
/** The route as the phone resolves it from what home says. */
const routeShown = async (wayId: string, routeId: string): Promise<RouteRule | undefined> => {
  const rulebook = rulebookOf((await homeOf()).season.rulebookId);
  return rulebook && routeOf(rulebook, wayId, routeId);
};

const study: [string, Choices, string][] = [
  ['by the national text, a plan for September', [], 'planned'],
  ['where it may begin at once, begun', AT_ONCE, 'draft'],
  ['with a temporary branch, begun', [{ setting: 'further-study', option: 'temporary' }], 'draft'],
  ['parked in the own college, a plan', [{ setting: 'further-study', option: 'parked' }], 'planned'],
];
it.each(study)('further study is, %s', async (_how, choices, state) => {
  dataOf(await save({ choices }));
  expect(await choose(world, GRADUATE, 'further-study', 'direct')).toMatchObject({ state });
});

it('offers no keeping where the university has none, and the server refuses it too', async () => {
  expect(await routeShown('no-organisation', 'keep')).toBeDefined();
  dataOf(await save({ choices: [{ setting: 'keeping', option: 'not-offered' }] }));
  expect(await routeShown('no-organisation', 'keep')).toMatchObject({ closed: true });
  const kept = { wayId: 'no-organisation', routeId: 'keep', version: null };
  expect(errorOf(await world.call(GRADUATE, 'graduate', 'chooseWay', kept))).toBe('WAY_UNKNOWN');
});

it('ends the season by the answer, unless a day was set by hand', async () => {
  const { deadlineAt } = await read();
  dataOf(await save({ choices: [{ setting: 'deadline', option: 'june' }] }));
  expect((await read()).deadlineAt).toBe(Date.UTC(2027, 5, 30, 16) - 1);
  dataOf(await save({ choices: [] }));
  expect((await read()).deadlineAt).toBe(deadlineAt);
});

it('lets a transfer keep the answers it began under', async () => {
  await choose(world, GRADUATE, 'further-study', 'direct');
  const preview = dataOf(
    await world.call(ADMIN, 'teacher', 'previewSeason', { changes: { choices: AT_ONCE } }),
  );
  expect(preview).toMatchObject({ transfersKept: 1, before: { rulebookId: NATIONAL } });
  expect(choicesIn(preview.after.rulebookId)).toEqual(AT_ONCE);
  dataOf(await save({ choices: AT_ONCE }));
  expect((await homeOf()).transfer).toMatchObject({ rulebookId: NATIONAL, state: 'planned' });
  expect(await choose(world, CLASSMATE, 'further-study', 'direct')).toMatchObject({ state: 'draft' });
});

it('keeps the answers with every other change, and drops them with the rulebook', async () => {
  dataOf(await save({ choices: AT_ONCE }));
  dataOf(await save({ announcement: '周三不办公' }));
  dataOf(await save({ rulebookId: NATIONAL }));
  const again = { id: '2027', name: '2027届', rulebookId: NATIONAL };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', again));
  expect(choicesIn((await read()).rulebookId)).toEqual(AT_ONCE);
  dataOf(await save({ rulebookId: 'usst-2020' }));
  dataOf(await save({ rulebookId: NATIONAL }));
  expect((await read()).rulebookId).toBe(NATIONAL);
});

const wrong: [string, Changes][] = [
  ['an unknown setting', { choices: [{ setting: 'colour', option: 'red' }] }],
  ['an unknown option', { choices: [{ setting: 'card', option: 'red' }] }],
  ['a setting of another rulebook', { rulebookId: 'usst-2020', choices: AT_ONCE }],
];
it.each(wrong)('refuses %s and leaves the season as it is', async (_what, changes) => {
  const before = await read();
  const refusal = { ok: false, error: { code: 'SETTING_UNKNOWN', field: 'changes.choices' } };
  expect(await save(changes)).toMatchObject(refusal);
  expect(await world.call(ADMIN, 'teacher', 'previewSeason', { changes })).toMatchObject(refusal);
  expect(await read()).toEqual(before);
});

it('is the committee’s alone: a college and a secretary choose nothing', async () => {
  for (const who of [TEACHER, SECRETARY, GRADUATE])
    expect(errorOf(await save({ choices: AT_ONCE }, who))).toBe('FORBIDDEN');
  expect((await read()).rulebookId).toBe(NATIONAL);
});

it('writes the answers to the audit', async () => {
  dataOf(await save({ choices: AT_ONCE }));
  const facts = world.store
    .all('audits')
    .filter(({ action }) => action === 'save-season')
    .at(-1)?.facts;
  expect(facts).toMatchObject({ rulebookId: 'national-2022~further-study.at-once' });
});

it('takes the answers with the season that is opened', async () => {
  world.world.now += 60_000;
  const opened = { id: '2028', name: '2028届毕业季', rulebookId: NATIONAL, choices: AT_ONCE };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', opened));
  expect((await read()).rulebookId).toBe(`${NATIONAL}~further-study.at-once`);
  const wrong = { ...opened, choices: [{ setting: 'moon', option: 'at-once' }] };
  expect(errorOf(await world.call(ADMIN, 'teacher', 'openSeason', wrong))).toBe('SETTING_UNKNOWN');
});
