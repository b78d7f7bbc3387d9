/** Looks at everything a working deployment needs and says in plain words what is missing. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { CollectionSpec } from '../../emulator/types';
import type { DeployConfig } from '../config';
import { planDatabase, storedCollections } from '../database';
import { BY_HAND } from '../deploy';
import { readFunctionConfig } from '../function-config';
import type { FunctionCloud } from '../functions';
import { permissionGaps } from '../permissions';
import type { WechatApi } from '../wechat-api';
import { checkFunctions } from './functions';
import { privacyCheckMissing, privacyDeclaration } from './privacy';
import { checkTemplates } from './templates';
import { checkTriggers } from './triggers';
import { ask, attempt, type Verdict } from './verdict';

export interface Patient {
  readonly config: DeployConfig;
  readonly api: WechatApi;
  /** Opens on the first use: it needs the key and a connection. */
  functions(): Promise<FunctionCloud>;
  readonly collections: readonly CollectionSpec[];
  readonly functionsDir: string;
  readonly names: readonly string[];
  readonly miniprogramDir: string;
}

const checkKeys = ({ config }: Patient): string[] => {
  const key = existsSync(config.uploadKey) ? readFileSync(config.uploadKey, 'utf8') : undefined;
  return [
    !config.secret && '没有设环境变量 WX_APP_SECRET：公众平台“开发管理 → 开发设置”里的 AppSecret',
    key === undefined &&
      `没有代码上传密钥 ${config.uploadKey}：公众平台“开发管理 → 开发设置 → 小程序代码上传”下载`,
    key !== undefined && !key.includes('PRIVATE KEY') && `${config.uploadKey} 不是密钥文件：重新下载一次`,
  ].filter((line): line is string => line !== false);
};

const checkDatabase = async ({ api, config, collections }: Patient): Promise<string[]> => {
  const { missing, toIndex } = planDatabase(collections, await storedCollections(api, config.env));
  return [
    missing.length > 0 && `缺集合 ${missing.join('、')}：运行 npm run deploy`,
    toIndex.length > 0 &&
      `这些集合的索引不全：${toIndex.map(({ name }) => name).join('、')}：运行 npm run deploy`,
  ].filter((line): line is string => line !== false);
};

const checkPermissions = async ({ api, config, functionsDir, names }: Patient): Promise<string[]> =>
  (await permissionGaps(api, config.env, functionsDir, names)).map(
    ({ name, missing }) =>
      `云函数 ${name} 没有云调用权限 ${missing.join('、')}：运行 npm run deploy，或在开发者工具里右键 ${name} →“云函数增量上传：config.json”`,
  );

/** In the order in which a person would put things right. */
export const examine = async (patient: Patient): Promise<Verdict[]> => {
  const { api, config, functionsDir, names, miniprogramDir } = patient;
  const wanted = Object.fromEntries(names.map((name) => [name, readFunctionConfig(functionsDir, name)]));
  const look = (what: string, check: () => Promise<readonly string[]>) => attempt(what, check);
  return [
    await look('密钥', () => Promise.resolve(checkKeys(patient))),
    await look('AppID 和云环境', async () => {
      const request = { env: config.env, limit: 1, offset: 0 };
      await api.call('/tcb/databasecollectionget', request, v.looseObject({}));
      return [];
    }),
    await look('集合和索引', () => checkDatabase(patient)),
    await look('云函数和环境变量', async () =>
      checkFunctions(wanted, await (await patient.functions()).list()),
    ),
    await look('云调用权限', () => checkPermissions(patient)),
    await look('定时触发器', () => checkTriggers(api, config.env, wanted)),
    await look('订阅消息模板', () => checkTemplates(api, config.templates)),
    await look('隐私检查开关', () => Promise.resolve(privacyCheckMissing(miniprogramDir))),
    ask('用户隐私保护指引要写明', privacyDeclaration(miniprogramDir)),
    ask('接口查不到，请到控制台看一眼', BY_HAND),
  ];
};

const MARKS: Record<Verdict['state'], string> = { ok: '✓', wrong: '✗', ask: '？' };

export const describe = ({ what, state, todo }: Verdict): string =>
  [`${MARKS[state]} ${what}`, ...todo.map((line) => `    ${line}`)].join('\n');
