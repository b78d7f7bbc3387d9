import type { EnvironmentReport } from '../../../cloudfunctions/wechat/environment';

const MINUTE_MS = 60_000;
const CLOCKS_APART_MS = 2 * MINUTE_MS;
/** A message leaves at the next tick of the timer; longer than this it does not come. */
const LATE_MS = 10 * MINUTE_MS;

const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);

/** `here` is the time of this computer, in epoch milliseconds. */
export const checkClock = ({ fault, now }: EnvironmentReport, here: number): string[] => [
  ...(fault === null
    ? []
    : [`云函数不接受环境变量：${fault}。到云开发控制台 → 云函数 → 配置里改正，或运行 npm run deploy`]),
  ...(Math.abs(now - here) > CLOCKS_APART_MS
    ? [`这台电脑和云端的时间差 ${minutes(Math.abs(now - here))} 分钟：校准这台电脑的时间`]
    : []),
];

export const checkTimer = ({ backlogMs }: EnvironmentReport): string[] =>
  backlogMs > LATE_MS
    ? [
        `有消息晚了 ${minutes(backlogMs)} 分钟还没发：看云函数 reminder 的日志，和老师的“本季 → 消息发得怎么样”`,
      ]
    : [];
