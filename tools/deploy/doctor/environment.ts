import type { EnvironmentReport } from '../../../cloudfunctions/wechat/environment';
import { PUSH_CLICK } from '../by-hand';

const MINUTE_MS = 60_000;
const CLOCKS_APART_MS = 2 * MINUTE_MS;
/** A message leaves at the next tick of the timer; longer than this it does not come. */
const LATE_MS = 10 * MINUTE_MS;

/** WeChat looks at a picture within half an hour. */
const PICTURE_LATE_MS = 60 * MINUTE_MS;

const MEND = '到云开发控制台 → 云函数 → 配置里改正，或运行 npm run deploy';

const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);

const PROBLEMS: Readonly<Record<EnvironmentReport['problems'][number]['problem'], string>> = {
  missing: '没有设',
  malformed: '写法不对',
};

/** One line for each variable that is not as it should be. */
export const checkVariables = ({ problems, fault }: EnvironmentReport): string[] => [
  ...problems.map(
    ({ variable, problem, expected, stopsAll }) =>
      `环境变量 ${variable} ${PROBLEMS[problem]}：要写${expected}。${stopsAll ? '没有它什么都用不了。' : ''}${MEND}`,
  ),
  ...(fault === null ? [] : [`云函数起不来：${fault}。到云开发控制台看云函数 wechat 的日志`]),
];

/** `here` is the time of this computer, in epoch milliseconds. */
export const checkClock = ({ now }: EnvironmentReport, here: number): string[] =>
  Math.abs(now - here) > CLOCKS_APART_MS
    ? [`这台电脑和云端的时间差 ${minutes(Math.abs(now - here))} 分钟：校准这台电脑的时间`]
    : [];

const TRIGGER_CLICK = '云开发控制台 → 云函数 → reminder → 触发器：要开着，再看它的日志';

const timerFaults = ({ timerLateMs }: EnvironmentReport): string[] => {
  if (timerLateMs === null)
    return [`定时器还没有运行过（每天 7 点到 23 点之间每分钟一次）。${TRIGGER_CLICK}`];
  return timerLateMs > LATE_MS
    ? [`定时器 ${minutes(timerLateMs)} 分钟没有做完该做的事了。${TRIGGER_CLICK}`]
    : [];
};

/** Its last run by what it wrote down, and whether what is due leaves. */
export const checkTimer = (report: EnvironmentReport): string[] => [
  ...timerFaults(report),
  ...(report.backlogMs > LATE_MS
    ? [
        `有消息晚了 ${minutes(report.backlogMs)} 分钟还没发：看云函数 reminder 的日志，和老师的“本季 → 消息发得怎么样”`,
      ]
    : []),
];

/** Without its pushes WeChat looks at the pictures and nobody hears what it thinks of them. */
export const checkPushes = ({ pictureMs }: EnvironmentReport): string[] =>
  pictureMs > PICTURE_LATE_MS
    ? [`有截图送检 ${minutes(pictureMs)} 分钟了还没有结果，老师看到的是“微信还没检查过”`, PUSH_CLICK]
    : [];
