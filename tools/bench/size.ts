/** `npm run bench:size`: what an upload holds, by package, and the functions' bundles. Exit code 1 over a limit. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTyped, reportFailure } from '../command-line/typed';
import { buildFunctions } from '../build/functions';
import { compilePackage } from '../wechat/package';
import { MAIN_LIMIT, PACKAGE_LIMIT, sizesByPackage } from '../wechat/package-sizes';

const USAGE = '用法：npm run bench:size';

const ROOT = path.resolve(__dirname, '../..');
const KB = 1024;
/** What WeChat allows all packages together. */
const WHOLE_LIMIT = 30 * 1024 * KB;
const LARGEST = 8;

const inKb = (bytes: number): string => `${(bytes / KB).toFixed(0).padStart(6)} KB`;

const subpackageRoots = (): string[] => {
  const app = readFileSync(path.join(ROOT, 'miniprogram/app.json'), 'utf8');
  return (JSON.parse(app) as { subpackages: { root: string }[] }).subpackages.map(({ root }) => root);
};

const line = (name: string, bytes: number, limit: number): boolean => {
  console.log(`${bytes <= limit ? '✓' : '✗'} ${name.padEnd(28)} ${inKb(bytes)} of ${inKb(limit)}`);
  return bytes <= limit;
};

const miniProgram = async (): Promise<boolean> => {
  const files = await compilePackage();
  const { main, ...subpackages } = sizesByPackage(files, subpackageRoots());
  const whole = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  const verdicts = [
    line('main package', main, MAIN_LIMIT),
    ...Object.entries(subpackages).map(([root, bytes]) => line(root, bytes, PACKAGE_LIMIT)),
    line('all together', whole, WHOLE_LIMIT),
  ];
  console.log(`largest files of ${Object.keys(files).length}:`);
  const largest = Object.entries(files).sort(([, one], [, other]) => other - one);
  for (const [file, bytes] of largest.slice(0, LARGEST)) console.log(`  ${inKb(bytes)}  ${file}`);
  return verdicts.every(Boolean);
};

const functions = async (): Promise<void> => {
  const outDir = await mkdtemp(path.join(tmpdir(), 'size-'));
  const { sizes } = await buildFunctions({ outDir });
  console.log('functions: read at a cold start, and in all files (without source maps)');
  for (const [name, bytes] of Object.entries(sizes)) {
    const folder = path.join(outDir, name);
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.js$/.test(file),
    );
    const all = code.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    console.log(`  ${name.padEnd(10)} ${inKb(bytes)} ${inKb(all)}`);
  }
  await rm(outDir, { recursive: true });
};

const main = async (): Promise<void> => {
  readTyped({ usage: USAGE });
  if (!(await miniProgram())) process.exitCode = 1;
  await functions();
};

void main().catch(reportFailure);
