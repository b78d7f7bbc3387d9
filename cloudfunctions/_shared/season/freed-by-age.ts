/** Whom the age limit frees of the transfer, in the eyes of everything that reminds. */
import { ageAgainst, mustReportAge } from '../../../miniprogram/domain/calendar/age';
import type { HasStore } from '../store/ports';
import type { Mark, Member } from '../store/records';
import { ifReadable } from '../store/records/unreadable';

/**
 * By the months of the roster; only where those do not tell, by what the person has told the college. A report can be
 * a mistake, and nobody takes it back: once the roster knows the month, the month decides. A League post keeps them.
 */
export const isHeldOverAge = (member: Member, mark: Mark | undefined, ageLimit: number): boolean =>
  ageAgainst(member, ageLimit) === 'unknown'
    ? !member.hasLeaguePost && mark?.overAgeReportedAt !== undefined
    : mustReportAge(member, ageLimit);

/**
 * Over age as the college has recorded, or as far as anybody knows: there is nothing to do in time, so nobody reminds
 * them of it.
 */
export const isFreedByAge = (member: Member, mark: Mark | undefined, ageLimit: number): boolean =>
  member.overAgeRecordedAt !== null || isHeldOverAge(member, mark, ageLimit);

/** What they have told the college, read only where it can matter: not of somebody young enough by the roster. */
export const ageMarkOf = async (
  { store }: HasStore,
  member: Member,
  ageLimit: number,
): Promise<Mark | undefined> =>
  ageAgainst(member, ageLimit) === 'under' ? undefined : ifReadable(store.get('marks', member._id));
