/** Brings the cloud functions to what was built here: compares first, so that it can be repeated at will. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFunctionConfig, type FunctionConfig } from './function-config';
import { BUILD_VARIABLE, type Variables } from './variables';

export interface DeployedFunction {
  readonly name: string;
  /** E.g. `Nodejs16.13`. */
  readonly runtime: string;
  readonly memorySize: number;
  readonly timeout: number;
  readonly variables: Variables;
}

export interface Settings {
  readonly memorySize: number;
  readonly timeout: number;
  readonly variables: Variables;
}

export interface FunctionCloud {
  list(): Promise<DeployedFunction[]>;
  create(name: string, settings: Settings): Promise<void>;
  configure(name: string, settings: Settings): Promise<void>;
  upload(name: string, folder: string): Promise<void>;
  setTimer(name: string, triggers: FunctionConfig['triggers']): Promise<void>;
}

/** Of everything that is uploaded; source maps stay here. */
const fingerprintOf = (folder: string): string => {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|json)$/.test(file),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
};

export interface FunctionPlan {
  readonly name: string;
  readonly folder: string;
  readonly config: FunctionConfig;
  readonly isNew: boolean;
  readonly settingsDiffer: boolean;
  readonly codeDiffers: boolean;
  readonly build: string;
  readonly variables: Variables;
}

const sameVariables = (held: Variables, wanted: Variables): boolean =>
  Object.entries(wanted).every(([name, value]) => held[name] === value);

export const planFunctions = (
  functionsDir: string,
  names: readonly string[],
  deployed: readonly DeployedFunction[],
  variables: Variables,
): FunctionPlan[] =>
  names.map((name) => {
    const folder = path.join(functionsDir, name);
    const config = readFunctionConfig(functionsDir, name);
    const held = deployed.find((one) => one.name === name);
    const build = fingerprintOf(folder);
    const settingsDiffer =
      held !== undefined &&
      !(
        held.memorySize === config.memorySize &&
        held.timeout === config.timeout &&
        sameVariables(held.variables, variables)
      );
    const codeDiffers = held?.variables[BUILD_VARIABLE] !== build;
    // What somebody set in the console besides stays; the fingerprint is written when all else is done.
    const { [BUILD_VARIABLE]: _build, ...others } = held?.variables ?? {};
    const all = { ...others, ...variables };
    return { name, folder, config, isNew: !held, settingsDiffer, codeDiffers, build, variables: all };
  });

export const describePlan = ({ name, isNew, settingsDiffer, codeDiffers }: FunctionPlan): string => {
  const parts = [
    isNew && '新建',
    settingsDiffer && '改内存、时限或环境变量',
    codeDiffers && '上传代码',
  ].filter(Boolean);
  return `云函数 ${name}：${parts.join('，') || '已是最新'}`;
};

/** The fingerprint is written last: if anything before it breaks off, the next run does it again. */
const applyOne = async (cloud: FunctionCloud, plan: FunctionPlan): Promise<void> => {
  const { name, folder, config, isNew, settingsDiffer, codeDiffers, build, variables } = plan;
  const { memorySize, timeout } = config;
  const before = { memorySize, timeout, variables };
  if (isNew) await cloud.create(name, before);
  else if (settingsDiffer) await cloud.configure(name, before);
  if (!codeDiffers && !settingsDiffer) return;
  if (codeDiffers) await cloud.upload(name, folder);
  await cloud.setTimer(name, config.triggers);
  await cloud.configure(name, { ...before, variables: { ...variables, [BUILD_VARIABLE]: build } });
};

export const applyFunctions = async (
  cloud: FunctionCloud,
  plans: readonly FunctionPlan[],
  say: (line: string) => void,
): Promise<void> => {
  for (const plan of plans) {
    say(describePlan(plan));
    await applyOne(cloud, plan);
  }
};
