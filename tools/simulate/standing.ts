/** Where people stood at a moment of a schedule, by the records of that moment. */
import { standingOf } from '../../cloudfunctions/_shared/notices/reminders/standings';
import { forCollege, seasonByDefault, toCurrent } from '../../cloudfunctions/_shared/season/season';
import type { Member } from '../../cloudfunctions/_shared/store/records';
import type { Standing } from '../../miniprogram/domain/reminding/reminders';
import type { Snapshot } from './outcome';

export const standingIn = ({ transfers, requests, season, at }: Snapshot, member: Member): Standing => {
  const current = season ? toCurrent(season) : seasonByDefault(at);
  const own = transfers.filter(({ memberId }) => memberId === member._id);
  const waitsForCode = requests.some(
    ({ memberId, state }) => memberId === member._id && (state === 'waiting' || state === 'escalated'),
  );
  const known = { member, mark: undefined, transfers: own, waitsForCode };
  return standingOf(known, forCollege(current, member.collegeId));
};
