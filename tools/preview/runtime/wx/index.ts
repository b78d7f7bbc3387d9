/** The `wx` object of a phone. */
import type { RuntimeHost } from '../host';
import { createCloud } from './cloud';
import { createDeviceApis } from './device';
import { createFeedbackApis } from './feedback';
import { createFileApis } from './file-system';
import { USER_DATA_PATH } from './file-store';
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

/** An API nobody wrote for the preview says so when it is called, on the desk and to its caller. */
function missingApi(host: RuntimeHost, name: string): () => never {
  return () => {
    const error = new Error(`wx.${name} is not in the preview`);
    host.reportError(error);
    throw error;
  };
}

/** `button.open-type.share`, `getSystemInfoSync.return.screenWidth`: only the API or component itself is looked at. */
function canIUse(apis: Readonly<Record<string, unknown>>, schema: string): boolean {
  const name = schema.split('.')[0] ?? '';
  return name in apis || /^[a-z-]+$/.test(name);
}

/** Every API answers with WeChat's `errMsg`; unknown names report themselves. */
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
  apis.canIUse = (schema: string) => canIUse(apis, schema);
  return new Proxy(apis, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target || NOT_APIS.has(name)) return target[name as string];
      return missingApi(host, name);
    },
  });
}
