import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiVersions } from './api-versions';
import type { Check, Finding } from './finding';
import { FLOOR, isNewer } from './floor';
import { ownFiles } from './mini-program';

const CALL = /\bwx\.(\w+)/g;
/** The system's own engine runs the scripts on an iPhone; this syntax came with iOS 16.4 and ends the whole file. */
const LOOK_BEHIND = /\(\?<[=!]/;

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const asks = (text: string, api: string): boolean => new RegExp(`canIUse\\('${api}[.']`).test(text);

const faultOf = (
  api: string,
  text: string,
  versions: Readonly<Record<string, string>>,
): string | undefined => {
  const version = versions[api];
  if (version === undefined) return `wx.${api} is not in miniprogram-api-typings`;
  return isNewer(version, FLOOR.library) && !asks(text, api)
    ? `wx.${api} came with ${version}, the floor is ${FLOOR.library}: ask wx.canIUse('${api}') in the same file`
    : undefined;
};

/** Every `wx` API is there at the floor, or asked for first. */
export const apis = (root: string): Check => ({
  name: `APIs at base library ${FLOOR.library}`,
  run: () => {
    const versions = apiVersions();
    const called = new Set<string>();
    const findings = ownFiles(root, '.ts').flatMap((file): Finding[] => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const behind = LOOK_BEHIND.exec(text);
      const calls = [...text.matchAll(CALL)].flatMap(({ index, 1: api = '' }) => {
        called.add(api);
        const message = faultOf(api, text, versions);
        return message === undefined ? [] : [{ file: `${file}:${lineOf(text, index)}`, message }];
      });
      return behind
        ? [
            ...calls,
            {
              file: `${file}:${lineOf(text, behind.index)}`,
              message: 'looks behind in a pattern (iOS 16.4)',
            },
          ]
        : calls;
    });
    return Promise.resolve({ findings, seen: `${called.size} APIs` });
  },
});
