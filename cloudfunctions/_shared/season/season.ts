import { chinaParts } from '../../../miniprogram/domain/calendar/china-time';
import { nextSeasonDeadline } from '../../../miniprogram/domain/rules/deadline';
import type { QuietHours } from '../../../miniprogram/domain/calendar/quiet-hours';
import type { Rulebook } from '../../../miniprogram/domain/rules/rulebook';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../../miniprogram/rulebooks';
import type { Ports } from '../platform/ports';
import { currentIdOf } from './published';
import type { Season } from '../store/records';

interface Settings {
  readonly id: string;
  readonly name: string;
  readonly rulebookId: string;
  readonly deadlineAt: number;
  readonly openedAt: number;
  /** In place of the rulebook's. */
  readonly quietHours: QuietHours | null;
  /** The university's word to everybody. */
  readonly announcement: Season['announcement'];
}

/** The season as the university has it. */
export interface CurrentSeason extends Settings {
  /** False until the first season of all is opened: there is something to read, and nothing begins. */
  readonly isOpen: boolean;
  readonly colleges: Season['colleges'];
}

/** The season as it holds for the people of one college: whatever is planned for them or shown to them goes by it. */
export interface CollegeSeason extends Settings {
  readonly collegeAnnouncement: Season['announcement'];
}

/**
 * The rulebook a record was made under, as it is published now: words, days and steps change for everybody at once. A
 * stored id without its rulebook is a bug of a release.
 */
export const rulebookNamed = (id: string): Rulebook => {
  const rulebook = rulebookOf(currentIdOf(id));
  if (!rulebook) throw new Error('a stored rulebook id is not shipped');
  return rulebook;
};

/** The rulebook with the season's own quiet hours, where it has any. */
export const withSeason = (rulebook: Rulebook, { quietHours }: Pick<Settings, 'quietHours'>): Rulebook =>
  quietHours ? { ...rulebook, quietHours } : rulebook;

/** To read by before the first season is opened; nobody begins in it. */
export const seasonByDefault = (now: number): CurrentSeason => {
  const rulebook = rulebookNamed(DEFAULT_RULEBOOK_ID);
  const deadlineAt = nextSeasonDeadline(rulebook, now);
  const year = String(chinaParts(deadlineAt).year);
  return {
    id: year,
    name: `${year}届毕业季`,
    // Versions are no part of what is stored: they are looked up whenever somebody reads it.
    rulebookId: DEFAULT_RULEBOOK_ID,
    deadlineAt,
    openedAt: now,
    quietHours: null,
    announcement: null,
    colleges: [],
    isOpen: false,
  };
};

export const toCurrent = (season: Season): CurrentSeason => {
  const { _id: id, name, rulebookId, deadlineAt, openedAt, quietHours, announcement, colleges } = season;
  return { id, name, rulebookId, deadlineAt, openedAt, quietHours, announcement, colleges, isOpen: true };
};

/** The season opened last, with its record; none before the first one was opened. */
export const openSeasonOf = async ({
  store,
  clock,
}: Pick<Ports, 'store' | 'clock'>): Promise<{ current: CurrentSeason; stored: Season | undefined }> => {
  // An older season must not open again because the newest cannot be read.
  const newest = { where: {}, orderBy: ['openedAt', 'desc'], limit: 1, strict: true } as const;
  const [stored] = await store.find('seasons', newest);
  return { stored, current: stored ? toCurrent(stored) : seasonByDefault(clock.now()) };
};

/** The season opened last. */
export const currentSeason = async (ports: Pick<Ports, 'store' | 'clock'>): Promise<CurrentSeason> =>
  (await openSeasonOf(ports)).current;

/** The season opened last, as it was at most a minute ago: for what is only shown. */
export const seasonShown = (ports: Pick<Ports, 'store' | 'clock' | 'memory'>): Promise<CurrentSeason> =>
  ports.memory.recall('season', () => currentSeason(ports));

/** What a college has set for its own people; undefined where it leaves everything to the university. */
export const settingsOf = (
  colleges: Season['colleges'],
  collegeId: string | null,
): Season['colleges'][number] | undefined => colleges.find((one) => one.collegeId === collegeId);

/** With what the college has set for itself; null for who belongs to none. */
export const forCollege = (
  { colleges, isOpen: _, ...season }: CurrentSeason,
  collegeId: string | null,
): CollegeSeason => {
  const own = settingsOf(colleges, collegeId);
  return {
    ...season,
    rulebookId: currentIdOf(season.rulebookId, collegeId),
    deadlineAt: Math.min(season.deadlineAt, own?.deadlineAt ?? Infinity),
    quietHours: own?.quietHours ?? season.quietHours,
    collegeAnnouncement: own?.announcement ?? null,
  };
};
