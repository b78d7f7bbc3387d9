/**
 * The lists to hand in. submissions: everybody with a transfer; army, deferred: by way; kept: those who keep their
 * relation, with the parents' contact; overAge: who has reached the age limit; unfinished: whose relation has not
 * arrived yet.
 */
export const EXPORT_KINDS = ['submissions', 'army', 'deferred', 'kept', 'overAge', 'unfinished'] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];
