/** The `wx` object of a phone. */
import { isNewer } from '../../../wechat/floor';
import type { RuntimeHost } from '../host';
import { asyncApi, failure, type Options } from './async-api';
import { createCloud } from './cloud';
import { createDeviceApis } from './device';
import { createFeedbackApis } from './feedback';
import { createFileApis } from './file-system';
import { USER_DATA_PATH } from './file-store';
import { knows, versionOfApi } from './library';
import { createMediaApis } from './media';
import { createNavigationApis } from './navigation';
import { createQueryApis } from './query';
import { createSettingApis } from './settings';
import { createStorageApis } from './storage';
import { createSystemApis } from './system';

/** Names that the language and tools ask of any object; answering them with a function would mislead. */
const NOT_APIS = new Set([
  'then',
  'toJSON',
  'constructor',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'default',
  '__esModule',
]);

/** Such an API has no callbacks to answer through. */
const ANSWERS_AT_ONCE = /Sync$|^(?:on|off|create)[A-Z]|Manager$/;

/** An API that WeChat has and nobody wrote for the preview: it fails as WeChat's do, and the desk says which. */
function missingApi(host: RuntimeHost, name: string): (options?: Options) => unknown {
  const fail = (): never => {
    host.reportError(new Error(`wx.${name} is not in the preview`));
    throw failure(name, 'not in the preview');
  };
  return ANSWERS_AT_ONCE.test(name) ? fail : asyncApi(name, fail);
}

/**
 * Every API answers with WeChat's `errMsg`. What the phone's base library does not have yet, or WeChat never had, is not
 * there, as on a phone.
 */
export function createWx(host: RuntimeHost): object {
  const feedback = createFeedbackApis(host);
  const apis: Record<string, unknown> = {
    ...createNavigationApis(host),
    ...feedback.apis,
    ...createStorageApis(host),
    ...createSystemApis(host),
    ...createDeviceApis(host, feedback.showToast),
    ...createMediaApis(host),
    ...createFileApis(host),
    ...createQueryApis(host),
    ...createSettingApis(host),
    cloud: createCloud(host),
    env: { USER_DATA_PATH },
  };
  apis.canIUse = (schema: string) => knows(host.library, schema);
  const get = (name: string): unknown => {
    if (NOT_APIS.has(name)) return apis[name];
    const version = versionOfApi(name);
    if (version !== undefined && isNewer(version, host.library)) return undefined;
    if (Object.hasOwn(apis, name)) return apis[name];
    return version === undefined ? undefined : missingApi(host, name);
  };
  return new Proxy(apis, {
    get: (target, name) => (typeof name === 'symbol' ? Reflect.get(target, name) : get(name)),
    has: (_, name) => typeof name === 'string' && get(name) !== undefined,
  });
}
