/** Who acts. */

/** `system` is the timer; it has no person behind it. */
export const ROLES = ['graduate', 'secretary', 'teacher', 'committee'] as const;

export type Role = (typeof ROLES)[number];

export type Actor = Role | 'system';
