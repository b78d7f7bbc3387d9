/** When a request counts as expired, wherever it is read, and who is named as its teacher. */
import { teacherHandler } from '../../../../cloudfunctions/_shared/resets/escalate';
import { hasExpired, toResetView } from '../../../../cloudfunctions/_shared/resets/view';
import type { ResetRequest } from '../../../../cloudfunctions/_shared/store/records';
import type { ResetState } from '../../../../miniprogram/domain/transfer/reset-states';
import { GRADUATE, openUniversity } from '../../support/people';
import { dataOf } from '../../support/world';

const NOW = Date.UTC(2027, 5, 10, 4);

let request: ResetRequest;
beforeAll(async () => {
  const { world } = await openUniversity();
  dataOf(await world.call(GRADUATE, 'graduate', 'requestResetCode', {}));
  const [stored] = world.store.all('resetRequests');
  if (!stored) throw new Error('the request was not stored');
  request = stored;
});

it.each<[ResetState, number | null, boolean]>([
  ['waiting', null, false],
  ['issued', NOW + 1, false],
  ['issued', NOW, true],
  ['issued', NOW - 1, true],
  ['expired', NOW - 1, true],
  // Whoever has seen the code in time may say later whether it worked.
  ['revealed', NOW - 1, false],
  ['solved', NOW - 1, false],
  ['failed', NOW - 1, false],
])('one that is %s with its end at %s has expired: %s', (state, expiresAt, isExpired) => {
  const one = { ...request, state, expiresAt };
  expect(hasExpired(one, NOW)).toBe(isExpired);
  expect(toResetView(one, NOW).state).toBe(isExpired ? 'expired' : state);
});

it('names the office where a college has no teacher yet', () => {
  expect(teacherHandler(undefined)).toEqual({ role: 'teacher', name: '学院团委老师' });
});
