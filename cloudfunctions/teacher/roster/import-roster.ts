import { fail, ok } from '../../../miniprogram/domain/errors';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import type { AuditEntry } from '../../_shared/events/audit';
import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import { actingAs } from '../../_shared/kernel/actor';
import { mayActFor, type CollegeCaller } from '../../_shared/calls/identity';
import { branchesOf } from '../../_shared/store/branches';
import { rosterByNumber } from '../../_shared/people/find-people';
import type { Ports } from '../../_shared/platform/ports';
import type { Branch, College } from '../../_shared/store/records';
import type { CheckedText } from '../../_shared/store/records/text-checked';
import { checkNames } from './check-names';
import { checkRows, type GoodRow } from './check-rows';
import { planImport } from './plan-import';
import { writeImport } from './write-import';

/** The branches of the college that the rows name. */
const namedIn = (branches: readonly Branch[], rows: readonly GoodRow[]): Branch[] => {
  const keys = new Set(rows.map(({ row }) => placeKey(row.branchName)));
  return branches.filter(({ nameKey }) => keys.has(nameKey));
};

const entryFor = (
  { clock }: Ports,
  { account, role }: CollegeCaller,
  college: College,
  facts: CheckedText & { readonly rows: number },
): AuditEntry => {
  const at = clock.now();
  const actor = actingAs(account, role);
  return { subjectId: college._id, key: at, action: 'import-roster', actor, at, facts };
};

/**
 * Adds and updates the people of a college. A dry run only tells what would happen and names every bad value;
 * otherwise one bad value refuses the whole roster with `ROSTER_INVALID`.
 */
export const importRoster: EarlyReader<'teacher', 'importRoster', CollegeCaller> = readingEarly(
  ({ store }, { collegeId }) => store.get('colleges', collegeId),
  async (ports, { caller, request: { rows, dryRun } }, college) => {
    if (!college || !mayActFor(caller, college._id)) return fail('COLLEGE_UNKNOWN', 'collegeId');
    const { good, bad: badRows } = checkRows(rows);
    const [members, branches] = await Promise.all([
      rosterByNumber(
        ports,
        college._id,
        good.map(({ typedNumber }) => typedNumber),
      ),
      branchesOf(ports, college._id),
    ]);
    const planned = planImport(good, college, { members, branches });
    const plan = await checkNames(ports, caller.account._id, good, planned);
    const bad = [...badRows, ...plan.bad].sort((a, b) => a.row - b.row);
    if (!dryRun) {
      if (bad.length > 0) return fail('ROSTER_INVALID', 'rows', { bad: bad.length });
      const written = await writeImport(
        ports,
        college,
        plan,
        entryFor(ports, caller, college, { rows: rows.length, textCheck: plan.textCheck }),
      );
      if (!written.ok) return written;
    }
    const now = dryRun ? branches : await branchesOf(ports, college._id);
    return ok({
      added: plan.added.length,
      updated: plan.updated.length,
      unchanged: plan.unchanged,
      bad,
      branches: namedIn(now, good).map(({ _id: id, name, inviteCode }) => ({ id, name, inviteCode })),
    });
  },
);
