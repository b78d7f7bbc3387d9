/**
 * How long what is stored stays, and why: all of it in one place. Whoever clears something away takes its time from here.
 * What a person can have deleted at once, by deleting their data, goes whatever stands here.
 */
import { PICTURES_KEPT_DAYS } from '../../../miniprogram/domain/transfer/pictures';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Kept {
  /** Milliseconds; null until the committee clears its season away (“清理往届”) or the person deletes their data. */
  readonly ms: number | null;
  readonly why: string;
}

export const RETENTION = {
  notices: { ms: null, why: 'people look up what they were told, a college what it told' },
  events: { ms: null, why: 'who did what to whose transfer is asked for until the season is closed' },
  /** After the last day of their season; whoever has something under way keeps theirs until it is over. */
  pictures: {
    ms: PICTURES_KEPT_DAYS * DAY,
    why: 'evidence of what was handed in, until nobody disputes it any more',
  },
  exports: { ms: DAY, why: 'a list with names is fetched right after it is made; the next one is made anew' },
  rosterFiles: { ms: HOUR, why: 'the phone asks for the look into a file right after it has sent it' },
  checkedRosters: { ms: 6 * HOUR, why: 'the rows of a dry run wait for a lunch break, not for tomorrow' },
  writtenRosters: { ms: 2 * DAY, why: 'only figures, for whoever comes back to see what was taken in' },
  reconciles: {
    ms: 2 * DAY,
    why: 'the list of the system is gone through in a day, and may be taken back on it',
  },
  corrections: { ms: DAY, why: 'a wrong removal or merging is noticed on the day, and taken back on it' },
} as const satisfies Readonly<Record<string, Kept>>;
