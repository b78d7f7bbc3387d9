/** One turn of reminding: whatever day and hour have made due, from who stands where now. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { digestSlots } from '../../../../miniprogram/domain/reminding/digest';
import { reminderMoment } from '../../../../miniprogram/domain/reminding/reminders';
import type { Ports } from '../../platform/ports';
import {
  currentSeason,
  forCollege,
  rulebookNamed,
  withSeason,
  type CurrentSeason,
} from '../../season/season';
import { RULEBOOKS } from '../../../../miniprogram/rulebooks';
import { nextLateStart } from './late-starts';
import { makeDigests } from './make-digests';
import { remindOfDeadlines, remindOfKeeping, remindOfSeason, remindOfWaiting } from './make-reminders';
import { warnOfCodes } from './warn-of-codes';

export interface Reminding {
  /** Messages there are now that were not, or not all, there before. */
  readonly made: number;
  /** Epoch ms at which there may be more. */
  readonly nextAt: number;
  /** When all that the day has made due so far was made. */
  readonly remindedAt: number;
}

/** Of any transfer: it follows the rules it was begun under. */
const rulesOfAll = (season: CurrentSeason) => [...RULEBOOKS, rulebookNamed(season.rulebookId)];

const daysAhead = (season: CurrentSeason): number =>
  Math.max(...rulesOfAll(season).flatMap(({ reminderDays }) => reminderDays));

const daysWaited = (season: CurrentSeason): number[] =>
  rulesOfAll(season).flatMap(({ waitingReminderDays }) => waitingReminderDays);

/** The moments of a China day at which graduates may be reminded, over all colleges. */
const reminderMoments = (day: number, season: CurrentSeason): number[] => {
  const rulebook = rulebookNamed(season.rulebookId);
  const colleges = season.colleges.map(({ collegeId }) => collegeId);
  return [null, ...colleges].map((collegeId) =>
    reminderMoment(day, withSeason(rulebook, forCollege(season, collegeId))),
  );
};

/** The same for the digests of staff. */
const digestMoments = (day: number, season: CurrentSeason): number[] =>
  digestSlots(day, withSeason(rulebookNamed(season.rulebookId), season)).map(({ at }) => at);

/** Makes what is due. @param remindedAt when it was made last, epoch ms */
export const remind = async (ports: Ports, remindedAt: number): Promise<Reminding> => {
  const now = ports.clock.now();
  const today = chinaDay(now);
  const season = await currentSeason(ports);
  const ofDays = (momentsOn: typeof reminderMoments): number[] =>
    [today, today + 1].flatMap((day) => momentsOn(day, season));
  const [reminders, digests] = [ofDays(reminderMoments), ofDays(digestMoments)];
  const isReached = (moments: readonly number[]): boolean =>
    moments.some((at) => at > remindedAt && at <= now);
  const isDue = isReached(reminders);
  const { warned, nextAt: nextWarning } = await warnOfCodes(ports, season);
  let made = warned;
  if (isDue) {
    made += await remindOfDeadlines(ports, season, daysAhead(season));
    made += await remindOfWaiting(ports, season, daysWaited(season));
    made += await remindOfKeeping(ports, season);
    made += await remindOfSeason(ports, season);
  }
  const isDigestDue = isReached(digests);
  if (isDigestDue) made += await makeDigests(ports, season);
  const late = await nextLateStart(ports, season);
  if (!isDue && late.isDue) made += await remindOfDeadlines(ports, season, late.days);
  const nextMoment = Math.min(...[...reminders, ...digests].filter((at) => at > now));
  return {
    made,
    nextAt: Math.min(nextMoment, nextWarning, late.nextAt),
    remindedAt: isDue || isDigestDue ? now : remindedAt,
  };
};
