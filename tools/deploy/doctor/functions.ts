/** The deployed functions: there, on a runtime they can run on, with their settings and variables. */
import type { FunctionConfig } from '../function-config';
import type { DeployedFunction } from '../functions';
import { conflicting } from '../variables';

const OLDEST_NODE = 16;
const REQUIRED_VARIABLES = ['FIELD_KEY', 'ADMIN_CODE', 'TEMPLATE_IDS', 'MINIPROGRAM_STATE'] as const;
const CONSOLE = '云开发控制台 → 云函数';

const majorOf = (runtime: string): number => Number(/(\d+)/.exec(runtime)?.[1] ?? 0);

const checkOne = (
  name: string,
  { memorySize, timeout }: FunctionConfig,
  held: DeployedFunction | undefined,
): string[] => {
  if (!held) return [`云函数 ${name} 还没有：运行 npm run deploy`];
  const missing = REQUIRED_VARIABLES.filter((variable) => !held.variables[variable]);
  return [
    majorOf(held.runtime) < OLDEST_NODE &&
      `云函数 ${name} 的运行环境是 ${held.runtime}：${CONSOLE} → 删除它，再运行 npm run deploy（会建成 Node 16）`,
    held.memorySize !== memorySize &&
      `云函数 ${name} 的内存是 ${held.memorySize} MB，应为 ${memorySize} MB：运行 npm run deploy`,
    held.timeout !== timeout &&
      `云函数 ${name} 的超时时间是 ${held.timeout} 秒，应为 ${timeout} 秒：运行 npm run deploy`,
    missing.length > 0 &&
      `云函数 ${name} 缺环境变量 ${missing.join('、')}：运行 npm run deploy，或在 ${CONSOLE} → ${name} → 配置里添加`,
  ].filter((line): line is string => line !== false);
};

export const checkFunctions = (
  wanted: Readonly<Record<string, FunctionConfig>>,
  deployed: readonly DeployedFunction[],
): string[] => {
  const ours = deployed.filter(({ name }) => name in wanted);
  const conflicts = conflicting(ours.map(({ variables }) => variables));
  return [
    ...Object.entries(wanted).flatMap(([name, config]) =>
      checkOne(
        name,
        config,
        ours.find((one) => one.name === name),
      ),
    ),
    ...conflicts.map((name) => `各云函数的环境变量 ${name} 不一致：在 ${CONSOLE} 里改成同一个值`),
  ];
};
