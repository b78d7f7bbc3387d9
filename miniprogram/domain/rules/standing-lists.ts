/** Lists of every season, whatever its rulebook: all that was handed in, who is over age, who has not arrived. */
export const STANDING_LISTS = ['submissions', 'overAge', 'unfinished'] as const;
export type StandingList = (typeof STANDING_LISTS)[number];
