/** Which base library brought which `wx` API, as `miniprogram-api-typings` says it in its comments. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const TYPINGS = path.resolve(
  __dirname,
  '../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
);

const MEMBER = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n {8}(?:readonly )?(\w+)\s*[<(:]/g;
const VERSION = /需要基础库： `([\d.]+)`/;
const OLDEST = '1.0.0';

/** By name; what the typings give no version to was there from the beginning. */
export const apiVersions = (): Readonly<Record<string, string>> => {
  const text = readFileSync(TYPINGS, 'utf8');
  const members = text.slice(text.indexOf('    interface Wx {'));
  const versions: Record<string, string> = {};
  for (const [, comment = '', name = ''] of members.matchAll(MEMBER))
    versions[name] ??= VERSION.exec(comment)?.[1] ?? OLDEST;
  return { ...versions, env: OLDEST, cloud: '2.2.3' };
};
