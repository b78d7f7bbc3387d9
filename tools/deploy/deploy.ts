/** The whole deployment: each step compares with what is there, so a broken run is simply run again. */
import type { CollectionSpec } from '../emulator/types';
import type { DeployConfig } from './config';
import { applyDatabase, planDatabase, storedCollections } from './database';
import { applyFunctions, describePlan, planFunctions, type FunctionCloud } from './functions';
import { grantPermissions, permissionGaps } from './permissions';
import { decideVariables } from './variables';
import type { WechatApi } from './wechat-api';

export interface Deployment {
  readonly config: DeployConfig;
  readonly api: WechatApi;
  readonly functions: FunctionCloud;
  readonly collections: readonly CollectionSpec[];
  readonly functionsDir: string;
  readonly names: readonly string[];
  uploadMiniProgram(): Promise<void>;
  say(line: string): void;
  /** Shows everything and changes nothing. */
  readonly dryRun: boolean;
}

const database = async ({ api, config, collections, dryRun, say }: Deployment): Promise<void> => {
  const plan = planDatabase(collections, await storedCollections(api, config.env));
  if (plan.missing.length + plan.toIndex.length === 0) return say('数据库：集合和索引都齐了');
  say(`数据库：要建 ${plan.missing.length} 个集合，补 ${plan.toIndex.length} 个集合的索引`);
  if (!dryRun) return applyDatabase(api, config.env, plan, say);
  for (const name of plan.missing) say(`  将建集合 ${name}`);
  for (const { name, indexes } of plan.toIndex)
    say(`  将建索引 ${name}：${indexes.map((index) => index.name).join('、')}`);
};

const functions = async (deployment: Deployment): Promise<void> => {
  const { config, functionsDir, names, dryRun, say } = deployment;
  const deployed = await deployment.functions.list();
  const ours = deployed.filter(({ name }) => names.includes(name));
  const { variables, fresh } = decideVariables(
    config,
    ours.map((one) => one.variables),
  );
  const plans = planFunctions(functionsDir, names, deployed, variables);
  for (const name of Object.keys(fresh)) say(`环境变量 ${name}：还没有，${dryRun ? '将' : '已'}随机生成`);
  if (dryRun) return plans.forEach((plan) => say(`  ${describePlan(plan)}`));
  // Shown before they are used: whoever sees a function fail below has them all the same.
  for (const [name, value] of Object.entries(fresh))
    say(`  ${name}=${value}（请抄进学校的密码本，丢了就解不开已存的数据）`);
  await applyFunctions(deployment.functions, plans, say);
};

const permissions = async ({ api, config, functionsDir, names, dryRun, say }: Deployment): Promise<void> => {
  const gaps = await permissionGaps(api, config.env, functionsDir, names);
  if (gaps.length === 0) return say('云调用权限：都有了');
  for (const gap of gaps) {
    say(`云调用权限 ${gap.name}：${dryRun ? '将加' : '加'} ${gap.missing.join('、')}`);
    if (!dryRun) await grantPermissions(api, config.env, gap);
  }
};

const miniProgram = async ({ dryRun, say, uploadMiniProgram }: Deployment): Promise<void> => {
  if (dryRun) return say('小程序：将上传为开发版');
  await uploadMiniProgram();
  say('小程序：已上传为开发版，到公众平台“版本管理”里设为体验版或提交审核');
};

/** What no interface of WeChat can do. */
export const BY_HAND = [
  '云开发控制台 → 数据库 → 每个集合 → 权限设置：选“仅管理端可读写”',
  '云开发控制台 → 存储 → 权限设置：选“仅创建者及管理员可读写”',
  '公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引：照 npm run doctor 列出的内容填写',
] as const;

/** In this order: nobody can call a function before its collections exist, nor open a page before its functions. */
export const deploy = async (deployment: Deployment): Promise<void> => {
  for (const step of [database, functions, permissions, miniProgram]) await step(deployment);
  deployment.say('还要手工做一次的：');
  for (const line of BY_HAND) deployment.say(`  · ${line}`);
};
