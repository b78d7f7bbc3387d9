/** `dist/miniprogram`: the mini-program as it is uploaded, and beside it the settings of a project for WeChat's tools. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCharts } from './charts';
import { splitDomain } from './domain-split';
import { buildNpm } from './npm';

const ROOT = path.resolve(__dirname, '../..');
const SOURCE = path.join(ROOT, 'miniprogram');
/** A whole project for WeChat's tools: this folder holds the functions, too. */
export const UPLOAD_PROJECT = path.join(ROOT, 'dist');
const SETTINGS = 'project.config.json';
const NPM = 'miniprogram_npm';

const isOwnScript = (file: string): boolean => file.endsWith('.ts') && !file.includes(NPM);

const writeSettings = async (project: string): Promise<void> => {
  const settings = JSON.parse(await readFile(path.join(ROOT, SETTINGS), 'utf8')) as object;
  const folders = {
    miniprogramRoot: 'miniprogram/',
    srcMiniprogramRoot: 'miniprogram/',
    cloudfunctionRoot: 'cloudfunctions/',
  };
  await writeFile(path.join(project, SETTINGS), `${JSON.stringify({ ...settings, ...folders }, null, 2)}\n`);
};

const writeScripts = async (target: string): Promise<void> => {
  const files = await readdir(SOURCE, { recursive: true });
  const own = files.map((file) => file.split(path.sep).join('/')).filter(isOwnScript);
  const scripts = new Map(
    await Promise.all(
      own.map(async (file) => [file, await readFile(path.join(SOURCE, file), 'utf8')] as const),
    ),
  );
  const app = JSON.parse(await readFile(path.join(SOURCE, 'app.json'), 'utf8')) as {
    subpackages: readonly { root: string }[];
  };
  const split = splitDomain(
    scripts,
    app.subpackages.map(({ root }) => root),
  );
  for (const [file, text] of split) {
    const place = path.join(target, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, text);
  }
};

/**
 * Builds what goes to WeChat into `<project>/miniprogram`. DevTools opens the sources as they are: there the first start
 * loads a little more, and whoever edits edits the right file.
 */
export const buildMiniProgram = async (project = UPLOAD_PROJECT): Promise<string> => {
  await Promise.all([buildNpm(), buildCharts()]);
  const target = path.join(project, 'miniprogram');
  await rm(target, { recursive: true, force: true });
  await cp(SOURCE, target, {
    recursive: true,
    filter: (file) => !isOwnScript(path.relative(SOURCE, file).split(path.sep).join('/')),
  });
  await writeScripts(target);
  await writeSettings(project);
  return target;
};
