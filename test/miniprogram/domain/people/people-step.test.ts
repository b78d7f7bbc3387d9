import {
  ARRIVED_STATES,
  STEP_OF_STATE,
  STUCK_STATES,
  stepOfPerson,
} from '../../../../miniprogram/domain/people/people-step';
import { TRANSFER_STATES, type TransferState } from '../../../../miniprogram/domain/transfer/states';

test.each([
  ['has not signed in', false, false, 'bind'],
  ['has not signed in, though their login is known', false, true, 'bind'],
  ['is signed in', true, false, 'login'],
  ['can log in to 智慧团建', true, true, 'choose'],
])('who %s and has chosen nothing stands there', (_case, bound, loginConfirmed, step) => {
  expect(stepOfPerson({ bound, loginConfirmed, state: null })).toBe(step);
});

test.each(TRANSFER_STATES)(
  'whose transfer is %s stands where it stands, recorded for them or not',
  (state) => {
    expect(stepOfPerson({ bound: false, loginConfirmed: false, state })).toBe(STEP_OF_STATE[state]);
  },
);

test.each([
  ['choose', ['withdrawn']],
  ['fill', ['planned', 'draft']],
  ['college', ['submitted', 'returned', 'registered']],
  ['receiver', ['approved', 'refused', 'timedOut', 'lapsed']],
  ['card', ['accepted']],
  ['done', ['recorded', 'completed']],
] as const)('at %s are those in %j', (step, states: readonly TransferState[]) => {
  expect(TRANSFER_STATES.filter((state) => STEP_OF_STATE[state] === step).sort()).toEqual([...states].sort());
});

test('nobody is counted as arrived and as stuck', () => {
  expect(ARRIVED_STATES).toEqual(['accepted', 'recorded', 'completed']);
  expect(STUCK_STATES).toEqual(['returned', 'refused', 'timedOut', 'lapsed']);
});
