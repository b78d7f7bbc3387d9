/** Which open APIs each function may call, by WeChat's HTTP API: the uploader does not send `config.json`. */
import * as v from 'valibot';
import { readFunctionConfig } from './function-config';
import type { WechatApi } from './wechat-api';
import { WechatError } from './wechat-error';

/** WeChat's number for the configuration of open APIs. */
const OPENAPI = 1;
const NOT_CONFIGURED = 85089;

const held = v.object({
  config: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ permissions: v.object({ openapi: v.array(v.string()) }) }),
  ),
});

/** None when nothing was ever configured. */
const storedPermissions = async (api: WechatApi, env: string, name: string): Promise<string[]> => {
  try {
    const request = { type: OPENAPI, env, function_name: name };
    return (await api.call('/tcb/getfuncconfig', request, held)).config.permissions.openapi;
  } catch (error) {
    if (error instanceof WechatError && error.code === NOT_CONFIGURED) return [];
    throw error;
  }
};

export interface PermissionGap {
  readonly name: string;
  readonly wanted: readonly string[];
  readonly missing: readonly string[];
}

export const permissionGaps = async (
  api: WechatApi,
  env: string,
  functionsDir: string,
  names: readonly string[],
): Promise<PermissionGap[]> => {
  const gaps: PermissionGap[] = [];
  for (const name of names) {
    const wanted = readFunctionConfig(functionsDir, name).permissions.openapi;
    if (wanted.length === 0) continue;
    const stored = await storedPermissions(api, env, name);
    const missing = wanted.filter((permission) => !stored.includes(permission));
    if (missing.length > 0) gaps.push({ name, wanted, missing });
  }
  return gaps;
};

export const grantPermissions = async (
  api: WechatApi,
  env: string,
  { name, wanted }: PermissionGap,
): Promise<void> => {
  const config = JSON.stringify({ permissions: { openapi: wanted } });
  const request = { type: OPENAPI, env, function_name: name, config };
  await api.call('/tcb/uploadfuncconfig', request, v.looseObject({}));
};
