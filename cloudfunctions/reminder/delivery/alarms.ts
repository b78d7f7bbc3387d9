import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../../_shared/ports';
import type { Judged } from './settle-notices';

interface Fault {
  readonly kind: string;
  readonly code: number;
  readonly field: string | null;
  readonly count: number;
}

const faultsIn = (judged: readonly Judged[]): Map<string, Fault> => {
  const faults = new Map<string, Fault>();
  for (const { notice, verdict } of judged) {
    if (verdict.kind !== 'invalid') continue;
    const field = verdict.field ?? null;
    const id = `notice-${notice.kind}-${verdict.code}-${field ?? 'none'}`;
    const count = (faults.get(id)?.count ?? 0) + 1;
    faults.set(id, { kind: notice.kind, code: verdict.code, field, count });
  }
  return faults;
};

/** Notes every fault of ours that WeChat refused: one record for each kind of notice and field. */
export const raiseAlarms = async (ports: Ports, judged: readonly Judged[]): Promise<void> => {
  for (const [id, { kind, code, field, count }] of faultsIn(judged)) {
    ports.log('notice-invalid', { kind, code, field: field ?? 'none', count });
    await ports.store.transact(async (tx) => {
      const before = await tx.get('alarms', id);
      const now = ports.clock.now();
      tx.put('alarms', {
        _id: id,
        recordVersion: 1,
        kind,
        code,
        field,
        count: (before?.count ?? 0) + count,
        firstAt: before?.firstAt ?? now,
        lastAt: now,
      });
      return ok(undefined);
    });
  }
};
