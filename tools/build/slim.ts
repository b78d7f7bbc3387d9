/** Makes the component package's largest files small: what nobody asks for is not sent to every phone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import postcss from 'postcss';

const TSLIB = 'miniprogram_npm/tslib/index.js';

/** Looks of a component, as the end of its classes names them, that no page asks for; a test holds the pages to it. */
export const UNUSED_LOOKS = {
  button: ['danger', 'ghost', 'dashed', 'circle', 'round', 'square', 'size-small', 'size-extra-small'],
  tag: ['dark', 'outline', 'light-outline', 'small', 'large', 'extra-large', 'round', 'mark', 'closable'],
  progress: ['plump', 'over-ten', 'under-ten', 'canvas--circle'],
  loading: ['fullscreen', 'spinner--spinner', 'spinner--dots', 'dot-\\d+'],
} as const;
export type SlimComponent = keyof typeof UNUSED_LOOKS;

const SLIM = Object.keys(UNUSED_LOOKS) as SlimComponent[];

/** The sheet of a component without rules for those looks. */
export const withoutLooks = (component: SlimComponent, sheet: string): string => {
  const unused = new RegExp(`t-${component}(?:--|__)(${UNUSED_LOOKS[component].join('|')})(?![\\w-])`);
  const root = postcss.parse(sheet);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !unused.test(selector));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  return root.toString();
};

const IMPORT = /\{([^{}]*)\}\s*from\s*["']tslib["']/g;

/** What these scripts import from `tslib`. */
export const importedFromTslib = (scripts: Iterable<string>): string[] => {
  const names = new Set<string>();
  for (const script of scripts)
    for (const [, list = ''] of script.matchAll(IMPORT))
      list.split(',').forEach((one) => names.add(one.trim().split(' ')[0] ?? ''));
  return [...names].filter(Boolean).sort();
};

const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.includes('miniprogram_npm'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));

/** @param folder the built component package */
export const slimComponents = async (folder: string): Promise<void> => {
  for (const component of SLIM) {
    const sheet = path.join(folder, component, `${component}.wxss`);
    if (existsSync(sheet)) await writeFile(sheet, withoutLooks(component, await readFile(sheet, 'utf8')));
  }
  const tslib = path.join(folder, TSLIB);
  if (!existsSync(tslib)) return;
  await esbuild.build({
    stdin: {
      contents: `export { ${importedFromTslib(scriptsIn(folder)).join(', ')} } from 'tslib';`,
      resolveDir: __dirname,
    },
    outfile: tslib,
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2018',
  });
};
