import type { JournalEntry } from '../../../../cloudfunctions/_shared/store/records';
import { finishEntries } from '../../../../cloudfunctions/_shared/store/journal';
import { ok } from '../../../../miniprogram/domain/errors';
import {
  CLASSMATE,
  giveCredits,
  GRADUATE,
  openUniversity,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const DOWN = () => Promise.reject(new Error('the database is away'));

/** What follows a commit fails, as when the function's process ends right after it. */
const dyingAfterCommits = async <T>(work: () => Promise<T>): Promise<T> => {
  const { store } = world.ports;
  const { insertMissing, changeAll } = store;
  store.insertMissing = (collection, records) =>
    collection === 'uploads' ? insertMissing(collection, records) : DOWN();
  // A text is counted before its transaction, as a folder is noted.
  store.changeAll = (collection, target, change) =>
    collection === 'accounts' ? changeAll(collection, target, change) : DOWN();
  try {
    return await work();
  } finally {
    Object.assign(store, { insertMissing, changeAll });
  }
};
const told = () => world.store.all('notices').filter(({ kind }) => kind === 'approval-waiting');
const reminders = (status: string) =>
  world.store.all('notices').filter((notice) => notice.kind === 'deadline-near' && notice.status === status);
const submissions = () => world.store.all('audits').filter(({ action }) => action === 'submit');
const withdraw = async () => {
  const [transfer] = world.store.all('transfers');
  const request = { version: transfer?.version ?? 0 };
  return dataOf(await world.call(GRADUATE, 'graduate', 'withdraw', request));
};

it('is empty after a step, whose notices and audit entry are in their places', async () => {
  await submitEmployed(world, GRADUATE);
  expect(world.store.all('journal')).toEqual([]);
  expect([told(), submissions()].map(({ length }) => length)).toEqual([1, 1]);
});

it('makes up for what a crash right after the commit has left behind, once', async () => {
  await giveCredits(world, TEACHER, 3);
  await dyingAfterCommits(() => submitEmployed(world, GRADUATE));
  expect(world.store.all('transfers')).toEqual([expect.objectContaining({ state: 'submitted' })]);
  expect([told(), submissions()]).toEqual([[], []]);
  expect(await world.tick()).toMatchObject({ madeUp: expect.any(Number), delivered: { sent: 1 } });
  expect(await world.tick()).toMatchObject({ madeUp: 0, delivered: {} });
  expect([told(), submissions()].map(({ length }) => length)).toEqual([1, 1]);
  expect(world.store.all('journal')).toEqual([]);
});

it('also cancels what was to be cancelled', async () => {
  await submitEmployed(world, GRADUATE);
  const planned = reminders('planned').length;
  expect(planned).toBeGreaterThan(0);
  await dyingAfterCommits(withdraw);
  expect(reminders('planned')).toHaveLength(planned);
  await world.tick();
  expect(reminders('cancelled')).toHaveLength(planned);
});

it('changes nothing that has gone on meanwhile, however often it is finished', async () => {
  await submitEmployed(world, GRADUATE);
  const [notice] = told();
  if (!notice) throw new Error('nothing was planned');
  const sent = { ...notice, status: 'sent', settledAt: world.world.now } as const;
  await world.store.changeAll('notices', { _id: { in: [notice._id] } }, { set: sent });
  const entry: JournalEntry = {
    _id: 'j-again',
    recordVersion: 1,
    at: world.world.now + 1000,
    notices: [notice],
    audits: submissions(),
    aboutIds: [notice.aboutId],
    cancelled: [{ id: notice._id, version: notice.version }],
  };
  await world.store.transact(async (tx) => {
    tx.put('journal', entry);
    return ok(undefined);
  });
  await Promise.all([finishEntries(world.ports.store, [entry]), finishEntries(world.ports.store, [entry])]);
  expect(told()).toEqual([sent]);
  expect(submissions()).toHaveLength(1);
});

it('writes nothing of somebody who has gone', async () => {
  await dyingAfterCommits(() => submitEmployed(world, GRADUATE));
  dataOf(await world.call(GRADUATE, 'graduate', 'deleteMyData', {}));
  await world.tick();
  expect(world.store.all('journal')).toEqual([]);
  expect(world.store.all('notices').filter(({ text }) => text.includes('林小雨'))).toEqual([]);
});

it('is finished for a person before anything is planned for them anew', async () => {
  await dyingAfterCommits(() => submitEmployed(world, GRADUATE));
  await withdraw();
  const seasonal = world.store
    .all('notices')
    .filter(({ kind, accountId }) => kind === 'season-near' && accountId === GRADUATE);
  expect(new Set(seasonal.map(({ status }) => status))).toEqual(new Set(['planned']));
  expect(reminders('planned')).toEqual([]);
  const before = world.store.text();
  await world.tick();
  expect(world.store.text()).toBe(before);
});

it('does not cancel what has been planned again since', async () => {
  await submitEmployed(world, GRADUATE);
  const seasonal = () =>
    world.store
      .all('notices')
      .filter(({ kind, accountId }) => kind === 'season-near' && accountId === GRADUATE);
  const late = seasonal().map(({ _id, version }) => ({ id: _id, version }));
  await withdraw();
  const again = seasonal();
  const entry = { _id: 'j-late', recordVersion: 1, at: world.world.now } as const;
  await finishEntries(world.ports.store, [
    { ...entry, notices: [], audits: [], aboutIds: [], cancelled: late },
  ]);
  expect(late.length).toBeGreaterThan(0);
  expect(seasonal()).toEqual(again);
});

it('makes up for several steps at once, which have planned the same digest', async () => {
  await dyingAfterCommits(async () => {
    await submitEmployed(world, GRADUATE);
    await submitEmployed(world, CLASSMATE);
  });
  expect(await world.tick()).toMatchObject({ madeUp: world.store.all('transfers').length });
  expect(told()).toHaveLength(2);
  expect(world.store.all('journal')).toEqual([]);
});
