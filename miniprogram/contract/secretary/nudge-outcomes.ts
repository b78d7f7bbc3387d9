/**
 * What a nudge came to. no-credit: in the inbox only; today: nudged already today; waiting-code: it is the
 * secretary's or the teacher's turn; nothing-to-do: done, or waiting for the college.
 */
export const NUDGE_OUTCOMES = [
  'nudged',
  'no-credit',
  'today',
  'not-bound',
  'waiting-code',
  'nothing-to-do',
] as const;
