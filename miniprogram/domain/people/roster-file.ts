/** How a phone names the table it puts into a folder: known, so that one nobody took in is found again. */
export const ROSTER_FILE_SUFFIXES = ['.xlsx', '.csv'] as const;
export type RosterFileSuffix = (typeof ROSTER_FILE_SUFFIXES)[number];

export const rosterFileName = (suffix: RosterFileSuffix): string => `roster${suffix}`;

/** The copy of a file in which cells are marked. */
export const MARKED_FILE = 'marked.xlsx';

/** What 对账 left open, as a list. */
export const DIFFERENCES_FILE = 'differences.xlsx';

export const ROSTER_FILE_NAMES: readonly string[] = [
  ...ROSTER_FILE_SUFFIXES.map(rosterFileName),
  MARKED_FILE,
  DIFFERENCES_FILE,
];
