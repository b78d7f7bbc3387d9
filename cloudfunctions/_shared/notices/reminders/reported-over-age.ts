/** Who has told the college that they are over age, and waits for its look. */
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { waitsForAge } from '../../../../miniprogram/domain/reminding/over-age';
import type { HasStore } from '../../store/ports';
import type { Member } from '../../store/records';

/** Few report it; more than that are in the queue all the same. */
const MOST = 500;
/** Longer ago it was another season. */
const LATELY_MS = 180 * DAY_MS;

export interface Reported {
  readonly member: Member;
  readonly reportedAt: number;
}

/** @param until only who reported it then or before, epoch ms; the earliest first */
export const reportedOverAge = async (
  { store }: HasStore,
  { until, ageLimit }: { readonly until: number; readonly ageLimit: number },
): Promise<readonly Reported[]> => {
  const marks = await store.find('marks', {
    where: { overAgeReportedAt: { gt: until - LATELY_MS } },
    orderBy: ['overAgeReportedAt', 'asc'],
    limit: MOST,
  });
  const reports = marks.flatMap(({ _id, overAgeReportedAt: at }) =>
    at !== undefined && at <= until ? [[_id, at] as const] : [],
  );
  if (reports.length === 0) return [];
  const members = await store.getMany(
    'members',
    reports.map(([memberId]) => memberId),
  );
  return reports.flatMap(([memberId, reportedAt]) => {
    const member = members.find(({ _id }) => _id === memberId);
    return member && waitsForAge(member, ageLimit) ? [{ member, reportedAt }] : [];
  });
};
