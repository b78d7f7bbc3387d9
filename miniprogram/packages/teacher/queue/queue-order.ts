/** The decisions of the last shown queue, in its order, so that one leads to the next without going back. */
let order: readonly string[] = [];

export interface Place {
  /** Counted from 1; 0 when the item is not part of the order, e.g. opened from a notification. */
  readonly number: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export const rememberOrder = (ids: readonly string[]): void => {
  order = [...ids];
};

export const placeOf = (id: string): Place => {
  const at = order.indexOf(id);
  const beside = (step: number): string | null => (at < 0 ? null : (order[at + step] ?? null));
  return { number: at + 1, total: order.length, previous: beside(-1), next: beside(1) };
};
