/** What the cheapest plan holds and costs, as data: another year needs another line here and nothing else. */

interface Source {
  readonly where: string;
  /** When it was read. */
  readonly read: string;
  /** False where the page says it in other words today, or only other people report it. */
  readonly isCertain: boolean;
}

export interface Plan {
  readonly name: string;
  /** Yuan a month. */
  readonly price: number;
  readonly included: {
    /** Runs of functions, requests to database and storage together. */
    readonly calls: number;
    /** Seconds of run time times gigabytes of memory. */
    readonly gbSeconds: number;
    readonly storageGb: number;
    readonly trafficGb: number;
  };
  /** Yuan for what goes beyond. */
  readonly beyond: {
    readonly per10000Calls: number;
    readonly perGbAndDay: number;
  };
  readonly sources: readonly Source[];
}

/** 个人版 of 腾讯云开发. */
export const SMALL_PLAN: Plan = {
  name: '个人版',
  price: 19.9,
  included: { calls: 200_000, gbSeconds: 40_000, storageGb: 2, trafficGb: 5 },
  beyond: { per10000Calls: 0.5, perGbAndDay: 0.1 },
  sources: [
    { where: '腾讯云 云开发 价格页：月费、调用次数、容量、超限按量', read: '2026-11', isCertain: true },
    // The page counts 资源点 now; how many a second of run time costs was not found.
    { where: '微信开放文档 云开发 配额说明：资源使用量 4 万 GBs', read: '2026-11', isCertain: false },
  ],
};
