import { ok } from '../../../miniprogram/domain/errors';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { putAudit } from '../../_shared/events/audit';
import { actingAs } from '../../_shared/kernel/actor';
import type { Ports } from '../../_shared/platform/ports';
import type { Reconcile } from '../../_shared/store/records';
import { RECONCILE } from './limits';
import { partsOfKind } from './parts';
import { answer, reconcileNamed, reconcileWithin } from './run-view';
import { beginWith } from './way-of-others';
import { settleRow, writePart } from './write-part';

const auditRun = (
  { store, clock }: Ports,
  { account, role }: CollegeCaller,
  run: Reconcile,
  facts: { readonly rows: string; readonly written: number },
) =>
  store.transact(async (tx) => {
    const now = clock.now();
    await tx.get('reconciles', run._id);
    const actor = actingAs(account, role);
    putAudit(tx, {
      subjectId: run.collegeId,
      key: `${run._id}:${now}`,
      action: 'reconcile',
      actor,
      at: now,
      facts,
    });
    return ok(undefined);
  });

/** Writes down what the list says, person by person; what does not fit into one call is written by the next. */
export const reconcileSettle: EarlyReader<'teacher', 'reconcileSettle', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId, kind, memberIds, way } }, named) => {
    const stopAt = ports.clock.now() + RECONCILE.budgetMs;
    const found = reconcileWithin(ports, caller, named);
    if (!found.ok) return found;
    const actor = actingAs(caller.account, caller.role);
    const begin = await beginWith(ports, caller, { collegeId: found.data.collegeId, way });
    if (!begin.ok) return begin;
    const settle = settleRow(kind, actor, begin.data);
    let run = found.data;
    let total = 0;
    for (const part of await partsOfKind(ports, runId, kind)) {
      if (ports.clock.now() >= stopAt) break;
      const rows = part.findings.filter(
        ({ status, transferId, memberId }) =>
          status === 'open' &&
          (transferId !== null || way !== undefined) &&
          (memberIds?.includes(memberId) ?? true),
      );
      if (rows.length === 0) continue;
      const written = await writePart(ports, part, rows, settle);
      if (!written.ok) return written;
      run = written.data.run ?? run;
      total += written.data.written;
    }
    if (total > 0) {
      const audited = await auditRun(ports, caller, run, { rows: kind, written: total });
      if (!audited.ok) return audited;
    }
    return answer(ports, run);
  },
);
