/** People gone through one after another: one leads to the next without going back to the list. */
type Round = 'decisions' | 'approvals' | 'records';

/** Of the list that was shown last, in its order. */
const rounds = new Map<Round, readonly string[]>();

export interface Place {
  /** Counted from 1; 0 when the item is not part of the round, e.g. opened from a notification. */
  readonly number: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export const rememberRound = (round: Round, ids: readonly string[]): void => {
  rounds.set(round, [...ids]);
};

/** Whom to begin with; null where nobody is left. */
export const firstOfRound = (round: Round): string | null => rounds.get(round)?.[0] ?? null;

export const placeInRound = (round: Round, id: string): Place => {
  const order = rounds.get(round) ?? [];
  const at = order.indexOf(id);
  const beside = (step: number): string | null => (at < 0 ? null : (order[at + step] ?? null));
  return { number: at + 1, total: order.length, previous: beside(-1), next: beside(1) };
};
