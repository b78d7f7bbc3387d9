import { takeStep } from '../../../../cloudfunctions/_shared/transfers/take-step';
import type { Ports } from '../../../../cloudfunctions/_shared/platform/ports';
import type { Store } from '../../../../cloudfunctions/_shared/store/ports';
import { choose, CLASSMATE, employedSubmission, openUniversity } from '../../support/people';
import { dataOf } from '../../support/world';

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
  await world.tick();
  const told = world.store
    .all('notices')
    .filter(({ aboutId, status }) => aboutId === seen.memberId && status !== 'cancelled');
  expect(told.map(({ kind }) => kind)).toEqual(['accepted']);
});
