/** What transactions of 1.0 left unwritten is written once, and what they had cancelled is cancelled. */
import { drainJournal } from '../../../cloudfunctions/reminder/drain-journal';
import { GRADUATE, openUniversity, submitEmployed } from '../support/people';
import type { World } from '../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
  await submitEmployed(world, GRADUATE);
});

const notices = () => world.store.all('notices');
const audits = () => world.store.all('audits');

/** A step whose process died after its commit: one message and one entry left, one message to cancel. */
const leaveBehind = async (): Promise<string> => {
  const [[notice], [audit]] = [notices(), audits()];
  const left = { ...notice!, _id: 'n-left', planId: 'n-left' };
  const cancelled = [{ id: notice!._id, version: notice!.version }];
  const entry = { _id: 'j-left', recordVersion: 1, at: world.world.now, cancelled } as const;
  const written = { ...entry, notices: [left], audits: [{ ...audit!, _id: 'a-left' }] };
  await world.store.insertMissing('journal', [written]);
  return notice!._id;
};

it('writes what was left, cancels what was to be cancelled, and is empty then', async () => {
  const cancelled = await leaveBehind();
  expect(await drainJournal(world.ports)).toBe(1);
  expect(notices().find(({ _id }) => _id === 'n-left')).toMatchObject({ status: 'planned' });
  expect(audits().some(({ _id }) => _id === 'a-left')).toBe(true);
  expect(notices().find(({ _id }) => _id === cancelled)).toMatchObject({ status: 'cancelled' });
  expect(world.store.all('journal')).toEqual([]);
});

it('changes nothing when a turn that died does it once more', async () => {
  await leaveBehind();
  await drainJournal(world.ports);
  const [first] = notices().filter(({ _id }) => _id === 'n-left');
  world.store.plant('notices', { ...first!, status: 'sent' });
  const [before, entries] = [notices().length, audits().length];
  const entry = { _id: 'j-left', recordVersion: 1, at: world.world.now } as const;
  await world.store.insertMissing('journal', [{ ...entry, notices: [first!], audits: [], cancelled: [] }]);
  await drainJournal(world.ports);
  expect([notices().length, audits().length]).toEqual([before, entries]);
  expect(notices().find(({ _id }) => _id === 'n-left')).toMatchObject({ status: 'sent' });
});
