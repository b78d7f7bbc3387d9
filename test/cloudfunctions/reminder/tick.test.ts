/** The timer asks one document whether anything is due, and is never told too late. */
import { HOUR_MS, MINUTE_MS, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import { ok } from '../../../miniprogram/domain/errors';
import { UNDO_APPROVAL_MS } from '../../../miniprogram/domain/transfer/approving';
import type { Store } from '../../../cloudfunctions/_shared/store/ports';
import { giveCredits, GRADUATE, openUniversity, submitEmployed, TEACHER } from '../support/people';
import { dataOf, START, type World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
});

const READS = [
  'get',
  'getMany',
  'lookUp',
  'find',
  'findIds',
  'count',
  'insertMissing',
  'changeAll',
  'transact',
] as const;

/** What a turn of the timer asks of the database, by the names of the store's calls. */
const callsOf = async (turn: () => Promise<unknown>): Promise<string[]> => {
  const asked: string[] = [];
  const kept = { ...world.ports.store };
  for (const name of READS) {
    const real = kept[name] as (...args: unknown[]) => unknown;
    Object.assign(world.ports.store, {
      [name]: (collection: unknown, ...rest: unknown[]) => {
        asked.push(`${name} ${typeof collection === 'string' ? collection : ''}`.trim());
        return real(collection, ...rest);
      },
    });
  }
  await turn();
  Object.assign(world.ports.store, kept);
  return asked;
};

/** Turns of the timer, minute by minute, until it has nothing more to do. */
const runOut = async (): Promise<void> => {
  for (let minute = 0; minute < 4; minute += 1) {
    world.world.now += MINUTE_MS;
    await world.tick();
  }
};
/** The school lets it go: from then on the receiver's clock decides. */
const approve = async (): Promise<void> => {
  const [transfer] = world.store.all('transfers');
  const { _id: transferId = '', version = 0 } = transfer ?? {};
  const approved = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', approved));
};
const wake = () => world.store.all('wake')[0];
const approvals = () => world.sent.filter(({ page }) => page.includes('decision'));
const at = (now: number): void => void (world.world.now = now);

/** As if whoever wrote it had died before saying so, or never knew that it has to be said. */
const withoutAWord = async (work: (store: Store) => Promise<unknown>): Promise<void> => {
  const before = wake();
  await work(world.store);
  if (before) world.store.plant('wake', before);
};

it('asks for one document and ends where nothing is due', async () => {
  await runOut();
  world.world.now += MINUTE_MS;
  expect(await callsOf(world.tick)).toEqual(['get wake']);
});

it('sends what is due at its next turn, an approval when nobody can take it back any more', async () => {
  await giveCredits(world, GRADUATE, 1);
  await runOut();
  world.sent.length = 0;
  const [transfer] = world.store.all('transfers');
  const { version = 0, _id: transferId = '' } = transfer ?? {};
  const decision = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', decision));
  expect(wake()?.dueAt).toBe(world.world.now);
  await runOut();
  expect(world.sent).toEqual([]);
  world.world.now += UNDO_APPROVAL_MS;
  await world.tick();
  expect(world.sent.map(({ openid }) => openid)).toEqual([GRADUATE]);
});

it('looks once more when what was announced may still have been on its way', async () => {
  await runOut();
  const lowered = world.world.now;
  await world.store.transact(async (tx) => {
    const [notice] = await tx.getMany(
      'notices',
      world.store.all('notices').map(({ _id }) => _id),
    );
    if (notice) tx.put('notices', notice);
    return ok(undefined);
  });
  world.world.now += 20_000;
  await world.tick();
  expect(wake()?.dueAt).toBeLessThanOrEqual(lowered + MINUTE_MS);
  await runOut();
  expect(wake()?.dueAt).toBeGreaterThan(world.world.now);
});

it('raises nothing that was lowered while it looked', async () => {
  await runOut();
  world.world.now += HOUR_MS;
  const { find } = world.store;
  const lowering: { at?: number } = {};
  world.ports.store.find = async (collection, query) => {
    if (collection === 'notices' && lowering.at === undefined) {
      lowering.at = world.world.now;
      await world.store.changeAll(
        'wake',
        { _id: { in: ['tick'] } },
        { set: { dueAt: lowering.at }, add: { version: 1 } },
      );
    }
    return find(collection, query);
  };
  at(START + 7 * HOUR_MS);
  await world.tick();
  world.ports.store.find = find;
  expect(wake()?.dueAt).toBe(lowering.at);
});

it('finds a notice nobody announced by the next full hour', async () => {
  await runOut();
  const dead = world.store.all('notices').find(({ kind }) => kind === 'approval-waiting');
  const again = { ...dead!, _id: `${dead?._id}-again`, status: 'planned', nextAt: world.world.now } as const;
  await withoutAWord((store) => store.insertMissing('notices', [again]));
  const statusOf = () => world.store.all('notices').find(({ _id }) => _id === again._id)?.status;
  world.world.now += 5 * MINUTE_MS;
  await world.tick();
  expect(statusOf()).toBe('planned');
  at(START + HOUR_MS);
  await world.tick();
  expect(statusOf()).not.toBe('planned');
  expect(approvals()).toHaveLength(0);
});

it('finds a deadline nobody announced by the next morning', async () => {
  await approve();
  await runOut();
  const [transfer] = world.store.all('transfers');
  const passed = { ...transfer!, deadlineAt: world.world.now };
  await withoutAWord((store) =>
    store.transact(async (tx) => {
      await tx.get('transfers', passed._id);
      tx.put('transfers', passed);
      return ok(undefined);
    }),
  );
  at(START + DAY_MS - 3 * HOUR_MS);
  expect(await world.tick()).toMatchObject({ timedOut: 1 });
});

it('takes care of a deadline in its minute', async () => {
  await approve();
  await runOut();
  const deadlineAt = world.store.all('transfers')[0]?.deadlineAt ?? 0;
  for (let now = deadlineAt - 2 * DAY_MS; now < deadlineAt; now += HOUR_MS + MINUTE_MS) {
    at(now);
    expect(await world.tick()).toMatchObject({ timedOut: 0 });
  }
  at(deadlineAt + MINUTE_MS);
  expect(await world.tick()).toMatchObject({ timedOut: 1 });
});

it('removes what is old turn by turn until nothing is left, however much there is', async () => {
  await runOut();
  const [expiresAt, firstAt] = [world.world.now + MINUTE_MS, world.world.now];
  const locks = Array.from({ length: 50 }, (_, number) => ({
    _id: `sign-in-${number}`,
    recordVersion: 2 as const,
    tries: [],
    firstAt,
    lockedUntil: null,
    expiresAt,
  }));
  await world.store.insertMissing('locks', locks);
  at(START + DAY_MS);
  await runOut();
  expect(world.store.all('locks')).toEqual([]);
});
