/** One lease at work: when nobody is asked any more, what stops the others, and what a fault of ours leaves. */
import { DELIVERY } from '../../../../../cloudfunctions/_shared/kernel/policy';
import { deliverBatch } from '../../../../../cloudfunctions/_shared/notices/delivery/deliver-batch';
import { openMadeDelivery } from '../../../../../cloudfunctions/_shared/notices/delivery/deliver-made';
import { openRun, PAUSE, type Run } from '../../../../../cloudfunctions/_shared/notices/delivery/run';
import { limitTo } from '../../../../../cloudfunctions/_shared/notices/delivery/send-limit';
import { QUOTA_CODE } from '../../../../../cloudfunctions/_shared/platform/send-outcome';
import { currentSeason } from '../../../../../cloudfunctions/_shared/season/season';
import type { Notice } from '../../../../../cloudfunctions/_shared/store/records';
import { giveCredits, GRADUATE, openUniversity, SECRETARY } from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

/** 23:30 and the next 8:00 in China on the day everything begins. */
const NIGHT = Date.UTC(2027, 4, 10, 15, 30);
const MORNING = Date.UTC(2027, 4, 11);

let world: World;
let notices: Notice[];
let lease: { id: string; endsAt: number };
beforeEach(async () => {
  ({ world } = await openUniversity());
  await giveCredits(world, SECRETARY, 3);
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [notice] = world.store.all('notices');
  lease = { id: 'lease-1', endsAt: world.world.now + DELIVERY.leaseMs };
  const held = { status: 'sending', leaseId: lease.id, attempts: 1, nextAt: lease.endsAt } as const;
  notices = ['n-1', 'n-2'].map((_id) => ({ ...notice!, ...held, _id }));
  for (const one of notices) world.store.plant('notices', one);
});

const stored = (id = 'n-1') => world.store.all('notices').find(({ _id }) => _id === id);
const runUntil = (stopAt: number): Run => ({ ...openRun(world.ports, stopAt), limit: limitTo(1) });
const deliver = async (run: Run = runUntil(world.world.now + 60_000)) => {
  const season = await currentSeason(world.ports);
  const prepare = async (_ports: unknown, toSend: readonly Notice[]) => ({
    toSend,
    judged: [],
    accounts: new Map(),
  });
  await deliverBatch(world.ports, { lease, notices }, { run, season, prepare });
  return run;
};

describe('nobody is asked, and no attempt is counted,', () => {
  const waits = (nextAt: number) => ({ status: 'planned', nextAt, leaseId: null, attempts: 0 });

  it('while the day’s quota is used up', async () => {
    const run = runUntil(world.world.now + 60_000);
    run.stopped.set('subscribe', 'quota');
    await deliver(run);
    expect(world.sent).toEqual([]);
    expect(stored()).toMatchObject(waits(world.world.now + PAUSE.quota));
  });

  it('when the night has begun meanwhile: it leaves in the morning', async () => {
    world.world.now = NIGHT;
    lease.endsAt = NIGHT + DELIVERY.leaseMs;
    await deliver();
    expect(world.sent).toEqual([]);
    expect(stored()).toMatchObject(waits(MORNING));
  });

  it('once the time of the run is over: the next one takes it at once', async () => {
    await deliver(runUntil(world.world.now));
    expect(world.sent).toEqual([]);
    expect(stored()).toMatchObject(waits(world.world.now));
  });

  it('when a slow answer could come after the end of the lease, and another sender have it', async () => {
    lease.endsAt = world.world.now + DELIVERY.sendTimeoutMs;
    await deliver();
    expect(world.sent).toEqual([]);
    lease.endsAt += 1;
    await deliver();
    expect(world.sent).not.toEqual([]);
  });
});

it('asks for no other when WeChat has said that the day’s quota is used up', async () => {
  world.world.answer = () => ({ kind: 'busy', code: QUOTA_CODE });
  const run = await deliver();
  expect(world.sent).toHaveLength(1);
  expect(stored('n-2')).toMatchObject({ status: 'planned', attempts: 0 });
  expect(run.counts).toEqual({ busy: 1, held: 1 });
});

it('asks for no other when WeChat has said that it takes nothing of ours', async () => {
  world.world.answer = () => ({ kind: 'denied', code: -604101 });
  const { stopped } = await deliver();
  expect(world.sent).toHaveLength(1);
  expect(stopped.get('subscribe')).toBe('denied');
  const nextAt = world.world.now + PAUSE.denied;
  expect(stored('n-2')).toMatchObject({ status: 'planned', attempts: 0, nextAt });
});

it('goes on with the others when WeChat is only busy with one', async () => {
  world.world.answer = () => ({ kind: 'busy', code: -1 });
  await deliver();
  expect(world.sent).toHaveLength(2);
});

it('leaves what nobody knows whether it was sent to the end of its lease', async () => {
  world.world.answer = () => ({ kind: 'unknown', code: -1 });
  await deliver();
  expect(stored()).toMatchObject({ status: 'sending', leaseId: lease.id, attempts: 1 });
});

it('counts what was sent, and counts nothing twice', async () => {
  const { counts } = await deliver();
  expect(counts).toEqual({ sent: 2 });
  expect([stored('n-1')?.status, stored('n-2')?.status]).toEqual(['sent', 'sent']);
});

it('leaves what a fault of ours broke off to the end of its lease, and raises an alarm', async () => {
  world.world.answer = (message) => {
    if (message.noticeId === 'n-1') throw new Error('a bug');
    return { kind: 'sent' };
  };
  const { counts } = await deliver();
  expect(counts).toEqual({ failed: 1, sent: 1 });
  expect(stored()).toMatchObject({ status: 'sending', leaseId: lease.id });
  expect(world.store.all('alarms')).toMatchObject([{ cause: 'unreadable', reason: 'broken' }]);
  expect(world.logged).toContainEqual({
    event: 'notice-broken',
    facts: expect.objectContaining({ id: 'n-1', kind: 'code-requested' }),
  });
});

it('raises no alarm where only the database failed', async () => {
  world.world.answer = () => {
    throw Object.assign(new Error('request timeout'), { errCode: -501001 });
  };
  await deliver();
  expect(world.store.all('alarms')).toEqual([]);
});

describe('what has just been made', () => {
  const made = (id: string, nextAt: number): Notice => ({
    ...notices[0]!,
    _id: id,
    status: 'planned',
    leaseId: null,
    attempts: 0,
    nextAt,
  });
  const keep = async (run: Run, ...some: Notice[]) => {
    const delivery = openMadeDelivery(world.ports, run);
    await delivery.keep(some, () => []);
    await delivery.done();
  };

  it('leaves at once where it may, and waits where it is held', async () => {
    const { now } = world.world;
    await keep(runUntil(now + 60_000), made('now', now), made('later', now + 1));
    expect(stored('later')).toMatchObject({ status: 'planned', attempts: 0, nextAt: now + 1 });
    expect(stored('now')).toMatchObject({ attempts: 1, leaseId: expect.any(String) });
  });

  it('is stored for the next run where the time of this one is over', async () => {
    await keep(runUntil(world.world.now), made('now', world.world.now));
    expect(stored('now')).toMatchObject({ status: 'planned', attempts: 0, leaseId: null });
  });
});
