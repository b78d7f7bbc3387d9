import { ok } from '../../miniprogram/domain/errors';
import { putAudit } from '../_shared/audit';
import type { UseCase } from '../_shared/entry';
import { recountCollege } from '../_shared/figures/recount';
import { actingAs, type CollegeCaller } from '../_shared/identity';
import { currentSeason } from '../_shared/season';
import { collegesFor } from './scope';

/** Puts the board's counters right after a repair of the data by hand. */
export const recountBoard: UseCase<'teacher', 'recountBoard', CollegeCaller> = async (
  ports,
  { caller, request: { collegeId } },
) => {
  const [colleges, season] = await Promise.all([collegesFor(ports, caller, collegeId), currentSeason(ports)]);
  if (!colleges.ok) return colleges;
  let transfers = 0;
  let repaired = 0;
  for (const { _id } of colleges.data) {
    const done = await recountCollege(ports, _id, season.id);
    if (!done.ok) return done;
    transfers += done.data.transfers;
    repaired += done.data.repaired;
  }
  const at = ports.clock.now();
  const actor = actingAs(caller.account, caller.role);
  const audited = await ports.store.transact(async (tx) => {
    const subjectId = collegeId ?? caller.scopeId;
    putAudit(tx, { subjectId, key: at, action: 'recount-board', actor, at, facts: { transfers, repaired } });
    return ok(undefined);
  });
  return audited.ok ? ok({ transfers, repaired }) : audited;
};
