import { AUDIT_CASES } from './audit';
import { BETWEEN_CASES } from './between';
import { DELIVERY_CASES } from './delivery';
import { FORM_CASES } from './forms';
import { GRADUATE_CASES } from './graduate';
import { OWN_CASES } from './own';
import { PERSON_NOTICE_CASES } from './person-notices';
import { CHECK_CASES } from './check';
import { RECONCILE_CASES } from './reconcile';
import { ROSTER_AND_COMMITTEE_CASES } from './roster';
import { RULE_CASES } from './rules';
import type { ScreenCase } from './screen-case';
import { SEASON_CASES } from './season';
import { SECRETARY_CASES } from './secretary';
import { TEACHER_CASES } from './teacher';
import { TODAY_CASES } from './today';
import { TOGETHER_CASES } from './together';
import { TRACK_CASES } from './track';

export type { ScreenCase } from './screen-case';

/** The clock only goes forward: what the morning shows comes before what later days show. */
export const SCREEN_CASES: readonly ScreenCase[] = [
  ...GRADUATE_CASES,
  ...OWN_CASES,
  ...SECRETARY_CASES,
  ...PERSON_NOTICE_CASES,
  ...TOGETHER_CASES,
  ...TEACHER_CASES,
  ...ROSTER_AND_COMMITTEE_CASES,
  ...RECONCILE_CASES,
  ...CHECK_CASES,
  ...SEASON_CASES,
  ...RULE_CASES,
  ...DELIVERY_CASES,
  ...AUDIT_CASES,
  ...FORM_CASES,
  ...TRACK_CASES,
  ...BETWEEN_CASES,
  ...TODAY_CASES,
].sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));

/** Who has to have signed in for the cases, beside those of the story. */
export const ARRIVES = '王子衿';
