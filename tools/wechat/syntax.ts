import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import type { Check, Finding } from './finding';
import { FLOOR } from './floor';
import { ownFiles } from './mini-program';

/** Newer than that year, and read by both engines all the same (Chrome 72, Safari 14.1): rewritten before the look. */
const READ_ANYWAY = { 'class-field': false, 'class-static-field': false };

/** Why an engine of that year would not read the script; undefined when it does. */
const faultIn = (text: string): string | undefined => {
  try {
    const { code } = transformSync(text, { loader: 'ts', supported: READ_ANYWAY, logLevel: 'silent' });
    parse(code, { ecmaVersion: FLOOR.ecmaScript, sourceType: 'module' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Scripts are uploaded as they are written, not turned into ES5, so no phone at the floor may stumble over one. */
export const syntax = (root: string): Check => ({
  name: `syntax of ECMAScript ${FLOOR.ecmaScript}`,
  run: () => {
    const files = ownFiles(root, '.ts').filter((file) => !file.endsWith('.d.ts'));
    const findings = files.flatMap((file): Finding[] => {
      const fault = faultIn(readFileSync(path.join(root, file), 'utf8'));
      return fault === undefined ? [] : [{ file, message: `is newer than the floor: ${fault}` }];
    });
    return Promise.resolve({ findings, seen: `${files.length} files` });
  },
});
