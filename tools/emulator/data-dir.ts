/** The folder in which an emulator keeps everything. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFiles {
  readonly documents: string;
  readonly files: string;
  readonly state: string;
}

/** Shows that a folder is an emulator's, so that a mistyped path is never emptied. */
const MARKER = '.emulator';

/** @throws Error when `fresh` would empty a folder that is not an emulator's. */
export function prepareDataDir(dataDir: string, fresh: boolean): DataFiles {
  mkdirSync(dataDir, { recursive: true });
  const entries = readdirSync(dataDir);
  if (fresh && entries.length > 0) {
    if (!existsSync(join(dataDir, MARKER))) {
      throw new Error(`${dataDir} is not a data folder of the emulator: it will not be emptied`);
    }
    for (const entry of entries) rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
  writeFileSync(join(dataDir, MARKER), '');
  return {
    documents: join(dataDir, 'documents.db'),
    files: join(dataDir, 'files'),
    state: join(dataDir, 'wechat.db'),
  };
}
