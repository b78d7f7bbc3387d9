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
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
  type University,
} from './support/people';
import { interleave } from './support/interleave';
import { tracesOf } from './support/traces';
import { dataOf, type World } from './support/world';

const NOTE = '私下说一句进不去';
const YEAR = 365 * 86_400_000;
const SETTLED_MS = 6 * 60_000;
/** More moments than any step has. */
const MOST = 500;

let world: World;
let university: University;
let back: () => void;
let files: Map<string, Buffer>;
let startedAt: number;

/** From here every race of a group begins. */
const settle = async (prepare: () => Promise<unknown>): Promise<void> => {
  ({ world, university } = await openUniversity());
  await prepare();
  back = world.store.snapshot();
  files = new Map(world.stored);
  startedAt = world.world.now;
};
const goBack = (): void => {
  back();
  world.stored.clear();
  for (const [id, bytes] of files) world.stored.set(id, bytes);
  world.world.now = startedAt;
};

type Act = () => Promise<Result<unknown>>;
const graduate = () => memberNamed(world, '林小雨');
const transferOf = () => world.store.all('transfers').find(({ memberId }) => memberId === graduate()._id);
const requestOf = () =>
  world.store.all('resetRequests').find(({ memberId }) => memberId === graduate()._id)?._id ?? '';
const inTurn = () => ({ transferId: transferOf()?._id ?? '', version: transferOf()?.version ?? 0 });

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

const RIVALS = {
  deleteMyData: () => world.call(GRADUATE, 'graduate', 'deleteMyData', {}),
  unbindMember: () =>
    world.call(TEACHER, 'teacher', 'unbindMember', { memberId: graduate()._id, reason: '别人登录了' }),
  transferMember: () =>
    world.call(TEACHER, 'teacher', 'transferMember', {
      memberId: graduate()._id,
      branchId: world.store.all('branches').find(({ name }) => name === '机械2301团支部')?._id ?? '',
    }),
  secretaryLeaves: () => world.call(SECRETARY, 'graduate', 'deleteMyData', {}),
} satisfies Record<string, Act>;

const onAccount = (openid: string) => [
  ...world.store.all('transfers').filter(({ accountId }) => accountId === openid),
  ...world.store.all('resetRequests').filter(({ accountId }) => accountId === openid),
  ...world.store
    .all('notices')
    .filter(({ accountId, status }) => accountId === openid && ['planned', 'sending'].includes(status)),
];

/** What must hold whatever the moment was. */
const HOLDS: Readonly<Record<keyof typeof RIVALS, () => void>> = {
  deleteMyData: () => {
    for (const text of [GRADUATE, NOTE]) expect([text, tracesOf(world, text)]).toEqual([text, []]);
    expect(tracesOf(world, '林小雨')).toEqual(['members']);
    expect(tracesOf(world, graduate()._id)).toEqual(['members', 'audits']);
  },
  unbindMember: () => expect(onAccount(GRADUATE)).toEqual([]),
  transferMember: () => {
    const { branchId, _id } = graduate();
    for (const own of [...world.store.all('transfers'), ...world.store.all('resetRequests')])
      if (own.memberId === _id) expect(own.branchId).toBe(branchId);
  },
  secretaryLeaves: () => {
    expect(tracesOf(world, SECRETARY)).toEqual([]);
    expect(tracesOf(world, '周敏')).toEqual(['members']);
  },
};

const linksHold = (): void => {
  const members = new Map(world.store.all('members').map((member) => [member._id, member]));
  for (const { memberId } of [...world.store.all('transfers'), ...world.store.all('resetRequests')])
    expect(members.has(memberId)).toBe(true);
  for (const { _id, accountId } of members.values())
    if (accountId !== null)
      expect(world.store.all('accounts').find((one) => one._id === accountId)?.memberId).toBe(_id);
};

/** Runs the two at every moment; resolves to how many there were. */
const meetEverywhere = async (step: Act, rival: Act, holds: (done: Result<unknown>) => void) => {
  for (let at = 0; at < MOST; at += 1) {
    goBack();
    const { result, hasMet } = await interleave(world, { step, rival, at });
    if (!hasMet) return at;
    world.world.now += SETTLED_MS;
    await world.tick();
    linksHold();
    holds(result);
  }
  throw new Error('a step has more moments than were expected');
};

const pairs = (steps: Readonly<Record<string, Act>>) =>
  Object.keys(steps).flatMap((step) =>
    (Object.keys(RIVALS) as (keyof typeof RIVALS)[]).map((rival) => [step, rival] as const),
  );

describe('what is begun', () => {
  beforeAll(() => settle(() => Promise.resolve()));
  it.each(pairs(BEGINNINGS))('%s beside %s', async (step, rival) => {
    const act = BEGINNINGS[step];
    if (!act) throw new Error(step);
    expect(await meetEverywhere(act, RIVALS[rival], HOLDS[rival])).toBeGreaterThan(2);
  });
});

describe('a step on what is under way', () => {
  beforeAll(() =>
    settle(async () => {
      dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
      await submitEmployed(world, GRADUATE);
    }),
  );
  it.each(pairs(STEPS))('%s beside %s', async (step, rival) => {
    const act = STEPS[step];
    if (!act) throw new Error(step);
    expect(await meetEverywhere(act, RIVALS[rival], HOLDS[rival])).toBeGreaterThan(2);
  });
});

it('keeps or refuses who begins the next season while the last one is cleared away', async () => {
  await settle(async () => {
    const { version } = await choose(world, GRADUATE);
    const submission = await employedSubmission(world, GRADUATE, version);
    dataOf(await world.call(GRADUATE, 'graduate', 'submit', submission));
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
  await settle(async () => {
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
  await settle(async () => {
    dataOf(await RIVALS.unbindMember());
  });
  const inviteCode = university.codes['光电2302团支部'] ?? '';
  const person = { studentNumber: 'S002', name: '林小雨', inviteCode };
  const signIn: Act = () => world.call('oStranger', 'account', 'signIn', person);
  const rotate: Act = () => world.call(SECRETARY, 'secretary', 'rotateInvite', {});
  // Met at the last moment it has been signed in before.
  const ends: boolean[] = [];
  await meetEverywhere(signIn, rotate, ({ ok }) => void ends.push(ok));
  expect(ends.indexOf(true)).toBeGreaterThan(ends.length - 8);
});

it('decides nothing for a teacher who has been removed meanwhile', async () => {
  await settle(() => submitEmployed(world, GRADUATE));
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
