/** Where a graduate's transfer stands, as a closed list: identical in code, stored records and wording tables. */
export const TRANSFER_STATES = [
  'planned',
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'timedOut',
  'lapsed',
  'accepted',
  'registered',
  'recorded',
  'withdrawn',
  'completed',
] as const;

export type TransferState = (typeof TRANSFER_STATES)[number];
