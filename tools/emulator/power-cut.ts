import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, relative, resolve } from 'node:path';

/**
 * Whether what was acknowledged here has to be on the disk, and not only with the operating system: a power cut ends
 * folders for temporary files, as those of tests, anyhow. Waiting for the disk takes forty times as long as a commit.
 */
export const outlivesPowerCut = (path: string): boolean => {
  const within = [tmpdir(), realpathSync(tmpdir())].map((folder) => relative(folder, resolve(path)));
  return within.every((inside) => inside.startsWith('..') || isAbsolute(inside));
};
