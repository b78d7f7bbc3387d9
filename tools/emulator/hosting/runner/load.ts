/** Loads a function's file; what V8 made of a large one is kept, for compiling is half of an instance's start. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** A smaller file is compiled faster than it is looked up. */
const WORTHWHILE = 100_000;

type Wrapped = (exports: object, require: NodeJS.Require, module: object, file: string, dir: string) => void;

/**
 * What `entry` exports. In `cacheDir` one compiled form per name of a function is kept, that of its latest build.
 * Its name holds the text's hash: V8 itself compares no more than the length.
 */
export function load(entry: string, cacheDir: string): unknown {
  const source = readFileSync(entry, 'utf8');
  const require = createRequire(entry);
  if (source.length < WORTHWHILE) return require(entry) as unknown;
  const name = `${basename(dirname(entry))}-`;
  const kept = join(cacheDir, `${name}${createHash('sha1').update(source).digest('hex')}.compiled`);
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const script = new Script(Module.wrap(source), { filename: entry, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const run = script.runInThisContext() as Wrapped;
  run.call(module.exports, module.exports, require, module, entry, dirname(entry));
  // Another version of node takes nothing of what this one made.
  if (!cachedData || script.cachedDataRejected) keep(cacheDir, name, kept, script.createCachedData());
  return module.exports;
}

function keep(dir: string, name: string, file: string, data: Buffer): void {
  // Other instances may do the same right now: a rename is never seen half-written.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, data);
  renameSync(unfinished, file);
  const others = readdirSync(dir).filter((one) => one.startsWith(name) && one.endsWith('.compiled'));
  for (const one of others) if (join(dir, one) !== file) rmSync(join(dir, one), { force: true });
}
