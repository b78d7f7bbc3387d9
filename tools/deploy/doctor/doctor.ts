/** Looks at everything a working deployment needs and says in plain words what is missing. */
import type { CollectionSpec } from '../../emulator/types';
import { CONSOLE_CLICKS } from '../by-hand';
import { describeChange, type Change } from '../change';
import type { Cloud } from '../cloud';
import { logChanges } from '../environment/logs';
import { storageChanges } from '../environment/storage';
import { tableChanges } from '../environment/tables';
import { functionChanges, planFunctions, type FunctionsWanted } from '../functions';
import { uploadKeyFault } from '../mini-program/upload';
import { checkAssumptions } from './database';
import { checkClock, checkPushes, checkTimer, checkVariables } from './environment';
import { checkOpenApis } from './open-apis';
import { privacyCheckMissing, privacyDeclaration } from './privacy';
import { openSelfCheck } from './self-check';
import { previewMessages } from './message-preview';
import { checkTemplates } from './templates';
import { ask, attempt, show, type Verdict } from './verdict';

export interface Patient extends FunctionsWanted {
  readonly cloud: Cloud;
  readonly collections: readonly CollectionSpec[];
  readonly miniprogramDir: string;
  /** Epoch milliseconds. */
  now(): number;
}

/** What differs is what a deployment would change. */
const deployable = (changes: readonly Change[]): string[] =>
  changes.length === 0 ? [] : [...changes.map(describeChange), '运行 npm run deploy 就会改好'];

const checkFunctions = async ({ cloud, ...wanted }: Patient): Promise<string[]> => {
  const { plans } = await planFunctions(cloud, wanted);
  return deployable(functionChanges(cloud, plans));
};

/** What an operator sees from outside, through Tencent Cloud. */
const fromOutside = async (patient: Patient): Promise<Verdict[]> => {
  const { cloud, collections } = patient;
  return [
    await attempt('腾讯云密钥和云环境', async () => {
      await cloud.check();
      return [];
    }),
    await attempt('集合、索引、权限', async () => deployable(await tableChanges(cloud.tables, collections))),
    await attempt('云存储的权限', async () => deployable(await storageChanges(cloud))),
    await attempt('日志', async () => deployable(await logChanges(cloud))),
    await attempt('云函数、环境变量、定时器', () => checkFunctions(patient)),
  ];
};

/** What the environment says of itself, as the product meets it. */
const fromInside = async ({ cloud, config, functionsDir, names, now }: Patient): Promise<Verdict[]> => {
  const selfCheck = openSelfCheck(cloud.functions);
  return [
    await attempt('云调用权限', () => checkOpenApis(selfCheck, functionsDir, names)),
    await attempt('订阅消息模板', async () => checkTemplates(await selfCheck.templates(), config.templates)),
    await show('消息发出去是这样的', async () =>
      previewMessages(await selfCheck.templates(), config.templates, now()),
    ),
    await attempt('环境变量的写法', async () => checkVariables(await selfCheck.environment())),
    await attempt('时钟', async () => checkClock(await selfCheck.environment(), now())),
    await attempt('提醒有没有积压', async () => checkTimer(await selfCheck.environment())),
    await attempt('截图检查有没有结果', async () => checkPushes(await selfCheck.environment())),
    await attempt('数据库和我们想的一样', async () => checkAssumptions(await selfCheck.database())),
  ];
};

/** In the order in which a person would put things right. */
export const examine = async (patient: Patient): Promise<Verdict[]> => {
  const { config, miniprogramDir } = patient;
  const keyFault = uploadKeyFault(config.uploadKey);
  return [
    await attempt('上传密钥', () => Promise.resolve(keyFault ? [keyFault] : [])),
    ...(await fromOutside(patient)),
    ...(await fromInside(patient)),
    await attempt('隐私检查开关', () => Promise.resolve(privacyCheckMissing(miniprogramDir))),
    ask('用户隐私保护指引要写明', privacyDeclaration(miniprogramDir)),
    ask('接口查不到，请到控制台看一眼', CONSOLE_CLICKS),
  ];
};

const MARKS: Record<Verdict['state'], string> = { ok: '✓', wrong: '✗', ask: '？', shown: '·' };

export const describe = ({ what, state, todo }: Verdict): string =>
  [`${MARKS[state]} ${what}`, ...todo.map((line) => `    ${line.replaceAll('\n', '\n    ')}`)].join('\n');
