/** Whom the age limit frees of the transfer, in the eyes of everything that reminds. */
import { ageAgainst, mustReportAge } from '../../../miniprogram/domain/calendar/age';
import type { HasStore } from '../store/ports';
import type { Mark, Member } from '../store/records';
import { ifReadable } from '../store/records/unreadable';

/**
 * By the months of the roster; only where those do not tell, by what the person has told the college or the college has
 * recorded. Either can be a mistake: once the roster knows the month, the month decides. A League post keeps them.
 */
export const isFreedByAge = (member: Member, mark: Mark | undefined, ageLimit: number): boolean =>
  ageAgainst(member, ageLimit) === 'unknown'
    ? !member.hasLeaguePost && (mark?.overAgeReportedAt !== undefined || member.overAgeRecordedAt !== null)
    : mustReportAge(member, ageLimit);

/** What they have told the college, read only where it can matter: not of somebody young enough by the roster. */
export const ageMarkOf = async (
  { store }: HasStore,
  member: Member,
  ageLimit: number,
): Promise<Mark | undefined> =>
  ageAgainst(member, ageLimit) === 'under' ? undefined : ifReadable(store.get('marks', member._id));

/** The same of many at once, by person: read of those alone of whom the roster says no month. */
export const ageMarksOf = async (
  { store }: HasStore,
  members: readonly Member[],
  ageLimit: number,
): Promise<ReadonlyMap<string, Mark>> => {
  const unknown = members.filter((member) => ageAgainst(member, ageLimit) === 'unknown');
  if (unknown.length === 0) return new Map();
  const { records } = await store.lookUp(
    'marks',
    unknown.map(({ _id }) => _id),
  );
  return new Map(records.map((mark) => [mark._id, mark]));
};
