/** The school keeps a relation for months: the clock ends it, or the college when the person is back. */
import { ADMIN, choose, GRADUATE, openUniversity, REGION, TEACHER } from '../support/people';
import { dataOf, type World } from '../support/world';

const DAY = 86_400_000;
let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  const { version } = dataOf(await world.call(ADMIN, 'teacher', 'season', {})).season;
  const changes = { rulebookId: 'national-2022' };
  dataOf(await world.call(ADMIN, 'teacher', 'saveSeason', { version, changes }));
});

const stored = () => world.store.all('transfers')[0];
const decide = async (decision: 'record' | 'end-keeping') => {
  const { _id: transferId = '', version = 0 } = stored() ?? {};
  return world.call(TEACHER, 'teacher', 'decide', { transferId, version, decision, seenOnSystem: false });
};
const keep = async () => {
  const { version } = await choose(world, GRADUATE, 'no-organisation', 'keep');
  const submission = { version, fields: { currentResidence: REGION }, screenshots: [] };
  dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
  dataOf(await decide('record'));
};

/** The days on which the college gets in touch, 10:00 in China. */
const CONTACTS = [Date.UTC(2027, 7, 10, 2), Date.UTC(2027, 10, 10, 2)] as const;
const goTo = async (at: number) => {
  world.world.now = at;
  return world.tick();
};
const waiting = async () => dataOf(await world.call(TEACHER, 'teacher', 'queue', {}));

it('asks the college to get in touch on its day, until the call is ticked', async () => {
  await keep();
  expect(stored()).toMatchObject({ waitsFor: 'graduate', opensAt: CONTACTS[0] });
  await goTo(CONTACTS[0] - DAY);
  expect((await waiting()).counts.paper).toBe(0);
  await goTo(CONTACTS[0]);
  expect(stored()).toMatchObject({ state: 'recorded', waitsFor: 'college', opensAt: CONTACTS[1] });
  const { items, counts } = await waiting();
  expect(counts.paper).toBe(1);
  const [item] = items;
  expect(item).toMatchObject({ kind: 'paper', memberName: '林小雨', paper: '保留期间第 1 次联系' });
  const { _id: transferId = '', version = 0 } = stored() ?? {};
  const decision = dataOf(await world.call(TEACHER, 'teacher', 'decision', { transferId }));
  const stepId = decision.item.offline?.find(({ label }) => label === '保留期间第 1 次联系')?.stepId ?? '';
  const ticking = { transferId, version, stepId, part: 'done' as const, isDone: true };
  dataOf(await world.call(TEACHER, 'teacher', 'tickOffline', ticking));
  expect((await waiting()).counts.paper).toBe(0);
  expect(stored()?.opensAt).toBe(CONTACTS[1]);
});

it('tells the college in the digest of a working day that a call has waited', async () => {
  await keep();
  await goTo(CONTACTS[0]);
  const digests = () => world.store.all('notices').filter(({ kind }) => kind === 'digest');
  expect(digests()).toEqual([]);
  // Tuesday, 10 August: the next morning is a working day.
  await goTo(CONTACTS[0] + 2 * DAY);
  expect(digests()).toMatchObject([{ audience: 'teacher' }]);
});

it('is over after twelve months and not a day before; what was recorded stays in the past', async () => {
  await keep();
  for (const day of CONTACTS) await goTo(day);
  const end = Date.UTC(2028, 4, 10, 2);
  expect(stored()?.opensAt).toBe(end);
  world.world.now = end - DAY;
  expect(await world.tick()).toMatchObject({ ended: 0 });
  world.world.now = end;
  expect(await world.tick()).toMatchObject({ ended: 1 });
  expect(stored()).toMatchObject({
    state: 'draft',
    waitsFor: 'graduate',
    opensAt: null,
    draft: { currentResidence: REGION },
    past: [{ attempt: 1, endedAs: 'recorded' }],
  });
  expect(await world.tick()).toMatchObject({ ended: 0 });
});

it('ends when the college says the person is back, and the graduate goes another way', async () => {
  await keep();
  expect(dataOf(await decide('end-keeping')).state).toBe('draft');
  const version = stored()?.version ?? 0;
  const choice = { wayId: 'employed', routeId: 'direct', version };
  const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'chooseWay', choice));
  expect(transfer).toMatchObject({ state: 'draft', wayId: 'employed', past: [{ endedAs: 'recorded' }] });
});

it.each([
  [Date.UTC(2027, 7, 10, 2), '跟学院说一声你的近况'],
  [Date.UTC(2027, 7, 11, 2), undefined],
  [Date.UTC(2027, 10, 10, 2), '跟学院说一声你的近况'],
  [Date.UTC(2028, 3, 26, 2), '还剩 14 天，学校不能再替你留了'],
])('at %i the graduate finds “%s” in the inbox, once', async (now, title) => {
  await keep();
  world.world.now = now;
  await world.tick();
  await world.tick();
  const told = world.store.all('notices').filter(({ kind }) => kind.startsWith('keeping'));
  expect(told.map((notice) => notice.title)).toEqual(title ? [title] : []);
  for (const { text } of told) expect(text).toContain('最长到 2028年5月10日');
});
