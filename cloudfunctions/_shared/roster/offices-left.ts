/** Secretaries a roster moves away or whose office it ends: what waited for them goes to whoever answers there now. */
import { handOverOffice } from '../people/hand-over-office';
import type { Ports } from '../platform/ports';
import { branchesOf, placeNamed } from '../store/branches';
import type { RosterPart, RosterRun } from '../store/records';

/**
 * Names of the branches whose office somebody of the part leaves. By its rows, not by who stands on the roster: they say
 * so also once the part is written.
 */
const namesLeft = ({ rows }: RosterPart): string[] =>
  rows.flatMap((row) => {
    if (row.kind !== 'updated' || !row.before.isSecretary) return [];
    const stays = row.after.isSecretary && row.after.branchName === row.before.branchName;
    return stays ? [] : [row.before.branchName];
  });

export const leavesOffices = (part: RosterPart): boolean => namesLeft(part).length > 0;

/** To be called once the part's people are written and before its rows are let go of; safe to repeat. */
export const handOverLeft = async (
  ports: Ports,
  { collegeId }: Pick<RosterRun, 'collegeId'>,
  part: RosterPart,
): Promise<void> => {
  const names = namesLeft(part);
  if (names.length === 0) return;
  const branches = await branchesOf(ports, collegeId);
  const left = branches.filter((branch) => names.some((name) => placeNamed([branch], name)));
  for (const { _id } of left) await handOverOffice(ports, _id);
};
