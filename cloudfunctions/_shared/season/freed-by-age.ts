/** Whom the age limit frees of the transfer, in the eyes of everything that reminds. */
import { mustReportAge } from '../../../miniprogram/domain/calendar/age';
import type { Mark, Member } from '../store/records';

/**
 * Over age as the college has recorded, as they have told it, or by the months of the roster where no League post keeps
 * them: there is nothing to do in time, so nobody reminds them of it.
 */
export const isFreedByAge = (member: Member, mark: Mark | undefined, ageLimit: number): boolean =>
  member.overAgeRecordedAt !== null ||
  mark?.overAgeReportedAt !== undefined ||
  mustReportAge(member, ageLimit);
