/** One turn of reminding: whatever day and hour have made due, from who stands where now. */
import { chinaDay } from '../../../../miniprogram/domain/calendar/china-time';
import { digestSlots } from '../../../../miniprogram/domain/reminding/digest';
import { reminderMoment } from '../../../../miniprogram/domain/reminding/reminders';
import type { Ports } from '../../platform/ports';
import { forCollege, rulebookNamed, withSeason, type CurrentSeason } from '../../season/season';
import { openMadeDelivery } from '../delivery/deliver-made';
import type { Run } from '../delivery/run';
import { nextLateStart, rulesOfAll } from './late-starts';
import { makeDigests } from './make-digests';
import {
  remindOfDeadlines,
  remindOfKeeping,
  remindOfSeason,
  remindOfWaiting,
  type Making,
} from './make-reminders';
import { warnOfCodes } from './warn-of-codes';

export interface Reminding {
  /** Messages there are now that were not, or not all, there before. */
  readonly made: number;
  /** Epoch ms at which there may be more. */
  readonly nextAt: number;
  /** When all that the day has made due so far was made. */
  readonly remindedAt: number;
}

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

/** Reminders of graduates, of all kinds; resolves to how many. */
const remindGraduates = async (making: Making): Promise<number> => {
  const { season } = making;
  let made = await remindOfDeadlines(making, daysAhead(season));
  made += await remindOfWaiting(making, daysWaited(season));
  made += await remindOfKeeping(making);
  return made + (await remindOfSeason(making));
};

/** Which hours of today have come since then, and the next one of today or tomorrow. */
const hoursOf = (season: CurrentSeason, { since, now }: { since: number; now: number }) => {
  const today = chinaDay(now);
  const ofDays = (momentsOn: typeof reminderMoments): number[] =>
    [today, today + 1].flatMap((day) => momentsOn(day, season));
  const [reminders, digests] = [ofDays(reminderMoments), ofDays(digestMoments)];
  const isReached = (moments: readonly number[]): boolean => moments.some((at) => at > since && at <= now);
  return {
    isReminder: isReached(reminders),
    isDigest: isReached(digests),
    nextAt: Math.min(...[...reminders, ...digests].filter((at) => at > now)),
  };
};

const makeDue = async (making: Making, remindedAt: number): Promise<Reminding> => {
  const { ports, season } = making;
  const now = ports.clock.now();
  const hours = hoursOf(season, { since: remindedAt, now });
  const { warned, nextAt: nextWarning } = await warnOfCodes(ports, season);
  let made = warned;
  if (hours.isReminder) made += await remindGraduates(making);
  if (hours.isDigest) made += await makeDigests(ports, season);
  const late = await nextLateStart(ports, season);
  if (!hours.isReminder && late.isDue) made += await remindOfDeadlines(making, late.days);
  return {
    made,
    nextAt: Math.min(hours.nextAt, nextWarning, late.nextAt),
    remindedAt: hours.isReminder || hours.isDigest ? now : remindedAt,
  };
};

/** Makes what is due; what of it may leave is sent meanwhile. @param remindedAt when it was made last, epoch ms */
export const remind = async (ports: Ports, run: Run, remindedAt: number): Promise<Reminding> => {
  const { keep, done } = openMadeDelivery(ports, run);
  try {
    return await makeDue({ ports, season: await run.season(), keep }, remindedAt);
  } finally {
    await done();
  }
};
