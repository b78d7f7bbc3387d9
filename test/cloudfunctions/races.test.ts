/**
 * Every write beside what takes a person away or to another place, at every moment at which the two can meet: nothing of
 * an erased person is left, nothing stands on an impostor's account, nobody acknowledged is lost.
 */
import type { Result } from '../../miniprogram/domain/errors';
import {
  ADMIN,
  choose,
  employedSubmission,
  GRADUATE,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from './support/people';
import {
  graduate,
  HOLDS,
  inTurn,
  meetEverywhere,
  NOTE,
  pairsOf,
  requestOf,
  RIVALS,
  settle,
  transferOf,
  type Act,
} from './support/racing';
import { dataOf, type World } from './support/world';

const YEAR = 365 * 86_400_000;

let world: World;
const open = async (fresh: { world: World }): Promise<void> => void ({ world } = fresh);

const choice = { wayId: 'employed', routeId: 'direct', version: null } as const;
const BEGINNINGS: Readonly<Record<string, Act>> = {
  chooseWay: () => world.call(GRADUATE, 'graduate', 'chooseWay', choice),
  requestResetCode: () => world.call(GRADUATE, 'graduate', 'requestResetCode', { note: NOTE }),
  uploadFolder: () => world.call(GRADUATE, 'graduate', 'uploadFolder', {}),
  confirmLogin: () => world.call(GRADUATE, 'graduate', 'confirmLogin', {}),
  nudge: () => world.call(SECRETARY, 'secretary', 'nudge', { all: true }),
};
const STEPS: Readonly<Record<string, Act>> = {
  saveDraft: () =>
    world.call(GRADUATE, 'graduate', 'saveDraft', { draft: { organisation: NOTE }, screenshots: [] }),
  withdraw: () => world.call(GRADUATE, 'graduate', 'withdraw', { version: transferOf()?.version ?? 0 }),
  report: () =>
    world.call(GRADUATE, 'graduate', 'report', {
      version: transferOf()?.version ?? 0,
      outcome: 'refused',
      reason: NOTE,
    }),
  confirmStatus: () =>
    world.call(SECRETARY, 'secretary', 'confirmStatus', {
      memberId: graduate()._id,
      version: transferOf()?.version ?? 0,
      outcome: 'accepted',
    }),
  issueResetCode: () =>
    world.call(SECRETARY, 'secretary', 'issueResetCode', { requestId: requestOf(), code: '836214' }),
  escalateResetRequest: () =>
    world.call(SECRETARY, 'secretary', 'escalateResetRequest', { requestId: requestOf(), reason: NOTE }),
  decide: () =>
    world.call(TEACHER, 'teacher', 'decide', {
      ...inTurn(),
      decision: 'return',
      reason: NOTE,
      seenOnSystem: false,
    }),
};

describe('what is begun', () => {
  beforeAll(() => settle(open));
  it.each(pairsOf(BEGINNINGS))('%s beside %s', async (step, rival) => {
    const act = BEGINNINGS[step];
    if (!act) throw new Error(step);
    expect(await meetEverywhere(act, RIVALS[rival], HOLDS[rival])).toBeGreaterThan(2);
  });
});

describe('a step on what is under way', () => {
  beforeAll(() =>
    settle(async (fresh) => {
      void open(fresh);
      dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
      await submitEmployed(world, GRADUATE);
    }),
  );
  it.each(pairsOf(STEPS))('%s beside %s', async (step, rival) => {
    const act = STEPS[step];
    if (!act) throw new Error(step);
    expect(await meetEverywhere(act, RIVALS[rival], HOLDS[rival])).toBeGreaterThan(2);
  });
});

it('keeps or refuses who begins the next season while the last one is cleared away', async () => {
  await settle(async (fresh) => {
    void open(fresh);
    const { version } = await choose(world, GRADUATE);
    const submission = await employedSubmission(world, GRADUATE, version);
    const { transfer } = dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
    // What is under way would keep them.
    dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', { version: transfer.version }));
    world.world.now += YEAR;
    const season = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
    dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
  });
  const purge: Act = () => world.call(ADMIN, 'teacher', 'purgeSeason', { seasonId: '2027', dryRun: false });
  const isThere = () => world.store.all('members').some(({ name }) => name === '林小雨');
  const hasBegun = () => world.store.all('transfers').some(({ seasonId }) => seasonId === '2028');
  const begin = BEGINNINGS['chooseWay'];
  if (!begin) throw new Error('chooseWay');
  const holds = (done: Result<unknown>) =>
    expect([isThere(), hasBegun()]).toEqual(done.ok ? [true, true] : [false, false]);
  expect(await meetEverywhere(begin, purge, holds)).toBeGreaterThan(2);
  let begun: Result<unknown> = { ok: false, error: { code: 'BUSY' } };
  const beginBeside: Act = async () => (begun = await begin());
  await meetEverywhere(purge, beginBeside, () => holds(begun));
}, 120_000);

it('tells who begins in a season that is over by then', async () => {
  await settle(async (fresh) => {
    void open(fresh);
    world.world.now += YEAR;
    const season = { id: '2028', name: '2028届毕业季', rulebookId: 'usst-2020' };
    dataOf(await world.call(ADMIN, 'teacher', 'openSeason', season));
  });
  const begun = await world.call(GRADUATE, 'graduate', 'chooseWay', { ...choice, seasonId: '2027' });
  expect(begun).toMatchObject({ ok: false, error: { code: 'TRANSFER_SEASON_CHANGED' } });
  expect(transferOf()).toBeUndefined();
  dataOf(await world.call(GRADUATE, 'graduate', 'chooseWay', { ...choice, seasonId: '2028' }));
});

it('lets nobody sign in by a code that has been rotated', async () => {
  await settle(async (fresh) => {
    void open(fresh);
    dataOf(await RIVALS.unbindMember());
  });
  const inviteCode =
    world.store.all('branches').find(({ name }) => name === '光电2302团支部')?.inviteCode ?? '';
  const person = { studentNumber: 'S002', name: '林小雨', inviteCode };
  const signIn: Act = () => world.call('oStranger', 'account', 'signIn', person);
  const rotate: Act = () => world.call(SECRETARY, 'secretary', 'rotateInvite', {});
  // Met at the last moment it has been signed in before.
  const ends: boolean[] = [];
  await meetEverywhere(signIn, rotate, ({ ok }) => void ends.push(ok));
  expect(ends.indexOf(true)).toBeGreaterThan(ends.length - 8);
});

it('decides nothing for a teacher who has been removed meanwhile', async () => {
  await settle((fresh) => {
    void open(fresh);
    return submitEmployed(world, GRADUATE);
  });
  const accountId = TEACHER;
  const remove: Act = () => world.call(ADMIN, 'teacher', 'removeTeacher', { accountId });
  const approve: Act = () =>
    world.call(TEACHER, 'teacher', 'decide', { ...inTurn(), decision: 'approve', seenOnSystem: true });
  const ends: boolean[] = [];
  await meetEverywhere(approve, remove, (done) => {
    ends.push(done.ok);
    expect(transferOf()?.state).toBe(done.ok ? 'approved' : 'submitted');
  });
  // Only from the moment on at which the transaction has looked who decides.
  expect(ends.indexOf(true)).toBeGreaterThan(ends.length - 8);
});
