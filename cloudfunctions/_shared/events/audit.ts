import { auditKindOf, type AuditAction } from '../../../miniprogram/domain/people/audit';
import type { ActingPerson } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import { auditOrderOf, memberOfSubject } from '../store/record-ids';
import type { RecordOf } from '../store/records';

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

const toRecord = ({ subjectId, key, action, actor, at, facts }: AuditEntry): RecordOf<'audits'> => {
  const _id = `${subjectId}:${key}:${action}`;
  return {
    _id,
    recordVersion: 2,
    at,
    order: auditOrderOf(at, _id),
    kind: auditKindOf(action),
    subjectId,
    memberId: memberOfSubject(subjectId),
    action,
    actor: { role: actor.role, accountId: actor.accountId },
    facts: facts ?? {},
  };
};

/** Entries of looks, which change nothing else: in one request before what was asked for is answered. */
export const auditLooks = async (
  { store }: Pick<Ports, 'store'>,
  entries: readonly AuditEntry[],
): Promise<void> => {
  if (entries.length > 0) await store.insertMissing('audits', entries.map(toRecord));
};

/** Binds the entry to the transaction of what it tells about; a rerun writes the same one. */
export const putAudit = (tx: Transaction, entry: AuditEntry): void => tx.append('audits', toRecord(entry));
