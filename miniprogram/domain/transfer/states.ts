/** Where a transfer stands and what moves it, as closed lists: identical in code, stored records and wording tables. */

/** Where a graduate's transfer stands. */
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

/** What moves a transfer from one state to another. */
export const TRANSFER_STEPS = [
  'choose-way',
  'begin',
  'submit',
  'register',
  'hurry',
  'approve',
  'undo-approve',
  'return',
  'report-accepted',
  'report-refused',
  'report-returned',
  'confirm-arrived',
  'confirm-here',
  'undo-evidence',
  'withdraw',
  'change-situation',
  'time-out',
  'record',
  'end-keeping',
  'tick',
  'untick',
  'complete',
  'reopen',
] as const;

export type TransferStep = (typeof TRANSFER_STEPS)[number];
