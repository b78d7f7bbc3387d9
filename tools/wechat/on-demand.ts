import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const sameText = (one: string, other: string): boolean =>
  existsSync(one) && existsSync(other) && readFileSync(one, 'utf8') === readFileSync(other, 'utf8');

/**
 * Installs a folder's own pinned packages, which the normal install leaves out for their size. Does nothing when
 * they are there as its lock file says. Install scripts do not run.
 */
export const installOnDemand = async (folder: string): Promise<void> => {
  const lock = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules/.installed-lock.json');
  if (sameText(lock, installed)) return;
  console.log(`npm ci in ${path.relative(process.cwd(), folder)} (once)`);
  await run('npm', ['ci', '--ignore-scripts'], { cwd: folder, shell: process.platform === 'win32' });
  await copyFile(lock, installed);
};
