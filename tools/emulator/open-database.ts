import Database from 'libsql';
import { outlivesPowerCut } from './power-cut';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a data file, after a look through the whole of it.
 * @throws Error that names the file, when it is damaged or none of ours.
 */
export function openDatabase(file: string): Database.Database {
  const refuse = (reason: string): Error =>
    new Error(
      `the data file ${file} is damaged (${reason}): put a good copy in its place, or begin anew with --fresh`,
    );
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    // What was acknowledged outlives the process either way.
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${outlivesPowerCut(file) ? 'FULL' : 'NORMAL'}`);
    const [found] = db.prepare('PRAGMA quick_check(1)').raw().all() as [string][];
    if (found?.[0] === 'ok') return db;
    throw new Error(found?.[0] ?? 'no answer');
  } catch (error) {
    db?.close();
    throw refuse(reasonOf(error));
  }
}
