import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './finding';

/** WeChat's own wcc and wcsc, as binaries; both stop at the first error. */
interface Compilers {
  /** Throws the compiler's message. */
  readonly wcc: (root: string, files: string[], wxs: string[], options: { maxBuffer: number }) => string;
  /** Returns the compiler's message as an error. */
  readonly wcsc: (root: string, files: string[], options: { maxBuffer: number }) => object;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

const load = (): Compilers => {
  const require = createRequire(__filename);
  return {
    wcc: require('miniprogram-compiler/src/wcc') as Compilers['wcc'],
    wcsc: require('miniprogram-compiler/src/wcsc') as Compilers['wcsc'],
  };
};

/** Files of the mini-program by suffix, without the packages of others. */
const filesWith = (root: string, suffix: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(suffix) && !file.includes('miniprogram_npm/'))
    .sort();

const withoutSuffix = (file: string): string => file.slice(0, file.lastIndexOf('.'));

const messageOf = (compile: () => unknown): string | undefined => {
  try {
    const result = compile();
    return result instanceof Error ? result.message : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** All files at once, which is fast; one by one only to name each file that fails. */
const compileAll = (files: string[], compile: (files: string[]) => unknown): Finding[] => {
  const whole = messageOf(() => compile(files));
  if (whole === undefined) return [];
  const each = files.flatMap((file): Finding[] => {
    const message = messageOf(() => compile([file]));
    return message === undefined ? [] : [{ file, message: message.trim() }];
  });
  return each.length > 0 ? each : [{ file: '', message: whole.trim() }];
};

/** Every WXML, WXSS and wxs file through WeChat's own compilers. */
export const officialCompilers = (root: string): Check => ({
  name: 'wcc and wcsc',
  run: () => {
    const { wcc, wcsc } = load();
    const options = { maxBuffer: MAX_OUTPUT_BYTES };
    const [wxml, wxss, wxs] = ['.wxml', '.wxss', '.wxs'].map((suffix) => filesWith(root, suffix)) as [
      string[],
      string[],
      string[],
    ];
    const findings = [
      ...compileAll(wxml, (files) => wcc(root, files.map(withoutSuffix), wxs, options)),
      ...compileAll(wxss, (files) => wcsc(root, files.map(withoutSuffix), options)),
    ];
    const seen = `${wxml.length} WXML, ${wxss.length} WXSS, ${wxs.length} wxs`;
    return Promise.resolve({ findings, seen });
  },
});
