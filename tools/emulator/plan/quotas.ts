import type { PlanQuotas } from '../types';

/**
 * What the small plan of CloudBase lets through. The numbers: developers.weixin.qq.com, 云开发 › 配额说明
 * (数据库 QPS 30、同时连接数 20，单个云函数同时连接数 20，调用次数 20 万/月); that what goes beyond is refused until others are done:
 * 资源超限和到期停服规则. The codes: docs.cloudbase.net › 错误码, Tencent Cloud's API for `LimitExceeded.NoValidConnection`.
 */
export const SMALL_PLAN: PlanQuotas = {
  databasePerSecond: 30,
  databaseAtOnce: 20,
  runsAtOnce: 20,
  callsPerMonth: 200_000,
};
