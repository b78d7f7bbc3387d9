import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { parse, type Rule } from 'postcss';

const ROOT = path.resolve(__dirname, '../..');
const TOKENS = path.join(ROOT, 'miniprogram/tokens.wxss');
const ENTRY = path.join(__dirname, 'charts-entry.ts');
/** In the teacher's subpackage: the main package must not grow by a chart library. */
const OUT = path.join(ROOT, 'miniprogram/packages/teacher/board/charts');

/** Custom properties of `page`, outside and inside the dark block, with `var()` resolved. */
export const paletteOf = (css: string): { light: Record<string, string>; dark: Record<string, string> } => {
  const light: Record<string, string> = {};
  const changed: Record<string, string> = {};
  const collect = (rule: Rule, into: Record<string, string>): void => {
    rule.walkDecls(/^--/, ({ prop, value }) => void (into[prop] = value.trim()));
  };
  parse(css).walkRules('page', (rule) => {
    const parent = rule.parent;
    const isDark = parent?.type === 'atrule' && 'params' in parent && String(parent.params).includes('dark');
    collect(rule, isDark ? changed : light);
  });
  const resolved = (all: Record<string, string>) => {
    const valueOf = (value: string): string =>
      value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => valueOf(all[name] ?? ''));
    const colours = Object.entries(all).filter(([name]) => name.startsWith('--c-'));
    return Object.fromEntries(colours.map(([name, value]) => [name.slice('--c-'.length), valueOf(value)]));
  };
  return { light: resolved(light), dark: resolved({ ...light, ...changed }) };
};

const write = async (file: string, text: string): Promise<void> => {
  // An unchanged file is left alone, so that a watcher does not build again.
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return;
  await writeFile(file, text);
};

/** A picture cannot read the page's custom properties, so the charts get the tokens as data. */
const buildPalette = async (outDir: string): Promise<void> => {
  const palette = paletteOf(await readFile(TOKENS, 'utf8'));
  await write(path.join(outDir, 'palette.js'), `exports.PALETTE = ${JSON.stringify(palette, null, 2)};\n`);
};

let engine: Promise<string> | undefined;

const bundleEngine = async (): Promise<string> => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2018',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

/** Bundled once per process: only the colours change while somebody works. */
const buildEngine = async (outDir: string): Promise<void> =>
  write(path.join(outDir, 'engine.js'), await (engine ??= bundleEngine()));

/** Writes `engine.js` (a small part of echarts) and `palette.js` (the colours of `tokens.wxss`) for the board. */
export const buildCharts = async (outDir = OUT): Promise<void> => {
  await mkdir(outDir, { recursive: true });
  await Promise.all([buildPalette(outDir), buildEngine(outDir)]);
};
