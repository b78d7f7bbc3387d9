import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const CACHE = resolve(__dirname, '../../../node_modules/.cache/emulator');
let file: string | undefined;

/** The runner as one JavaScript file: an instance that had to compile TypeScript would start slowly. */
export function runnerFile(): string {
  file ??= bundle();
  return file;
}

function bundle(): string {
  const [output] = buildSync({
    entryPoints: [join(__dirname, 'runner', 'main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // The oldest runtime the functions are tried on.
    target: 'node20',
  }).outputFiles;
  if (!output) throw new Error('The runner of functions could not be bundled');
  const path = join(CACHE, `runner-${createHash('sha1').update(output.text).digest('hex').slice(0, 12)}.js`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  // Another emulator may do the same right now: a rename is never seen half-written.
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, output.text);
  renameSync(unfinished, path);
  return path;
}
