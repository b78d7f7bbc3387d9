import { auditKindOf, type AuditAction } from '../../../miniprogram/domain/people/audit';
import type { ActingPerson } from '../kernel/actor';
import type { Store, Transaction } from '../store/ports';
import { auditOrderOf, memberOfSubject } from '../store/record-ids';
import type { Event, RecordOf } from '../store/records';

export interface AuditEntry {
  readonly subjectId: string;
  /** Makes the entry's id with the subject: the version the step led to, or what else is unique. */
  readonly key: string | number;
  readonly action: AuditAction;
  readonly actor: Pick<ActingPerson, 'accountId'> & { readonly role: RecordOf<'audits'>['actor']['role'] };
  readonly at: number;
  /** Codes, numbers and states; never names or what people typed. */
  readonly facts?: RecordOf<'audits'>['facts'];
}

/** Key of a look at something: two people who look at the same moment leave two entries. */
export const readKey = (accountId: string, at: number): string => `${at}:${accountId}`;

const toRecord = ({ subjectId, key, action, actor, at, facts }: AuditEntry, tellAt: number | null): Event => {
  const _id = `${subjectId}:${key}:${action}`;
  return {
    _id,
    recordVersion: 3,
    at,
    order: auditOrderOf(at, _id),
    kind: auditKindOf(action),
    subjectId,
    memberId: memberOfSubject(subjectId),
    action,
    actor: { role: actor.role, accountId: actor.accountId },
    facts: facts ?? {},
    tellAt,
  };
};

/** Entries of looks, which change nothing else: in one request before what was asked for is answered. */
export const auditLooks = async (
  { store }: { readonly store: Store },
  entries: readonly AuditEntry[],
): Promise<void> => {
  const records = entries.map((entry) => toRecord(entry, null));
  if (records.length > 0) await store.insertMissing('audits', records);
};

/**
 * Writes what happened in the transaction that made it happen; a rerun writes the same.
 * @param tellAt epoch ms from which it is to be told; null where nobody is told
 */
export const putEvent = (tx: Transaction, entry: AuditEntry, tellAt: number | null): Event => {
  const event = toRecord(entry, tellAt);
  tx.put('audits', event);
  return event;
};

/** The same for what nobody is told of. */
export const putAudit = (tx: Transaction, entry: AuditEntry): void => void putEvent(tx, entry, null);
