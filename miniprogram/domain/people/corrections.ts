/** What the college or the committee puts right on the roster by hand, and can take back for a day. */
export const CORRECTION_KINDS = [
  'correct-member',
  'remove-member',
  'merge-members',
  'rename-branch',
  'merge-branch',
  'remove-branch',
  'rename-college',
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
