/** A relation that stays at the school for a while: how long, and how the college stays in touch. */
export interface KeepingKind {
  readonly id: string;
  readonly label: string;
  /** Usual months; null where the source names no end. */
  readonly months: number | null;
  /** At most so many; null where the source names no end. */
  readonly mostMonths: number | null;
  /** After how many months the college asks how things are. */
  readonly followUpMonths: readonly number[];
  readonly source: string;
}
