import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { drawIcons } from './icons/sheet';
import { iconSources } from './icons/sources';
import { splitNpm } from './npm-split';
import { slimComponents, UNUSED_LOOKS } from './slim';

const ROOT = path.resolve(__dirname, '../..');
const MINIPROGRAM = path.join(ROOT, 'miniprogram');
const OUT = path.join(MINIPROGRAM, 'miniprogram_npm');
const ICON_SHEET = 'icon/icon.wxss';

/** Packages the mini-program uses at run time, with the files beside a plain package's entry that it imports. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'tdesign-miniprogram': [],
  dayjs: ['plugin/utc'],
};

interface Manifest {
  version: string;
  main?: string;
  miniprogram?: string;
}

const manifestOf = async (name: string): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;

const buildPackage = async (name: string, manifest: Manifest): Promise<void> => {
  const source = path.join(ROOT, 'node_modules', name);
  const target = path.join(OUT, name);
  if (manifest.miniprogram) {
    await cp(path.join(source, manifest.miniprogram), target, { recursive: true });
    await slimComponents(target);
    return;
  }
  await mkdir(target, { recursive: true });
  const extras = (PACKAGES[name] ?? []).map((file) => ({ in: path.join(source, `${file}.js`), out: file }));
  await esbuild.build({
    entryPoints: [{ in: path.join(source, manifest.main ?? 'index.js'), out: 'index' }, ...extras],
    outdir: target,
    bundle: true,
    format: 'cjs',
    target: 'es2018',
  });
};

/** Icons are named anywhere, so their sheet is written anew each time. */
const buildIcons = async (manifests: readonly (readonly [string, Manifest])[]): Promise<void> => {
  for (const [name, { miniprogram }] of manifests) {
    if (!miniprogram) continue;
    const sheet = path.join(ROOT, 'node_modules', name, miniprogram, ICON_SHEET);
    if (!existsSync(sheet)) continue;
    const drawn = drawIcons(await readFile(sheet, 'utf8'), iconSources(MINIPROGRAM));
    await writeFile(path.join(OUT, name, ICON_SHEET), drawn);
  }
};

const buildPackages = async (manifests: readonly (readonly [string, Manifest])[]): Promise<void> => {
  const stamp = JSON.stringify([
    UNUSED_LOOKS,
    manifests.map(([name, { version }]) => [name, version, PACKAGES[name]]),
  ]);
  const stampFile = path.join(OUT, '.built');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
  await rm(OUT, { recursive: true, force: true });
  for (const [name, manifest] of manifests) await buildPackage(name, manifest);
  await writeFile(stampFile, stamp);
};

/**
 * Writes `miniprogram/miniprogram_npm` as the “build npm” of WeChat DevTools would: component packages are
 * copied without what no page asks for, plain packages become one CommonJS file. Of the icons only those stay that somebody names; what
 * only a subpackage uses is copied there.
 */
export const buildNpm = async (): Promise<void> => {
  const manifests = await Promise.all(
    Object.keys(PACKAGES).map(async (name) => [name, await manifestOf(name)] as const),
  );
  await buildPackages(manifests);
  await buildIcons(manifests);
  await splitNpm(MINIPROGRAM);
};
