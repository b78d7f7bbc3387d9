/** Notices rebuilt functions. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFunctions } from './catalog';

const EVERY_MS = 150;

/**
 * Calls `onChange` with the names of the functions whose `index.js` or `config.json` changed, appeared or went.
 * It looks instead of listening: a build may remove and make the whole folder anew, which file events lose sight of.
 * Returns the function that ends it.
 */
export function watchFunctions(functionsDir: string, onChange: (names: string[]) => void): () => void {
  let reported = look(functionsDir);
  let previous = reported;
  const timer = setInterval(() => {
    const seen = look(functionsDir);
    // A build in progress is waited for: only what stayed the same since the last look counts.
    const isSettled = differences(previous, seen).length === 0;
    previous = seen;
    if (!isSettled) return;
    const changed = differences(reported, seen);
    reported = seen;
    if (changed.length > 0) onChange(changed);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

type Fingerprints = ReadonlyMap<string, string>;

function look(functionsDir: string): Fingerprints {
  const names = listFunctions(functionsDir);
  return new Map(
    names.map((name) => {
      const files = ['index.js', 'config.json'].map((file) => fingerprint(join(functionsDir, name, file)));
      return [name, files.join()];
    }),
  );
}

function fingerprint(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}-${stat.size}-${stat.ino}` : 'absent';
}

function differences(before: Fingerprints, after: Fingerprints): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}
