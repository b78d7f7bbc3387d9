import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './finding';
import { ownFiles } from './mini-program';

/** Imports that remain in the compiled file; those of types alone are gone by then. */
const REMAINING = /\b(?:import|export)\s(?!type\b)(?:[^;'"]*?\bfrom\s+)?'(\.[^']*)'/g;
const SUFFIXES = ['', '.ts', '.js'];

const isFile = (root: string, file: string): boolean =>
  SUFFIXES.some((suffix) => path.extname(file + suffix) !== '' && existsSync(path.join(root, file + suffix)));

const unfound = (root: string, file: string): Finding[] => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(REMAINING)].flatMap(({ 1: asked = '', index }) => {
    if (isFile(root, path.posix.join(path.posix.dirname(file), asked))) return [];
    const line = text.slice(0, index).split('\n').length;
    return [
      {
        file: `${file}:${line}`,
        message: `“${asked}” is no file; WeChat knows no index: write “${asked}/index”`,
      },
    ];
  });
};

/**
 * Every module is asked for by its file. Node and esbuild take a folder for its `index`; WeChat does not, and leaves
 * out of the upload whatever is only reached that way.
 */
export const modules = (root: string): Check => ({
  name: 'modules',
  run: () => {
    const files = ownFiles(root, '.ts').filter((file) => !file.endsWith('.d.ts'));
    const findings = files.flatMap((file) => unfound(root, file));
    return Promise.resolve({ findings, seen: `${files.length} files` });
  },
});
