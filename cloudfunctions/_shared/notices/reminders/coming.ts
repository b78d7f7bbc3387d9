import type { Response } from '../../../../miniprogram/contract';
import { comingReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { isUnanswered } from '../../../../miniprogram/domain/transfer/reset-states';
import type { CollegeSeason } from '../../season/season';
import type { Mark, Member, ResetRequest, Transfer } from '../../store/records';
import { standingOf } from './standings';

type Coming = Response<'graduate', 'home'>['comingReminders'];

interface Own {
  readonly member: Member;
  readonly mark: Mark | undefined;
  /** Begun last. */
  readonly transfer: Transfer | undefined;
  readonly request: ResetRequest | undefined;
}

/** The reminders that somebody will get as things stand, the soonest first: what the timer will make of the same facts. */
export const comingTo = (
  { member, mark, transfer, request }: Own,
  season: CollegeSeason,
  now: number,
): Coming => {
  const transfers = transfer ? [transfer] : [];
  const waitsForCode = request !== undefined && isUnanswered(request.state);
  const standing = standingOf({ member, mark, transfers, waitsForCode }, season);
  return comingReminders(standing, now).map(({ kind, dueAt }) => ({ kind, dueAt }));
};
