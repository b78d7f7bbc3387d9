/** What waits for a college, in the order its desk counts them. */
export const QUEUE_KINDS = [
  'approval',
  'registration',
  'refusal',
  'timeout',
  'code',
  'paper',
  'overAge',
] as const;

/** What of it is a transfer; the others wait for a code, or are people over age. */
export const DESK_KINDS = [
  'approval',
  'registration',
  'refusal',
  'timeout',
  'paper',
] as const satisfies readonly (typeof QUEUE_KINDS)[number][];
export type DeskKind = (typeof DESK_KINDS)[number];

export type QueueKind = (typeof QUEUE_KINDS)[number];
