/** Lists of every season, whatever its rulebook: all that was handed in, who is over age, who has not arrived. */
export const STANDING_LISTS = ['submissions', 'overAge', 'unfinished'] as const;
/** All lists and their summary in one file; its id is none of a rulebook's, which name lists. */
export const WORKBOOK = 'workbook';
export type StandingList = (typeof STANDING_LISTS)[number];
