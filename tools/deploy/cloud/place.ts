import type CloudBase from '@cloudbase/manager-node';
import * as v from 'valibot';
import type { Patiently } from './patience';

/** What the environment is made of, as far as its being usable goes. */
const description = v.object({
  EnvInfo: v.optional(
    v.object({
      EnvBaseInfo: v.optional(
        v.object({
          EnvId: v.string(),
          Status: v.string(),
          Databases: v.nullish(v.array(v.object({ InstanceId: v.string() })), []),
          Storages: v.nullish(v.array(v.object({ Bucket: v.string() })), []),
          Functions: v.nullish(v.array(v.object({ Namespace: v.string() })), []),
        }),
      ),
    }),
  ),
});

const USABLE = 'NORMAL';

/** Throws with words for a person when the environment is not there or not ready for this product. */
export const checkPlace = async (manager: CloudBase, patiently: Patiently, env: string): Promise<void> => {
  const answer = await patiently(`查看环境 ${env}`, () => manager.env.describeEnvInfo({ EnvId: env }));
  const info = v.parse(description, answer).EnvInfo?.EnvBaseInfo;
  if (!info)
    throw new Error(
      `这对密钥的账号下没有云环境 ${env}：在开发者工具“云开发 → 设置”里核对环境 ID，并用小程序的账号登录腾讯云`,
    );
  if (info.Status !== USABLE)
    throw new Error(
      `云环境 ${env} 现在是 ${info.Status}，不能部署：到云开发控制台看是否欠费、停用或还在创建`,
    );
  const missing = [
    info.Databases.length === 0 && '文档型数据库',
    info.Storages.length === 0 && '云存储',
    info.Functions.length === 0 && '云函数',
  ].filter((part) => part !== false);
  if (missing.length > 0)
    throw new Error(`云环境 ${env} 还没有开通${missing.join('、')}：到云开发控制台各点一次开通`);
};
