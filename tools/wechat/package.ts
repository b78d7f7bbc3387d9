import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildMiniProgram } from '../build/mini-program';
import { MAIN_LIMIT, PACKAGE_LIMIT, sizesByPackage } from './package-sizes';
import type { Check, Finding } from './finding';
import type { MiniProgram } from './mini-program';

const run = promisify(execFile);
const TSX = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
const COMPILE = path.join(__dirname, 'compile-package.ts');
const KB = 1024;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Bytes by file of what an upload would hold. Throws with the compiler's words. */
export const compilePackage = async (): Promise<Readonly<Record<string, number>>> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'package-'));
  const out = path.join(dir, 'sizes.json');
  try {
    await buildMiniProgram(dir);
    // One compile per process is all the library bears; it keeps a cache in the folder it runs in.
    const options = { cwd: dir, maxBuffer: MAX_OUTPUT_BYTES };
    await run(process.execPath, ['--import', TSX, COMPILE, dir, out], options);
    return JSON.parse(await readFile(out, 'utf8')) as Record<string, number>;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

const wordsOf = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message) ?? String(error);
};

const tooLarge = (name: string, bytes: number): Finding[] => {
  const limit = name === 'main' ? MAIN_LIMIT : PACKAGE_LIMIT;
  const message = `${Math.round(bytes / KB)} KB, at most ${limit / KB} KB`;
  return bytes > limit ? [{ file: `package ${name}`, message }] : [];
};

/** WeChat's own compile with all its checks of pages, components and configuration, and the size of each package. */
export const packageCompile = ({ subpackages }: Pick<MiniProgram, 'subpackages'>): Check => ({
  name: 'miniprogram-ci, offline',
  run: async () => {
    try {
      const files = await compilePackage();
      const sizes = sizesByPackage(files, subpackages);
      const findings = Object.entries(sizes).flatMap(([name, bytes]) => tooLarge(name, bytes));
      const whole = Object.entries(sizes).map(([name, bytes]) => `${name} ${Math.round(bytes / KB)} KB`);
      return { findings, seen: `${Object.keys(files).length} files: ${whole.join(', ')}` };
    } catch (error) {
      return { findings: [{ file: '', message: wordsOf(error) }], seen: 'nothing' };
    }
  },
});
