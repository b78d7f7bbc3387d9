/** What was committed stands, whatever comes of telling it: the timer makes up for it, once. */
import { PAGING } from '../../../../../cloudfunctions/_shared/kernel/policy';
import { tellDue } from '../../../../../cloudfunctions/_shared/notices/telling/tell-events';
import { EVENT_LIFE_MS } from '../../../../../miniprogram/domain/reminding/due-notice';
import { UNDO_APPROVAL_MS } from '../../../../../miniprogram/domain/transfer/approving';
import {
  GRADUATE,
  memberNamed,
  openUniversity,
  SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../../support/people';
import { dataOf, type World } from '../../../support/world';

let world: World;
beforeEach(async () => {
  ({ world } = await openUniversity());
});

const untold = () => world.store.all('audits').filter(({ tellAt }) => tellAt !== null);
const failing = () => world.logged.filter(({ event }) => event === 'telling-failed');

it('a step is taken though nobody could be told, and is told at the next turn', async () => {
  const { insertMissing } = world.store;
  world.store.insertMissing = (collection, records) =>
    collection === 'notices' ? Promise.reject(new Error('disk')) : insertMissing(collection, records);
  const { state } = await submitEmployed(world, GRADUATE);
  world.store.insertMissing = insertMissing;
  expect(state).toBe('submitted');
  expect(failing()).toHaveLength(1);
  expect(untold()).toMatchObject([{ action: 'submit' }]);
  expect(await tellDue(world.ports)).toEqual({ told: 1, nextAt: Infinity });
  expect(world.store.all('notices')).toMatchObject([{ kind: 'approval-waiting' }]);
  expect(untold()).toEqual([]);
});

it('a nudge is told of the person, by the secretary’s name', async () => {
  const { _id: memberId } = memberNamed(world, '林小雨');
  dataOf(await world.call(SECRETARY, 'secretary', 'nudge', { memberIds: [memberId] }));
  await world.tick();
  const [nudged] = world.store.all('notices').filter(({ kind }) => kind === 'nudged');
  expect(nudged).toMatchObject({ accountId: GRADUATE, aboutId: memberId });
  expect(nudged?.title).toContain('周敏');
  expect(untold()).toEqual([]);
});

it('says when the next held event may leave', async () => {
  await submitEmployed(world, GRADUATE);
  const [event] = world.store.all('audits').filter(({ action }) => action === 'submit');
  const at = world.world.now;
  world.store.plant('audits', { ...event!, _id: 'a-later', tellAt: at + 2000 });
  world.store.plant('audits', { ...event!, _id: 'a-sooner', tellAt: at + 1000 });
  expect(await tellDue(world.ports)).toEqual({ told: 0, nextAt: at + 1000 });
});

describe('of what is due', () => {
  const plant = async (more: object) => {
    await submitEmployed(world, GRADUATE);
    const [event] = world.store.all('audits').filter(({ action }) => action === 'submit');
    await world.store.removeAll(
      'notices',
      world.store.all('notices').map(({ _id }) => _id),
    );
    world.store.plant('audits', { ...event!, _id: 'a-due', tellAt: world.world.now, ...more });
    expect(await tellDue(world.ports)).toMatchObject({ told: 1 });
    return world.store.all('notices').map(({ kind }) => kind);
  };

  it('is told whoever it concerns', async () => {
    expect(await plant({})).toEqual(['approval-waiting']);
  });

  it('nothing is told that is of no use any more', async () => {
    expect(await plant({ tellAt: world.world.now - EVENT_LIFE_MS - 1 })).toEqual([]);
    expect(untold()).toEqual([]);
  });

  it('nobody is told what they did themselves', async () => {
    expect(await plant({ actor: { role: 'graduate', accountId: TEACHER } })).toEqual([]);
  });
});

describe('of many', () => {
  const plant = async (count: number, more: object = {}) => {
    await submitEmployed(world, GRADUATE);
    const [event] = world.store.all('audits').filter(({ action }) => action === 'submit');
    for (let index = 0; index < count; index += 1) {
      const tellAt = world.world.now - index;
      world.store.plant('audits', { ...event!, _id: `a-${index}`, tellAt, ...more });
    }
  };

  it('all are told, also where one look is not enough', async () => {
    await plant(PAGING.untold + 1);
    expect(await tellDue(world.ports)).toEqual({ told: PAGING.untold + 1, nextAt: Infinity });
    expect(untold()).toEqual([]);
  });

  it('the one whose record is gone is told to nobody, and comes up no more', async () => {
    await plant(1, { subjectId: 't-gone' });
    const before = world.store.all('notices');
    expect(await tellDue(world.ports)).toMatchObject({ told: 1 });
    expect(world.store.all('notices')).toEqual(before);
    expect(untold()).toEqual([]);
  });

  it('the one whose record nobody can read waits an hour, and stops no other', async () => {
    await plant(1);
    const [transfer] = world.store.all('transfers');
    const [event] = untold();
    world.store.plant('transfers', { ...transfer!, _id: 't-broken', state: 'of a later release' });
    world.store.plant('audits', { ...event!, _id: 'a-broken', subjectId: 't-broken' });
    await tellDue(world.ports);
    expect(untold()).toMatchObject([{ _id: 'a-broken', tellAt: world.world.now + 3_600_000 }]);
  });
});

it('an approval is held as long as it can be taken back', async () => {
  const { id: transferId, version } = await submitEmployed(world, GRADUATE);
  const approval = { transferId, version, decision: 'approve', seenOnSystem: false } as const;
  dataOf(await world.call(TEACHER, 'teacher', 'decide', approval));
  const approved = () => world.store.all('notices').filter(({ kind }) => kind === 'approved');
  const heldUntil = world.world.now + UNDO_APPROVAL_MS;
  expect(approved()).toEqual([]);
  expect(await tellDue(world.ports)).toEqual({ told: 0, nextAt: heldUntil });
  world.world.now = heldUntil;
  await tellDue(world.ports);
  expect(approved()).toMatchObject([{ accountId: GRADUATE, dueAt: heldUntil }]);
});
