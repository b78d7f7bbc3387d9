import { isUnderWay, notSubmitted, stateFigures } from '../../../../miniprogram/domain/people/figures';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';

/** Each state with another count, so that no two sums are alike: 1, 2, 4 … by their order. */
const COUNTS = TRANSFER_STATES.map((state, index) => ({ state, count: 2 ** index }));
const sumOf = (...states: readonly (typeof TRANSFER_STATES)[number][]): number =>
  COUNTS.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

test('every state is counted where it stands', () => {
  expect(stateFigures(COUNTS)).toEqual({
    started: sumOf(...TRANSFER_STATES),
    underWay: sumOf(...TRANSFER_STATES.filter(isUnderWay)),
    withCollege: sumOf('submitted', 'registered'),
    withReceiver: sumOf('approved'),
    stuck: sumOf('returned', 'refused', 'timedOut', 'lapsed'),
    transferred: sumOf('accepted', 'recorded', 'completed'),
  });
  expect(Object.values(stateFigures([]))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('under way is who has chosen and not arrived; what was taken back is as if never begun', () => {
  expect(TRANSFER_STATES.filter((state) => !isUnderWay(state)).sort()).toEqual([
    'accepted',
    'completed',
    'recorded',
    'withdrawn',
  ]);
});

test('with those who handed nothing in, the parts are all members', () => {
  const parts = { withCollege: 4, withReceiver: 3, stuck: 2, transferred: 1 };
  expect(notSubmitted(15, parts)).toBe(5);
});
