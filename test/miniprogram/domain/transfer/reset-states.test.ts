import {
  isUnanswered,
  RESET_STATES,
  resetStateAt,
  type ResetState,
} from '../../../../miniprogram/domain/transfer/reset-states';

const NOW = Date.UTC(2027, 5, 10, 4);
const UNTIMED = { escalatesAt: null, expiresAt: null };

it.each<[ResetState, number, ResetState]>([
  ['waiting', NOW + 1, 'waiting'],
  ['waiting', NOW, 'escalated'],
  ['waiting', NOW - 1, 'escalated'],
  ['escalated', NOW - 1, 'escalated'],
  ['closed', NOW - 1, 'closed'],
])('a request that is %s and goes to the teacher at %i is %s', (state, escalatesAt, current) => {
  expect(resetStateAt({ ...UNTIMED, state, escalatesAt }, NOW)).toBe(current);
});

it.each<[ResetState, number, ResetState]>([
  ['issued', NOW + 1, 'issued'],
  ['issued', NOW, 'expired'],
  ['issued', NOW - 1, 'expired'],
  ['expired', NOW - 1, 'expired'],
  // Whoever has seen the code in time may say later whether it worked.
  ['revealed', NOW - 1, 'revealed'],
  ['solved', NOW - 1, 'solved'],
  ['failed', NOW - 1, 'failed'],
])('a request that is %s with a code that ends at %i is %s', (state, expiresAt, current) => {
  expect(resetStateAt({ ...UNTIMED, state, expiresAt }, NOW)).toBe(current);
});

it.each(RESET_STATES)('leaves one that is %s as it is where no hour is named', (state) => {
  expect(resetStateAt({ ...UNTIMED, state }, NOW)).toBe(state);
});

it('waits for an answer until somebody has given the code', () => {
  expect(RESET_STATES.filter(isUnanswered)).toEqual(['waiting', 'escalated']);
});
