/** WeChat's pairs of `onX` and `offX`. */

type Listen<T> = (listener: (value: T) => void) => () => void;

/** WeChat's pair of `onX(listener)` and `offX(listener?)` over a subscription that answers how to stop. */
export function listenerPair<T>(listen: Listen<T>): {
  on(run: (value: T) => void): void;
  off(run?: (value: T) => void): void;
} {
  const stops = new Map<(value: T) => void, () => void>();
  const drop = (run: (value: T) => void) => {
    stops.get(run)?.();
    stops.delete(run);
  };
  return {
    on: (run) => void stops.set(run, listen(run)),
    off: (run) => (run ? [run] : [...stops.keys()]).forEach(drop),
  };
}
