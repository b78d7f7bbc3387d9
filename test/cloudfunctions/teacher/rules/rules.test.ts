/** The committee and a college change their rules; everybody goes by the version that holds. */
import { MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { routeOf, type Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { rulebookOf } from '../../../../miniprogram/rulebooks';
import {
  ADMIN,
  CLASSMATE,
  GRADUATE,
  SECRETARY,
  OTHER_TEACHER,
  TEACHER,
  choose,
  openUniversity,
  submitEmployed,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

const DIRECT = 'ways.employed.routes.direct';
const STUDY = 'ways.further-study.routes.direct';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

type Row = readonly [path: string, value: unknown];
const edits = (...rows: readonly Row[]) => rows.map(([path, value]) => ({ path, value }));

const read = async (who = ADMIN) => dataOf(await world.call(who, 'teacher', 'rules', {}));
const publish = async (rows: readonly Row[], who = ADMIN) =>
  world.call(who, 'teacher', 'publishRules', { version: (await read(who)).version, edits: edits(...rows) });
const homeOf = async (who = GRADUATE) => dataOf(await world.call(who, 'graduate', 'home', {}));

/** The rulebook as the phone makes it of the id that came with home. */
const seenBy = async (who = GRADUATE): Promise<Rulebook> => {
  const home = await homeOf(who);
  const rulebook = rulebookOf(home.transfer?.rulebookId ?? home.season.rulebookId);
  if (!rulebook) throw new Error('cannot be read');
  return rulebook;
};

it('shows nobody a draft, and keeps it for whoever goes on with it', async () => {
  const { version } = await read();
  const draft = edits(['postAdvice', '先问老师。']);
  dataOf(await world.call(ADMIN, 'teacher', 'saveRulesDraft', { version, edits: draft }));
  expect((await read()).draft).toMatchObject({ edits: draft });
  expect((await seenBy()).postAdvice).not.toBe('先问老师。');
  expect(errorOf(await world.call(ADMIN, 'teacher', 'saveRulesDraft', { version, edits: draft }))).toBe(
    'CONFLICT',
  );
});

it('refuses a draft whose values the database cannot keep, and keeps what was there', async () => {
  const { version } = await read();
  const draft = edits(['postAdvice', { 'q0(T': null }]);
  expect(errorOf(await world.call(ADMIN, 'teacher', 'saveRulesDraft', { version, edits: draft }))).toBe(
    'BAD_REQUEST',
  );
  expect((await read()).version).toBe(version);
});

it('changes what a graduate sees at once, under an id that names the version', async () => {
  const before = (await homeOf()).season.rulebookId;
  dataOf(await publish([['postAdvice', '先问老师。']]));
  expect((await homeOf()).season.rulebookId).toBe(`${before}@all.1`);
  expect((await seenBy()).postAdvice).toBe('先问老师。');
});

it('tells the phone what a version changes, visitors too', async () => {
  dataOf(await publish([['postAdvice', '先问老师。']]));
  const { season } = dataOf(await world.call('nobody', 'account', 'whoAmI', {}));
  const { editions } = dataOf(
    await world.call('nobody', 'account', 'rules', { rulebookId: season.rulebookId }),
  );
  expect(editions).toEqual([{ scopeId: 'all', number: 1, edits: edits(['postAdvice', '先问老师。']) }]);
});

it('lays a college’s rules over the university’s, for its own people alone', async () => {
  dataOf(await publish([['postAdvice', '学校的话。']]));
  dataOf(await publish([[`${DIRECT}.hint`, '学院的话']], TEACHER));
  const rulebook = await seenBy();
  expect(rulebook.postAdvice).toBe('学校的话。');
  expect(routeOf(rulebook, 'employed', 'direct')?.hint).toBe('学院的话');
  const { season } = dataOf(await world.call('nobody', 'account', 'whoAmI', {}));
  expect(season.rulebookId).toMatch(/@all\.1$/);
  const college = (await homeOf()).season.rulebookId;
  const { editions } = dataOf(await world.call('nobody', 'account', 'rules', { rulebookId: college }));
  expect(editions.map(({ scopeId }) => scopeId)).toEqual(['all']);
});

it('tells what a college has changed to its people and teachers and to the committee, and to nobody else', async () => {
  dataOf(await publish([[`${DIRECT}.hint`, '学院的话']], TEACHER));
  const { rulebookId } = (await homeOf()).season;
  const isTold = async (openid: string) =>
    dataOf(await world.call(openid, 'account', 'rules', { rulebookId })).editions.length > 0;
  for (const openid of [GRADUATE, TEACHER, ADMIN])
    expect([openid, await isTold(openid)]).toEqual([openid, true]);
  for (const openid of [OTHER_TEACHER, 'nobody'])
    expect([openid, await isTold(openid)]).toEqual([openid, false]);
});

it('refuses what contradicts itself, with the place, and changes nothing', async () => {
  const reply = await publish([[`${DIRECT}.guide.tellReceiver`, '您好']]);
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'RULES_CONTRADICTORY', field: `${DIRECT}.guide.tellReceiver` },
  });
  expect((await read()).published.number).toBe(0);
});

it('lets a college make nothing easier', async () => {
  dataOf(await publish([[`${DIRECT}.window.deadline`, { month: 6, day: 20 }]]));
  expect(errorOf(await publish([[`${DIRECT}.window.deadline`, { month: 6, day: 25 }]], TEACHER))).toBe(
    'RULES_CONTRADICTORY',
  );
  dataOf(await publish([[`${DIRECT}.window.deadline`, { month: 6, day: 10 }]], TEACHER));
  expect(routeOf(await seenBy(), 'employed', 'direct')?.window?.deadline).toEqual({ month: 6, day: 10 });
});

it('takes back of a college what no longer fits below it, and says so beforehand', async () => {
  dataOf(await publish([[`${DIRECT}.window.deadline`, { month: 6, day: 10 }]], TEACHER));
  const rows: Row[] = [[`${DIRECT}.window.deadline`, { month: 6, day: 1 }]];
  const { effects } = dataOf(await world.call(ADMIN, 'teacher', 'previewRules', { edits: edits(...rows) }));
  expect(effects.colleges).toMatchObject([{ count: 1 }]);
  dataOf(await publish(rows));
  expect((await read(TEACHER)).published).toMatchObject({ number: 2, edits: [] });
  expect(routeOf(await seenBy(), 'employed', 'direct')?.window?.deadline).toEqual({ month: 6, day: 1 });
});

it('of two who publish on the same version one is told that the other was faster', async () => {
  const { version } = await read();
  const one = { version, edits: edits(['postAdvice', '一。']) };
  const [first, second] = await Promise.all([
    world.call(ADMIN, 'teacher', 'publishRules', one),
    world.call(ADMIN, 'teacher', 'publishRules', { version, edits: edits(['postAdvice', '二。']) }),
  ]);
  expect([errorOf(first), errorOf(second)].sort()).toEqual(['CONFLICT', 'none']);
});

it('offers a closed route to nobody, and lets whoever is on it finish', async () => {
  await choose(world, GRADUATE, 'employed', 'direct');
  const { effects } = dataOf(
    await world.call(ADMIN, 'teacher', 'previewRules', { edits: edits([`${DIRECT}.on`, false]) }),
  );
  expect(effects).toMatchObject({ kept: 1, completed: 0 });
  dataOf(await publish([[`${DIRECT}.on`, false]]));
  const choice = {
    wayId: 'employed',
    routeId: 'direct',
    version: null,
    seasonId: (await homeOf()).season.id,
  };
  expect(errorOf(await world.call(CLASSMATE, 'graduate', 'chooseWay', choice))).toBe('WAY_UNKNOWN');
  await submitEmployed(world, GRADUATE);
  expect((await homeOf()).transfer).toMatchObject({ state: 'submitted', routeId: 'direct' });
});

it('counts beforehand only those on the route that closes', async () => {
  await choose(world, GRADUATE, 'employed', 'direct');
  await choose(world, CLASSMATE, 'study-abroad', 'keep');
  const closing = { edits: edits([`${DIRECT}.on`, false]) };
  const { effects } = dataOf(await world.call(ADMIN, 'teacher', 'previewRules', closing));
  expect(effects).toMatchObject({ kept: 1 });
});

it('completes who waited only for a step that is switched off, counted beforehand', async () => {
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const confirm = { transferId, version, outcome: 'accepted' as const };
  dataOf(await world.call(TEACHER, 'teacher', 'confirmStatus', confirm));
  expect((await homeOf()).transfer?.state).toBe('accepted');
  const rows: Row[] = [['offlineSteps.card.on', false]];
  const { effects } = dataOf(await world.call(ADMIN, 'teacher', 'previewRules', { edits: edits(...rows) }));
  expect(effects.completed).toBe(1);
  expect(dataOf(await publish(rows))).toMatchObject({ completed: 1, left: false });
  expect((await homeOf()).transfer?.state).toBe('completed');
});

it('brings an earlier version back as a new one, and keeps every version', async () => {
  dataOf(await publish([['postAdvice', '一。']]));
  dataOf(await publish([['postAdvice', '二。']]));
  const { version } = await read();
  const back = { version, edits: edits(['postAdvice', '一。']), revertOf: 1 };
  dataOf(await world.call(ADMIN, 'teacher', 'publishRules', back));
  expect((await seenBy()).postAdvice).toBe('一。');
  const { versions } = dataOf(await world.call(ADMIN, 'teacher', 'ruleVersions', {}));
  expect(versions.map(({ number, revertOf }) => [number, revertOf])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  const { entries } = dataOf(await world.call(ADMIN, 'teacher', 'audits', { kind: 'season' }));
  const told = entries.map(({ action }) => action).filter((action) => action.endsWith('-rules'));
  expect([...told].sort()).toEqual(['publish-rules', 'publish-rules', 'revert-rules']);
});

it('keeps a route it added once for whoever is on it', async () => {
  const added: Row[] = [
    ['ways.employed.routes.own-1.from', 'direct'],
    ['ways.employed.routes.own-1.label', '转到园区团工委'],
  ];
  dataOf(await publish(added));
  await choose(world, GRADUATE, 'employed', 'own-1');
  dataOf(await publish([]));
  const rulebook = await seenBy();
  expect(routeOf(rulebook, 'employed', 'own-1')).toMatchObject({ label: '转到园区团工委', closed: true });
});

it('writes down which version an attempt was begun under', async () => {
  await choose(world, GRADUATE, 'employed', 'direct');
  dataOf(await publish([['postAdvice', '先问老师。']]));
  await submitEmployed(world, GRADUATE);
  dataOf(await publish([['postAdvice', '再问老师。']]));
  const [stored] = await world.store.find('transfers', { where: { state: 'submitted' }, limit: 1 });
  expect(stored?.rulebookId).toMatch(/@all\.1$/);
  expect((await homeOf()).transfer?.rulebookId).toMatch(/@all\.2$/);
});

it('keeps the days, the outcome and the approvals an attempt was begun under', async () => {
  await submitEmployed(world, GRADUATE);
  const before = (await homeOf()).transfer;
  dataOf(
    await publish([
      ['timeouts.0.days', 60],
      [`${DIRECT}.approvals`, ['secretary']],
    ]),
  );
  const after = (await homeOf()).transfer;
  expect(after).toMatchObject({
    clock: before?.clock,
    pending: before?.pending,
    deadlineAt: before?.deadlineAt,
  });
});

it('refuses a draft with somebody’s ID number in it', async () => {
  const { version } = await read();
  const wrong = { version, edits: edits(['postAdvice', '找 110101199003070011']) };
  expect(errorOf(await world.call(ADMIN, 'teacher', 'saveRulesDraft', wrong))).toBe('ID_NUMBER_REFUSED');
});

it.each([GRADUATE, SECRETARY])('is nothing for %s', async (who) => {
  expect(errorOf(await world.call(who, 'teacher', 'rules', {}))).toBe('FORBIDDEN');
});

it('holds on another instance within a minute', async () => {
  dataOf(await publish([[`${STUDY}.hint`, '一。']]));
  world.world.now += MINUTE_MS;
  expect(routeOf(await seenBy(), 'further-study', 'direct')?.hint).toBe('一。');
});

it('is no part of what a season stores, opened or saved again', async () => {
  dataOf(await publish([['postAdvice', '先问老师。']]));
  const { season } = dataOf(await world.call(ADMIN, 'teacher', 'season', {}));
  const again = { id: season.id, name: season.name, rulebookId: season.rulebookId.split('@')[0] ?? '' };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', again));
  const [stored] = await world.store.find('seasons', { where: {}, orderBy: ['openedAt', 'desc'], limit: 1 });
  expect(stored?.rulebookId).not.toContain('@');
});
