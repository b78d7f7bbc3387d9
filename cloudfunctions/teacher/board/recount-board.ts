import type { Parsed } from '../../../miniprogram/contract';
import { fail, ok } from '../../../miniprogram/domain/errors';
import { putAudit } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { recountCollege } from '../../_shared/transfers/figures/recount';
import { recountHeads } from '../../_shared/transfers/figures/heads';
import { actingAs, ALL_COLLEGES } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { allColleges } from '../../_shared/store/branches';
import type { Ports } from '../../_shared/platform/ports';
import { currentSeason } from '../../_shared/season/season';

/** The season, and the college that is named; for whoever names none all there are. */
const readNamed = async (ports: Ports, { collegeId }: Parsed<'teacher', 'recountBoard'>) => {
  const [season, college, all] = await Promise.all([
    currentSeason(ports),
    collegeId === undefined ? undefined : ports.store.get('colleges', collegeId),
    collegeId === undefined ? allColleges(ports) : [],
  ]);
  return { season, colleges: college ? [college] : all };
};

/** Puts the board's counters right after a repair of the data by hand. */
export const recountBoard: EarlyReader<'teacher', 'recountBoard', CollegeCaller> = readingEarly(
  readNamed,
  async (ports, { caller, request }, { season, colleges }) => {
    const { collegeId = caller.scopeId } = request;
    const isAll = collegeId === ALL_COLLEGES;
    const meant = isAll ? colleges : colleges.filter(({ _id }) => _id === collegeId);
    if (!mayActFor(caller, collegeId) || (!isAll && meant.length === 0))
      return fail('COLLEGE_UNKNOWN', 'collegeId');
    let transfers = 0;
    let repaired = 0;
    for (const college of meant) {
      const done = await recountCollege(ports, college._id, season.id);
      if (!done.ok) return done;
      const { isRepaired } = await recountHeads(ports, college);
      transfers += done.data.transfers;
      repaired += done.data.repaired + (isRepaired ? 1 : 0);
    }
    const at = ports.clock.now();
    const actor = actingAs(caller.account, caller.role);
    const facts = { transfers, repaired };
    const audited = await ports.store.transact(async (tx) => {
      putAudit(tx, { subjectId: collegeId, key: at, action: 'recount-board', actor, at, facts });
      return ok(undefined);
    });
    return audited.ok ? ok({ transfers, repaired }) : audited;
  },
);
