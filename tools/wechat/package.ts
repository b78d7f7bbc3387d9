import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Check } from './finding';

const run = promisify(execFile);
const TSX = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
const COMPILE = path.join(__dirname, 'compile-package.ts');
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Bytes by file of what an upload would hold. Throws with the compiler's words. */
export const compilePackage = async (): Promise<Readonly<Record<string, number>>> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'package-'));
  const out = path.join(dir, 'sizes.json');
  try {
    // One compile per process is all the library bears; it keeps a cache in the folder it runs in.
    const options = { cwd: dir, maxBuffer: MAX_OUTPUT_BYTES };
    await run(process.execPath, ['--import', TSX, COMPILE, out], options);
    return JSON.parse(await readFile(out, 'utf8')) as Record<string, number>;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

const wordsOf = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message) ?? String(error);
};

/** WeChat's own compile with all its checks of pages, components and configuration. */
export const packageCompile: Check = {
  name: 'miniprogram-ci, offline',
  run: async () => {
    try {
      const files = Object.keys(await compilePackage());
      return { findings: [], seen: `${files.length} files of a package` };
    } catch (error) {
      return { findings: [{ file: '', message: wordsOf(error) }], seen: 'nothing' };
    }
  },
};
