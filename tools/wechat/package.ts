import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Check } from './finding';

const run = promisify(execFile);
const COMPILE = path.join(__dirname, 'compile-package.ts');
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Bytes by file of what an upload would hold. Throws with the compiler's words. */
export const compilePackage = async (): Promise<Readonly<Record<string, number>>> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'package-'));
  const out = path.join(dir, 'sizes.json');
  try {
    // One compile per process is all the library bears.
    await run(process.execPath, ['--import', 'tsx', COMPILE, out], { maxBuffer: MAX_OUTPUT_BYTES });
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
