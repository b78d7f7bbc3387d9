/** What is told of somebody over age: their report to the college, and what the college has recorded to them. */
import { mustReportAge } from '../calendar/age';
import { EVENT_LIFE_MS, noticeId, type DueNotice } from './due-notice';
import { audienceOf } from './told';

/** By the action of the event. */
export const OVER_AGE_KINDS = {
  'report-over-age': 'over-age-reported',
  'record-over-age': 'over-age-recorded',
} as const;

export type OverAgeKind = (typeof OVER_AGE_KINDS)[keyof typeof OVER_AGE_KINDS];

/** @param at when it happened, which names it: a second report, after the first was dealt with, is another one */
export const overAgeNotice = (
  kind: OverAgeKind,
  { memberId, at, dueAt }: { readonly memberId: string; readonly at: number; readonly dueAt: number },
): DueNotice => ({
  id: noticeId(memberId, at, kind),
  kind,
  audience: audienceOf(kind, 'nobody'),
  dueAt,
  notAfter: dueAt + EVENT_LIFE_MS,
});

interface Stands {
  readonly birthMonth: string | null;
  readonly graduationMonth: string | null;
  readonly hasLeaguePost: boolean | null;
  readonly overAgeRecordedAt: number | null;
}

/** Whether the college still has to look at them: as its queue has it. */
export const waitsForAge = (person: Stands, ageLimit: number): boolean =>
  person.overAgeRecordedAt === null && mustReportAge(person, ageLimit);

/** @param at when what is told happened, epoch ms */
export const isOverAgeNoticeStillTrue = (
  kind: OverAgeKind,
  at: number,
  { person, ageLimit }: { readonly person: Stands; readonly ageLimit: number },
): boolean =>
  kind === 'over-age-reported' ? waitsForAge(person, ageLimit) : person.overAgeRecordedAt === at;
