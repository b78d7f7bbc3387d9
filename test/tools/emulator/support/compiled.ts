import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Where what stays outside is found from. */
const CACHE = resolve(__dirname, '../../../../node_modules/.cache');
/** Native, or with a program of its own. */
const OUTSIDE = ['libsql', 'esbuild'];

/** Each file goes on looking for its neighbours where it was written. */
const inItsFolder: Plugin = {
  name: 'in-its-folder',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tools[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\b__dirname\b/g, JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

export interface Compiled {
  /** What node runs. */
  readonly file: string;
  remove(): void;
}

/** A script of the tools, compiled once for tests that start it again and again: as written each start compiles it anew. */
export const compiled = async (entry: string): Promise<Compiled> => {
  mkdirSync(CACHE, { recursive: true });
  const dir = mkdtempSync(join(CACHE, 'compiled-'));
  const file = join(dir, 'main.js');
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: OUTSIDE,
    plugins: [inItsFolder],
    logLevel: 'silent',
  });
  return { file, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
