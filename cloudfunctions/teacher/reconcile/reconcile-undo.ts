import { SETTLED_KINDS } from '../../../miniprogram/domain/people/reconcile/findings';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { actingAs } from '../../_shared/kernel/actor';
import { RECONCILE } from './limits';
import { partsOfKind } from './parts';
import { answer, reconcileNamed, reconcileWithin } from './run-view';
import { undoRow, writePart } from './write-part';

/** Takes back what was written down today, where nothing has happened since. Called again it goes on. */
export const reconcileUndo: EarlyReader<'teacher', 'reconcileUndo', CollegeCaller> = readingEarly(
  reconcileNamed,
  async (ports, { caller, request: { runId, memberIds } }, named) => {
    const stopAt = ports.clock.now() + RECONCILE.budgetMs;
    const found = reconcileWithin(ports, caller, named);
    if (!found.ok) return found;
    const undo = undoRow(actingAs(caller.account, caller.role));
    const parts = (await Promise.all(SETTLED_KINDS.map((kind) => partsOfKind(ports, runId, kind)))).flat();
    let run = found.data;
    for (const part of parts) {
      if (ports.clock.now() >= stopAt) break;
      const rows = part.findings.filter(
        ({ status, memberId }) => status === 'done' && (memberIds?.includes(memberId) ?? true),
      );
      if (rows.length === 0) continue;
      const written = await writePart(ports, part, rows, undo);
      if (!written.ok) return written;
      run = written.data.run ?? run;
    }
    return answer(ports, run);
  },
);
