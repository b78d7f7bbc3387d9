/** States that code treats alike. */
import type { TransferState } from './states';
import type { StateOrNone } from './transitions';

/** States in which the receiver's clock runs. */
export const CLOCK_STATES: readonly TransferState[] = ['submitted', 'approved'];

/** States in which its deadline still matters: also once it has passed, until somebody says what 智慧团建 shows. */
const DEADLINE_STATES: readonly TransferState[] = [...CLOCK_STATES, 'timedOut'];

const isIn = (states: readonly TransferState[], state: StateOrNone): boolean =>
  states.some((each) => each === state);

export const isClockRunning = (state: StateOrNone): boolean => isIn(CLOCK_STATES, state);
export const hasDeadline = (state: StateOrNone): boolean => isIn(DEADLINE_STATES, state);

/** States in which nothing is under way, so the season's own deadline is what matters. */
export const IDLE_STATES: readonly StateOrNone[] = [
  'none',
  'draft',
  'returned',
  'refused',
  'lapsed',
  'withdrawn',
];
