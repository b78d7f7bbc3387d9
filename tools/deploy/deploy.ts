/** The whole deployment: each step compares with what is there, so a broken run is simply run again. */
import type { CollectionSpec } from '../emulator/types';
import { CONSOLE_CLICKS, permissionClicks } from './by-hand';
import { describeChange, type Change } from './change';
import type { Cloud } from './cloud';
import { logChanges } from './environment/logs';
import { storageChanges } from './environment/storage';
import { tableChanges } from './environment/tables';
import { functionChanges, planFunctions, type FunctionsWanted } from './functions';

export interface Deployment extends FunctionsWanted {
  readonly cloud: Cloud;
  readonly collections: readonly CollectionSpec[];
  uploadMiniProgram(): Promise<void>;
  say(line: string): void;
  /** Shows everything and changes nothing. */
  readonly dryRun: boolean;
}

const bring = async (
  { dryRun, say }: Deployment,
  title: string,
  changes: readonly Change[],
): Promise<void> => {
  if (changes.length === 0) return say(`${title}：都是最新的`);
  say(`${title}：${dryRun ? '要改' : '在改'} ${changes.length} 处`);
  for (const change of changes) {
    say(`  ${describeChange(change)}`);
    if (!dryRun) await change.make();
  }
};

const functions = async (deployment: Deployment): Promise<void> => {
  const { cloud, dryRun, say } = deployment;
  const { plans, fresh } = await planFunctions(cloud, deployment);
  for (const name of Object.keys(fresh)) say(`密钥 ${name}：还没有，${dryRun ? '将' : '已'}随机生成`);
  // Shown before they are used: whoever sees a function fail below has them all the same.
  if (!dryRun)
    for (const [name, value] of Object.entries(fresh))
      say(`  ${name}=${value}（只显示这一次，请抄进学校的密码本；丢了就解不开已存的数据）`);
  await bring(deployment, '云函数', functionChanges(cloud, plans));
};

const miniProgram = async ({ dryRun, say, uploadMiniProgram }: Deployment): Promise<void> => {
  if (dryRun) return say('小程序：将上传为开发版');
  await uploadMiniProgram();
  say('小程序：已上传为开发版，到公众平台“版本管理”里设为体验版或提交审核');
};

const byHand = ({ functionsDir, names, say }: Deployment): void => {
  say('还要手工点一次的（第一次部署时，以及权限变了以后；缺不缺，npm run doctor 会说）：');
  for (const line of [...permissionClicks(functionsDir, names), ...CONSOLE_CLICKS]) say(`  · ${line}`);
};

/** In this order: nobody can call a function before its collections exist, nor open a page before its functions. */
export const deploy = async (deployment: Deployment): Promise<void> => {
  const { cloud, collections } = deployment;
  await cloud.check();
  await bring(deployment, '数据库', await tableChanges(cloud.tables, collections));
  await bring(deployment, '云存储', await storageChanges(cloud));
  await bring(deployment, '日志', await logChanges(cloud));
  await functions(deployment);
  await miniProgram(deployment);
  byHand(deployment);
};
