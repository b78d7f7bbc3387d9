/** What the base library that the phone pretends to have knows: of `wx` and of its own components. */
import { BUILT_INS } from '../../../wechat/built-ins';
import { isNewer } from '../../../wechat/floor';

/** By name, see `tools/wechat/api-versions.ts`; the compiler puts it in. */
declare const API_VERSIONS: Readonly<Record<string, string>>;

/** Whether WeChat has such an API at all, and since when; undefined for a name it never had. */
export const versionOfApi = (name: string): string | undefined =>
  Object.hasOwn(API_VERSIONS, name) ? API_VERSIONS[name] : undefined;

const isIn = (version: string | undefined, library: string): boolean =>
  version !== undefined && !isNewer(version, library);

/**
 * `wx.canIUse`: an API (`getSystemInfoSync.return.screenWidth` by its name alone), a component (`page-meta`), or an
 * attribute of one (`picker.level`).
 */
export const knows = (library: string, schema: string): boolean => {
  const [name = '', attribute] = schema.split('.');
  const builtIn = Object.hasOwn(BUILT_INS, name) ? BUILT_INS[name] : undefined;
  if (!builtIn) return isIn(versionOfApi(name), library);
  if (!isIn(builtIn.since, library)) return false;
  return attribute === undefined || isIn(builtIn.attributes[attribute], library);
};
