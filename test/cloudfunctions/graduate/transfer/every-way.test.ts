/** Every way and sub-route under every rulebook, from the choice to the end, through the real handlers. */
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../../miniprogram/contract';
import type { RouteRule, Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { OFFERED_RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { filledFields } from '../../support/filled-fields';
import { ADMIN, choose, GRADUATE, openUniversity, TEACHER, uploadPicture } from '../../support/people';
import { dataOf, type World } from '../../support/world';

type Transfer = NonNullable<Response<'graduate', 'home'>['transfer']>;
type Way = Rulebook['ways'][number];
type Case = readonly [rulebookId: string, wayId: string, routeId: string, Rulebook, Way, RouteRule];

const CASES: readonly Case[] = OFFERED_RULEBOOKS.flatMap((rulebook) =>
  rulebook.ways.flatMap((way) =>
    way.routes.map((route) => [rulebook.id, way.id, route.id, rulebook, way, route] as const),
  ),
);
const BY_GRADUATE = CASES.filter(([, , , , , route]) => route.handledBy === 'graduate');
const BY_COLLEGE = CASES.filter(([, , , , , route]) => route.handledBy === 'college');

/** One route of each rulebook for what it has to fill in and who approves: the others end the same way. */
const oneOfAKind = (cases: readonly Case[]): Case[] => [
  ...new Map(
    cases.map((one) => {
      const [rulebookId, , , , , { required, approvals, receiverClock, offlineSteps }] = one;
      return [JSON.stringify([rulebookId, required, approvals, receiverClock, offlineSteps]), one] as const;
    }),
  ).values(),
];
const REFUSED = oneOfAKind(BY_GRADUATE);
const WITH_CLOCK = oneOfAKind(CASES.filter(([, , , , , route]) => route.receiverClock));

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const home = async () => dataOf(await world.call(GRADUATE, 'graduate', 'home', {}));
const current = async (): Promise<Transfer> => {
  const { transfer } = await home();
  if (!transfer) throw new Error('no transfer has begun');
  return transfer;
};

const handIn = async (route: RouteRule, version: number): Promise<Transfer> => {
  const wanted = route.required.includes('screenshots');
  const screenshots = wanted ? [await uploadPicture(world, GRADUATE)] : [];
  const payload = { version, fields: filledFields(route, world.world.now), screenshots };
  return dataOf(await world.call(GRADUATE, 'graduate', 'submit', payload)).transfer;
};

const chosen = async ([rulebookId, , , , way, route]: Case): Promise<Transfer> => {
  const season = { id: '2027', name: '2027届毕业季', rulebookId };
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
  const { state, version } = await choose(world, GRADUATE, way.id, route.id);
  // What is planned for later may be begun earlier.
  if (state === 'planned') dataOf(await world.call(GRADUATE, 'graduate', 'begin', { version }));
  return current();
};

const decides = async (decision: 'approve' | 'return' | 'record', reason?: string): Promise<void> => {
  const { id: transferId, version } = await current();
  const payload = { transferId, version, decision, seenOnSystem: true, ...(reason ? { reason } : {}) };
  dataOf(await world.call(TEACHER, 'teacher', 'decide', payload));
};

const reports = async (outcome: 'accepted' | 'refused' | 'returned', reason?: string): Promise<void> => {
  const { version } = await current();
  const payload = { version, outcome, ...(reason ? { reason } : {}) };
  dataOf(await world.call(GRADUATE, 'graduate', 'report', payload));
};

/** Everything on paper, one step after the other, receipts of letters included. */
const paperDone = async (): Promise<void> => {
  const { offline = [] } = await current();
  for (const { stepId, needs } of offline) {
    const number = needs.includes('number') ? { number: '12' } : {};
    const parts = needs.includes('receipt') ? (['done', 'receipt'] as const) : (['done'] as const);
    for (const part of parts) {
      const { id: transferId, version } = await current();
      const tick = { transferId, version, stepId, part, isDone: true, ...number };
      dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', tick));
    }
  }
};

/** Nothing the graduate could still be reminded of. */
const isQuiet = async (): Promise<boolean> => (await home()).comingReminders.length === 0;

it('leaves out no way of any rulebook', () => {
  expect(new Set(CASES.map(([rulebookId]) => rulebookId)).size).toBe(OFFERED_RULEBOOKS.length);
  expect(BY_GRADUATE.length + BY_COLLEGE.length).toBe(CASES.length);
});

it.each(BY_GRADUATE)('%s: %s by %s arrives', async (...one) => {
  const [, , , , , route] = one;
  const submitted = await handIn(route, (await chosen(one)).version);
  expect(submitted.state).toBe('submitted');
  const days = ((submitted.deadlineAt ?? 0) - (submitted.initiatedAt ?? 0)) / DAY_MS;
  if (submitted.clock) expect(days).toBeGreaterThanOrEqual(submitted.clock.days);
  else expect(submitted.deadlineAt).toBeNull();
  await decides('approve');
  await reports('accepted');
  if (route.offlineSteps.length > 0) {
    expect((await current()).state).toBe('accepted');
    await paperDone();
  }
  expect((await current()).state).toBe('completed');
  expect(await isQuiet()).toBe(true);
});

it.each(BY_COLLEGE)('%s: %s by %s is recorded and over', async (...one) => {
  const [, , , , , route] = one;
  const registered = await handIn(route, (await chosen(one)).version);
  expect(registered).toMatchObject({ state: 'registered', deadlineAt: null });
  await decides('return', '请再核对一遍');
  await handIn(route, (await current()).version);
  await decides('record');
  const done = await current();
  expect(['recorded', 'completed']).toContain(done.state);
  expect(done.attempt).toBe(2);
  // Whoever is kept still hears of the days of the keeping, and of nothing else.
  const kinds = (await home()).comingReminders.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'keeping-contact' && kind !== 'keeping-near')).toEqual([]);
});

it.each(REFUSED)('%s: %s by %s is refused, and handed in once more', async (...one) => {
  const [, , , , , route] = one;
  await handIn(route, (await chosen(one)).version);
  await decides('approve');
  await reports('refused', '组织选错了');
  const refused = await current();
  expect(refused).toMatchObject({ state: 'refused', reason: '组织选错了' });
  const again = await handIn(route, refused.version);
  expect(again).toMatchObject({ state: 'submitted', attempt: 2 });
  expect(again.past).toMatchObject([{ attempt: 1, endedAs: 'refused' }]);
});

it.each(WITH_CLOCK)('%s: %s by %s runs out, and ends as 智慧团建 shows', async (...one) => {
  const [, , , , , route] = one;
  const { deadlineAt, clock } = await handIn(route, (await chosen(one)).version);
  if (deadlineAt === null) return expect(clock).toBeNull();
  await decides('approve');
  world.world.now = deadlineAt + 60_000;
  await world.tick();
  expect((await current()).state).toBe('timedOut');
  const isLapse = clock?.outcome === 'lapsed';
  const outcome = isLapse ? 'returned' : 'accepted';
  await reports(outcome, isLapse ? '到期没有处理，自动退回' : undefined);
  expect((await current()).state).toBe(isLapse ? 'lapsed' : 'accepted');
});
