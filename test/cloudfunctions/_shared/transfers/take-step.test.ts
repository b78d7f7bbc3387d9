import { takeOwnStep, takeStep } from '../../../../cloudfunctions/_shared/transfers/take-step';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import { UNDO_APPROVAL_MS } from '../../../../miniprogram/domain/transfer/approving';
import type { Store } from '../../../../cloudfunctions/_shared/store/ports';
import {
  ADMIN,
  choose,
  CLASSMATE,
  employedSubmission,
  openUniversity,
  OTHER_SECRETARY,
  submitEmployed,
  TEACHER,
} from '../../support/people';
import { dataOf, errorOf, type World } from '../../support/world';

const TEACHER_ACTS = { role: 'teacher', name: '王芳', accountId: 'oTeacher' } as const;

it('sends nothing of what a rival has told of meanwhile', async () => {
  const { world } = await openUniversity();
  const { id, version } = await choose(world, CLASSMATE);
  const submission = await employedSubmission(world, CLASSMATE, version);
  const seen = world.store.all('transfers').find(({ _id }) => _id === id);
  if (!seen) throw new Error('the chosen way was not stored');

  const submitFirst: Store['transact'] = async (work) => {
    dataOf(await world.call(CLASSMATE, 'graduate', 'submit', submission));
    return world.store.transact(work);
  };
  const ports: Ports = { ...world.ports, store: { ...world.store, transact: submitFirst } };
  const accepted = await takeStep(ports, seen, { step: 'report-accepted', actor: TEACHER_ACTS });

  expect(dataOf(accepted).state).toBe('accepted');
  world.world.now += UNDO_APPROVAL_MS;
  await world.tick();
  const told = world.store
    .all('notices')
    .filter(({ aboutId, status }) => aboutId === seen.memberId && status !== 'cancelled');
  expect(told.map(({ kind }) => kind)).toEqual(['accepted']);
});

it('wakes the timer for what somebody is told of, and not for a choice that nobody hears of', async () => {
  const { world } = await openUniversity();
  await world.tick();
  const wakes = () => world.store.all('wake')[0]?.version ?? 0;
  const asleep = wakes();
  const { version } = await choose(world, CLASSMATE);
  expect(wakes()).toBe(asleep);
  const submission = await employedSubmission(world, CLASSMATE, version);
  dataOf(await world.call(CLASSMATE, 'graduate', 'submit', submission));
  expect(wakes()).toBeGreaterThan(asleep);
});

/** The ports of somebody whose transaction begins after what happened meanwhile. */
const after = (world: World, meanwhile: () => Promise<unknown>): Ports => ({
  ...world.ports,
  store: {
    ...world.store,
    transact: async (work) => {
      await meanwhile();
      return world.store.transact(work);
    },
  },
});

it('says of a transfer that is gone by now that it is not there', async () => {
  const { world } = await openUniversity();
  const { id } = await choose(world, CLASSMATE);
  const seen = world.store.all('transfers').find(({ _id }) => _id === id);
  if (!seen) throw new Error('the chosen way was not stored');
  const ports = after(world, () => world.store.removeAll('transfers', [id]));
  const step = { step: 'confirm-arrived', actor: TEACHER_ACTS } as const;
  expect(errorOf(await takeStep(ports, seen, step))).toBe('NOT_FOUND');
});

it('says to whoever has none, or has none any more, that there is no such step', async () => {
  const { world } = await openUniversity();
  const me = () => world.store.all('members').find(({ accountId }) => accountId === CLASSMATE)!;
  const step = { step: 'withdraw', actor: { role: 'graduate', name: '陈晨', accountId: CLASSMATE } } as const;
  expect(errorOf(await takeOwnStep(world.ports, me(), () => step))).toBe('TRANSFER_ILLEGAL_STEP');
  const { id } = await choose(world, CLASSMATE);
  const ports = after(world, () => world.store.removeAll('transfers', [id]));
  expect(errorOf(await takeOwnStep(ports, me(), () => step))).toBe('TRANSFER_ILLEGAL_STEP');
});

it('asks the secretary of the branch somebody has been moved to meanwhile', async () => {
  const { world } = await openUniversity();
  const choices = [{ setting: 'approvals', option: 'secretary-first' }];
  const season = { id: '2027', name: '2027届', rulebookId: 'national-2022', choices } as const;
  dataOf(await world.call(ADMIN, 'teacher', 'openSeason', { ...season, choices: [...choices] }));
  const { id } = await submitEmployed(world, CLASSMATE);
  const seen = world.store.all('transfers').find(({ _id }) => _id === id);
  const branchId = world.store.all('branches').find(({ name }) => name === '机械2301团支部')?._id ?? '';
  if (!seen) throw new Error('nothing was handed in');
  const moved = { memberId: seen.memberId, branchId };
  const ports = after(world, () => world.call(TEACHER, 'teacher', 'transferMember', moved));
  dataOf(
    await takeStep(ports, seen, {
      step: 'hurry',
      actor: { role: 'graduate', name: '陈晨', accountId: CLASSMATE },
    }),
  );
  const asked = world.store.all('notices').filter(({ kind }) => kind === 'approval-asked');
  expect(asked.map(({ accountId }) => accountId)).toEqual([OTHER_SECRETARY]);
});
