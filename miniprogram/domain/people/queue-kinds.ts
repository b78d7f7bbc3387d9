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

export type QueueKind = (typeof QUEUE_KINDS)[number];
