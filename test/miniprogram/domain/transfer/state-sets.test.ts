import {
  CLOCK_STATES,
  hasDeadline,
  IDLE_STATES,
  isClockRunning,
} from '../../../../miniprogram/domain/transfer/state-sets';
import { TRANSFER_STATES } from '../../../../miniprogram/domain/transfer/states';

const ALL = ['none', ...TRANSFER_STATES] as const;

test('the receiver’s clock runs from handing in until an answer, its deadline counts until somebody has looked', () => {
  expect(CLOCK_STATES).toEqual(['submitted', 'approved']);
  expect(ALL.filter(isClockRunning)).toEqual(['submitted', 'approved']);
  expect(ALL.filter(hasDeadline)).toEqual(['submitted', 'approved', 'timedOut']);
});

test('the season’s deadline counts where nothing is under way', () => {
  expect(ALL.filter((state) => IDLE_STATES.includes(state))).toEqual([
    'none',
    'draft',
    'returned',
    'refused',
    'lapsed',
    'withdrawn',
  ]);
});
