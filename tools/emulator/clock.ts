import type { Clock } from './types';

/** Real time plus an offset in milliseconds that the desk and tests may move. */
export interface AdjustableClock extends Clock {
  readonly offset: number;
  setOffset(offset: number): void;
}

/** Starts at `offset`; `onChange` hears every new offset (to store and to broadcast it). */
export function openClock(offset: number, onChange: (offset: number) => void): AdjustableClock {
  let current = offset;
  return {
    now: () => Date.now() + current,
    get offset() {
      return current;
    },
    setOffset(next) {
      current = next;
      onChange(next);
    },
  };
}
