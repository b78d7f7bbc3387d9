import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { leftOut } from './left-out';
import { onDemand } from './on-demand';

const SOURCE = path.resolve(__dirname, '../../cloudfunctions');

/** Names of the cloud functions: every folder with an `index.ts`, so not `_shared`. */
export const functionNames = async (): Promise<string[]> => {
  const entries = await readdir(SOURCE, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(SOURCE, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
};

/** Heavy parts of a function: each file in its `lazy/` is a bundle of its own, loaded by a dynamic import. */
const LAZY = 'lazy';

const lazyParts = (name: string): string[] => {
  const folder = path.join(SOURCE, name, LAZY);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => file.endsWith('.ts')).map((file) => path.basename(file, '.ts'));
};

/** Leaves dynamic imports of lazy parts as they are, with the path they have beside the bundle. */
const keepLazyApart: esbuild.Plugin = {
  name: 'keep-lazy-apart',
  setup(build) {
    build.onResolve({ filter: /\/lazy\// }, ({ kind, path: asked }) =>
      kind === 'dynamic-import'
        ? { path: `./${LAZY}/${path.basename(asked)}.js`, external: true }
        : undefined,
    );
  },
};

const entryPoints = (names: readonly string[]): { in: string; out: string }[] =>
  names.flatMap((name) => [
    { in: path.join(SOURCE, name, 'index.ts'), out: `${name}/index` },
    ...lazyParts(name).map((part) => ({
      in: path.join(SOURCE, name, LAZY, `${part}.ts`),
      out: `${name}/${LAZY}/${part}`,
    })),
  ]);

/** What the bundles may hold beyond what the target says. */
const SUPPORTED = {
  // A lazy part is required when it is needed.
  'dynamic-import': false,
  // V8 skims a `function` until it is called, but reads an arrow function inside another function in full, and all of
  // a CommonJS file is inside one: twice the work and memory at each cold start.
  arrow: false,
};

const PLUGINS = [keepLazyApart, leftOut, onDemand];

const options = (names: readonly string[], outDir: string): esbuild.BuildOptions => ({
  entryPoints: entryPoints(names),
  plugins: PLUGINS,
  outdir: outDir,
  bundle: true,
  platform: 'node',
  // The runtime that a deployment gives them.
  target: 'node20',
  supported: SUPPORTED,
  format: 'cjs',
  // Names of functions go with the rest: keeping them takes a call for each function, a tenth of a cold start.
  minify: true,
  sourcemap: 'linked',
  logLevel: 'silent',
});

const writeManifests = async (names: readonly string[], outDir: string): Promise<void> => {
  for (const name of names) {
    const target = path.join(outDir, name);
    await mkdir(target, { recursive: true });
    await cp(path.join(SOURCE, name, 'config.json'), path.join(target, 'config.json'));
    // Nothing is installed in the cloud: the bundle holds all it needs.
    await writeFile(path.join(target, 'package.json'), `${JSON.stringify({ name, main: 'index.js' })}\n`);
  }
};

export interface FunctionsBuild {
  names: string[];
  /** Bytes of each function's bundle, without its lazy parts. */
  sizes: Record<string, number>;
}

/** Bundles every cloud function into `outDir/<name>/`, ready for CloudBase. Throws esbuild's failure. */
export const buildFunctions = async ({ outDir }: { outDir: string }): Promise<FunctionsBuild> => {
  const names = await functionNames();
  await writeManifests(names, outDir);
  await esbuild.build(options(names, outDir));
  const sizes = Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(outDir, name, 'index.js')).byteLength]),
  );
  return { names, sizes };
};

export interface FunctionsWatch {
  stop(): Promise<void>;
}

/**
 * Rebuilds on every change, in full words: whoever writes reads in the log where it went wrong. `onBuild` is told the
 * errors of each round, none when it went well.
 */
export const watchFunctions = async (
  { outDir }: { outDir: string },
  onBuild: (errors: readonly string[]) => void,
): Promise<FunctionsWatch> => {
  const names = await functionNames();
  await writeManifests(names, outDir);
  const report: esbuild.Plugin = {
    name: 'report',
    setup(build) {
      build.onEnd(async ({ errors }) => {
        const lines = await esbuild.formatMessages(errors, { kind: 'error', color: false });
        onBuild(lines);
      });
    },
  };
  const readable = { minify: false, plugins: [...PLUGINS, report] };
  const context = await esbuild.context({ ...options(names, outDir), ...readable });
  await context.watch();
  return { stop: () => context.dispose() };
};
