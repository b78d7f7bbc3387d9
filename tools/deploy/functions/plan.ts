/** What a function in the cloud lacks of the one that was built here. */
import type { HeldFunction, Timer, Variables } from '../cloud/functions';
import { isOutdated, RUNTIME, type Declared } from './declared';
import { BUILD_VARIABLE } from './variables';

/** Holds a function's variables while the function itself is made anew on another runtime. */
export const keeperOf = (name: string): string => `${name}-kept`;

export interface Held {
  readonly function?: HeldFunction | undefined;
  readonly keeper?: HeldFunction | undefined;
}

export interface FunctionPlan {
  readonly declared: Declared;
  readonly held: Held;
  /** All it shall hold, without its fingerprint. */
  readonly variables: Variables;
  readonly isNew: boolean;
  readonly outdated: boolean;
  readonly settingsDiffer: boolean;
  readonly codeDiffers: boolean;
  readonly timersToRemove: readonly string[];
  readonly timersToSet: readonly Timer[];
  /** Names and numbers only, never a value of a variable. */
  readonly differences: readonly string[];
}

const changed = (label: string, held: string | number, wanted: string | number): string[] =>
  held === wanted ? [] : [`~ ${label} ${held} → ${wanted}`];

const variableDifferences = (held: Variables, wanted: Variables): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    if (held[name] === value) return [];
    return [held[name] === undefined ? `+ 环境变量 ${name}` : `~ 环境变量 ${name}`];
  });

const settingDifferences = (
  held: HeldFunction,
  { declared, variables }: Wanted,
  logTopic: string,
): string[] => [
  ...changed('内存（MB）', held.memorySize, declared.memorySize),
  ...changed('超时（秒）', held.timeout, declared.timeout),
  ...variableDifferences(held.variables, variables),
  ...(logTopic !== '' && held.logTopic !== logTopic ? ['~ 日志改存到环境的日志服务'] : []),
];

const timerPlan = (held: readonly Timer[], declared: Declared) => {
  const same = (one: Timer) => (other: Timer) => one.name === other.name && one.config === other.config;
  const toRemove = held.filter((timer) => !declared.triggers.some(same(timer)));
  const toSet = declared.triggers.filter((timer) => !held.some(same(timer)));
  const replaced = (name: string) => toSet.some((timer) => timer.name === name);
  return {
    timersToRemove: toRemove.map(({ name }) => name),
    timersToSet: toSet,
    timerDifferences: [
      ...toRemove
        .filter(({ name }) => !replaced(name))
        .map(({ name, config }) => `- 定时器 ${name}（${config}）`),
      ...toSet.map(({ name, config }) => `+ 定时器 ${name}（${config}）`),
    ],
  };
};

interface Wanted {
  readonly declared: Declared;
  readonly variables: Variables;
}

/** What somebody set in the console besides stays. */
const withHeld = ({ function: held, keeper }: Held, variables: Variables): Variables => {
  const { [BUILD_VARIABLE]: _build, ...others } = { ...keeper?.variables, ...held?.variables };
  return { ...others, ...variables };
};

export const planFunction = (
  declared: Declared,
  held: Held,
  shared: Variables,
  logTopic: string,
): FunctionPlan => {
  const variables = withHeld(held, shared);
  const { function: present, keeper } = held;
  const { memorySize, timeout } = declared;
  const outdated = present !== undefined && isOutdated(present.runtime);
  const settings = present ? settingDifferences(present, { declared, variables }, logTopic) : [];
  const codeDiffers = present?.variables[BUILD_VARIABLE] !== declared.build;
  const { timerDifferences, ...timers } = timerPlan(outdated ? [] : (present?.timers ?? []), declared);
  return {
    declared,
    held,
    variables,
    isNew: !present,
    outdated,
    settingsDiffer: settings.length > 0,
    codeDiffers,
    ...timers,
    differences: [
      ...(present ? [] : [`+ 新建（${RUNTIME}，${memorySize} MB，${timeout} 秒）`]),
      ...(outdated ? [`~ 运行环境 ${present.runtime} → ${RUNTIME}（先另存环境变量，再重建）`] : []),
      ...settings,
      ...(codeDiffers ? [`~ 代码 ${declared.build}`] : []),
      ...timerDifferences,
      ...(keeper ? [`- ${keeper.name}（上次重建时另存的环境变量，用完删除）`] : []),
    ],
  };
};
