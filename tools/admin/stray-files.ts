/** Files that lie in the storage and belong to nothing: nobody would ever remove them. */
import { COLLECTIONS } from '../../cloudfunctions/_shared/store/collections';
import { exportPathOf } from '../../cloudfunctions/_shared/roster/remove-exports';
import { ROSTER_FILE_NAMES } from '../../miniprogram/domain/people/roster-file';
import { PICTURE_NAMES } from '../../miniprogram/domain/transfer/pictures';
import type { Environment } from './connect';
import type { Finding } from './findings';
import type { Kept } from './kept';

/** Where files about people lie; the others are the product's own. */
const FOLDERS = ['screenshots/', 'rosters/', 'exports/'] as const;

const pathOf = (fileId: string): string => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Where something may lie that no record names yet: a picture not saved, a roster on its way, a list being made. */
const awaitedIn = (kept: Kept): string[] => [
  ...[...kept.all('uploads')].flatMap(({ folder, memberId }) =>
    (memberId === null ? ROSTER_FILE_NAMES : PICTURE_NAMES).map((name) => `${folder}/${name}`),
  ),
  ...[...kept.all('exports')].map(exportPathOf),
];

/** Empty where the environment does not tell which files it has, and beside a record nobody can read: it may lead to any. */
export const strayFiles = async (
  { pathsIn }: Environment,
  kept: Kept,
  named: Iterable<string>,
): Promise<Finding[]> => {
  const isSure = COLLECTIONS.every(({ name }) => kept.unread(name).length === 0);
  if (!pathsIn || !isSure) return [];
  const known = new Set([...[...named].map(pathOf), ...awaitedIn(kept)]);
  const paths = (await Promise.all(FOLDERS.map(pathsIn))).flat();
  return paths
    .filter((path) => !known.has(path) && !path.endsWith('/'))
    .map((id) => ({ collection: 'files', id, problem: 'stray-file' }));
};
