/**
 * Who is on a college's roster, as a search looks through it: ids and keys, kept in a warm instance until the roster has
 * another version, and for ten minutes at most. So that a search of everybody reads nobody but those it shows.
 */
import type { Findable } from '../../../miniprogram/domain/people/find';
import { placeKey } from '../../../miniprogram/domain/text/keys';
import { DIRECTORY } from '../../_shared/kernel/policy';
import { membersOfCollege } from '../../_shared/people/members-of-college';
import type { Ports } from '../../_shared/platform/ports';
import type { College } from '../../_shared/store/records';

export interface Listed extends Findable {
  readonly memberId: string;
}

interface Held {
  /** Epoch ms. */
  readonly at: number;
  readonly rosterVersion: number;
  readonly people: readonly Listed[];
}

/** By what an instance remembers: each call has ports of its own. */
const heldBy = new WeakMap<Ports['memory'], Map<string, Held>>();

const read = async (ports: Pick<Ports, 'store'>, collegeId: string): Promise<Listed[]> => {
  const [members, { initialsOf }] = await Promise.all([
    membersOfCollege(ports, collegeId),
    import('../lazy/name-initials'),
  ]);
  return members.map(({ _id: memberId, name, nameKey, numberKey, branchName }) => ({
    memberId,
    nameKey,
    numberKey,
    initials: initialsOf(name),
    branchKey: placeKey(branchName),
  }));
};

/** Nobody is found by a record that was changed since: whoever shows somebody reads them anew. */
export const directoryOf = async (
  ports: Ports,
  { _id: collegeId, rosterVersion }: College,
): Promise<readonly Listed[]> => {
  const kept = heldBy.get(ports.memory) ?? new Map<string, Held>();
  heldBy.set(ports.memory, kept);
  const now = ports.clock.now();
  const held = kept.get(collegeId);
  if (held?.rosterVersion === rosterVersion && Math.abs(now - held.at) < DIRECTORY.keptMs) return held.people;
  const people = await read(ports, collegeId);
  kept.set(collegeId, { at: now, rosterVersion, people });
  return people;
};
