import { chinaParts } from '../../miniprogram/domain/china-time';
import { nextSeasonDeadline } from '../../miniprogram/domain/deadline';
import type { QuietHours, Rulebook } from '../../miniprogram/domain/rulebook';
import { DEFAULT_RULEBOOK_ID, rulebookOf } from '../../miniprogram/rulebooks';
import type { Ports } from './ports';

export interface CurrentSeason {
  readonly id: string;
  readonly name: string;
  readonly rulebookId: string;
  readonly deadlineAt: number;
  /** In place of the rulebook's. */
  readonly quietHours: QuietHours | null;
  readonly announcement: { readonly text: string; readonly at: number } | null;
}

/** The rulebook a record was made under; a stored id without its rulebook is a bug of a release. */
export const rulebookNamed = (id: string): Rulebook => {
  const rulebook = rulebookOf(id);
  if (!rulebook) throw new Error('a stored rulebook id is not shipped');
  return rulebook;
};

/** The rulebook with the season's own quiet hours, where it has any. */
export const withSeason = (
  rulebook: Rulebook,
  { quietHours }: Pick<CurrentSeason, 'quietHours'>,
): Rulebook => (quietHours ? { ...rulebook, quietHours } : rulebook);

/** Before the first season is opened, the default rulebook's next deadline makes one. */
const seasonByDefault = (now: number): CurrentSeason => {
  const rulebook = rulebookNamed(DEFAULT_RULEBOOK_ID);
  const deadlineAt = nextSeasonDeadline(rulebook, now);
  const year = String(chinaParts(deadlineAt).year);
  return {
    id: year,
    name: `${year}届毕业季`,
    rulebookId: rulebook.id,
    deadlineAt,
    quietHours: null,
    announcement: null,
  };
};

/** The season opened last. */
export const currentSeason = async ({
  store,
  clock,
}: Pick<Ports, 'store' | 'clock'>): Promise<CurrentSeason> => {
  const [season] = await store.find('seasons', { where: {}, orderBy: ['openedAt', 'desc'], limit: 1 });
  if (!season) return seasonByDefault(clock.now());
  const { _id, name, rulebookId, deadlineAt, quietHours, announcement } = season;
  return { id: _id, name, rulebookId, deadlineAt, quietHours, announcement };
};
