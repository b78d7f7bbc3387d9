/** Offices that begin or end with a line of the roster, in the audit: whoever changes the line gives or ends a right. */
import { putAudit, type AuditEntry } from '../events/audit';
import type { Transaction } from '../store/ports';
import type { Member, RosterRun } from '../store/records';

type Line = Pick<Member, 'isSecretary' | 'branchId'>;

/** Who changed it, and when. */
export type Deed = Pick<AuditEntry, 'actor' | 'at' | 'facts'>;

/** An office in another branch is another office. */
const changesOf = (before: Line | undefined, after: Line): ('remove-secretary' | 'assign-secretary')[] => {
  const had = before?.isSecretary ?? false;
  const stays = had && after.isSecretary && before?.branchId === after.branchId;
  if (stays) return [];
  return [
    ...(had ? (['remove-secretary'] as const) : []),
    ...(after.isSecretary ? (['assign-secretary'] as const) : []),
  ];
};

/** @param before nothing for somebody who is new */
export const officeEntries = (before: Line | undefined, after: Member, deed: Deed): AuditEntry[] =>
  changesOf(before, after).map((action) => ({ subjectId: after._id, key: after.version, action, ...deed }));

/** To be called in the transaction that writes the line; an action whose own entry says it is left out. */
export const auditOffices = (
  tx: Transaction,
  before: Line | undefined,
  after: Member,
  { own, ...deed }: Deed & { readonly own?: AuditEntry['action'] },
): void => {
  for (const entry of officeEntries(before, after, deed)) if (entry.action !== own) putAudit(tx, entry);
};

/** A roster's: in the name of whoever let it be written. */
export const deedOf = ({ appliedBy, appliedAs = 'teacher' }: RosterRun, at: number): Deed => ({
  actor: appliedBy === null ? { role: 'system', accountId: null } : { role: appliedAs, accountId: appliedBy },
  at,
  facts: { byRoster: true },
});
