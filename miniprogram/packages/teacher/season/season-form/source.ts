/** What a form of the season starts from: the university's settings, or a college's own. */
import { formatChina } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import { choicesIn, shippedIdOf, type Choice } from '../../../../domain/rules/rulebook/chosen';
import { rulebookOf } from '../../../../rulebooks/index';

export type SeasonReply = Response<'teacher', 'season'>;
type Season = SeasonReply['season'];
export type Hours = Season['quietHours'];

export interface FormSource {
  /** The college whose own settings these are; empty for the university's. */
  readonly collegeId: string;
  readonly seasonId: string;
  readonly version: number;
  /** As it is shipped, and the answers that differ from its own. */
  readonly rulebookId: string;
  readonly choices: readonly Choice[];
  readonly deadlineAt: number;
  readonly deadlineOverridden: boolean;
  readonly quietHours: Hours;
  readonly quietHoursOverridden: boolean;
  readonly announcement: string;
  /** Days that may be picked as the deadline, `YYYY-MM-DD`; `until` is empty without a limit. */
  readonly from: string;
  readonly until: string;
  /** Hours that hold without own ones; for the university those of the rulebook that is chosen. */
  readonly otherHours: Hours | null;
}

const DAY = 'YYYY-MM-DD';

/** @param collegeId of the reader, used when the reply is about a college */
export const sourceOf = ({ season, college, now }: SeasonReply, collegeId: string): FormSource => {
  const { announcement, ...settings } = college ?? season;
  const { deadlineAt, deadlineOverridden, quietHours, quietHoursOverridden } = settings;
  return {
    collegeId: college ? collegeId : '',
    seasonId: season.id,
    version: season.version,
    rulebookId: shippedIdOf(season.rulebookId),
    choices: choicesIn(season.rulebookId),
    deadlineAt,
    deadlineOverridden,
    quietHours,
    quietHoursOverridden,
    announcement: announcement?.text ?? '',
    from: formatChina(now, DAY),
    until: college ? formatChina(season.deadlineAt, DAY) : '',
    otherHours: college ? season.quietHours : null,
  };
};

/** Hours that hold once the own ones are given up. */
export const hoursWithout = ({ otherHours }: FormSource, rulebookId: string): Hours | null =>
  otherHours ?? rulebookOf(rulebookId)?.quietHours ?? null;
