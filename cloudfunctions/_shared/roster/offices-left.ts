/**
 * What waits for a secretary after a roster has changed branches and offices. Looked at once, when the writing ends: a
 * later part of the same file may name somebody in the place of whom an earlier one moves away.
 */
import { endForParted, handOverOffice } from '../people/hand-over-office';
import { isUntouched } from '../people/own-records';
import type { Ports } from '../platform/ports';
import { branchesOf, placeNamed } from '../store/branches';
import type { Member, RosterPart, RosterRun } from '../store/records';
import { handOverStrays } from '../transfers/hand-over-approvals';

/** More than the largest file has. */
const MOST_PARTS = 1000;

/** Names of the branches in which the part ends the office of a secretary; nothing where it ends none. */
export const officesLeft = ({ rows }: Pick<RosterPart, 'rows'>): Pick<RosterPart, 'officesLeft'> => {
  const names = rows.flatMap((row) => {
    if (row.kind !== 'updated' || !row.before.isSecretary) return [];
    const stays = row.after.isSecretary && row.after.branchName === row.before.branchName;
    return stays ? [] : [row.before.branchName];
  });
  return names.length > 0 ? { officesLeft: [...new Set(names)] } : {};
};

/** People whom the part parts from a secretary, or from an office. Nobody was told anything of who is untouched. */
export const partings = (
  stored: readonly Member[],
  planned: readonly Member[],
): Pick<RosterPart, 'parted'> => {
  const lines = new Map(planned.map((line) => [line._id, line]));
  const parted = stored.filter((before) => {
    const after = lines.get(before._id) ?? before;
    const isElsewhere = before.branchId !== after.branchId;
    return !isUntouched(before) && (isElsewhere || (before.isSecretary && !after.isSecretary));
  });
  return parted.length > 0 ? { parted: parted.map(({ _id }) => _id) } : {};
};

/** To be called once all parts are written, or no more of them will be; safe to repeat. */
export const handOverAfterRun = async (
  ports: Ports,
  { _id: runId, collegeId, updated }: Pick<RosterRun, '_id' | 'collegeId' | 'updated'>,
): Promise<void> => {
  // Whoever is new has nothing under way and had no office.
  if (updated === 0) return;
  const parts = await ports.store.find('rosterParts', {
    where: { runId, state: 'done' },
    orderBy: ['index', 'asc'],
    limit: MOST_PARTS,
  });
  const names = parts.flatMap((part) => part.officesLeft ?? []);
  if (names.length > 0) {
    const branches = await branchesOf(ports, collegeId);
    const left = branches.filter((branch) => names.some((name) => placeNamed([branch], name)));
    for (const { _id } of left) await handOverOffice(ports, _id, []);
  }
  await handOverStrays(ports, { collegeId });
  await endForParted(
    ports,
    parts.flatMap(({ parted }) => parted ?? []),
  );
};
