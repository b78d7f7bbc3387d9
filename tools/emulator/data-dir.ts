/** The folder in which an emulator keeps everything. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

export interface DataDir {
  readonly documents: string;
  readonly files: string;
  readonly state: string;
  /** A folder for each other environment. */
  readonly environments: string;
  /** Lets another emulator use the folder. */
  release(): void;
}

/** Shows that a folder is an emulator's, so that a mistyped path is never emptied; locked while one uses it. */
const MARKER = '.emulator';

/** Another emulator uses the folder. */
export class DataInUse extends Error {}

/** @throws DataInUse; Error when `fresh` would empty a folder that is not an emulator's */
export function openDataDir(dataDir: string, fresh: boolean): DataDir {
  mkdirSync(dataDir, { recursive: true });
  const entries = readdirSync(dataDir);
  if (fresh && entries.length > 0 && !existsSync(join(dataDir, MARKER))) {
    throw new Error(`${dataDir} is not a data folder of the emulator: it will not be emptied`);
  }
  const release = lock(dataDir);
  if (fresh) {
    const old = entries.filter((entry) => !entry.startsWith(MARKER));
    for (const entry of old) rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
  return {
    documents: join(dataDir, 'documents.db'),
    files: join(dataDir, 'files'),
    state: join(dataDir, 'wechat.db'),
    environments: join(dataDir, 'environments'),
    release,
  };
}

/** A lock of SQLite's: the system lets go of it when the process ends, however it ends. */
function lock(dataDir: string): () => void {
  const db = new Database(join(dataDir, MARKER), { timeout: 300 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataInUse(`${dataDir} is used by another emulator (${reason})`);
  }
  return () => {
    // Closing alone may leave the lock in place until the garbage is collected.
    db.exec('ROLLBACK');
    db.close();
  };
}
