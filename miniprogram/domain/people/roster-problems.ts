/** Why a cell cannot be taken. */
export const ROSTER_PROBLEMS = [
  'missing',
  'malformed',
  'unknown-column',
  'missing-column',
  'duplicate-column',
  'tables-beside',
  'id-card',
  'formula',
  'duplicate',
  'other-college',
  'text-rejected',
  'lost-character',
  'shortened-number',
  'swapped-columns',
  'number-short',
  'number-odd',
  'odd-name',
  'odd-branch',
  'same-person',
] as const;
export type RosterProblem = (typeof ROSTER_PROBLEMS)[number];
