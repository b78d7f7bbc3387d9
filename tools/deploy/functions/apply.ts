/** Brings one function to what was built here. The fingerprint is written last: until then the next run does it again. */
import { sameVariables, type CloudFunctions, type Settings } from '../cloud/functions';
import { RUNTIME } from './declared';
import { keeperOf, type FunctionPlan } from './plan';
import { BUILD_VARIABLE } from './variables';

const settingsOf = ({ declared, variables }: FunctionPlan): Settings => ({
  memorySize: declared.memorySize,
  timeout: declared.timeout,
  variables,
});

/** A runtime is fixed at birth, and deleting a function deletes its variables: a second function holds them meanwhile. */
const rebuild = async (cloud: CloudFunctions, plan: FunctionPlan): Promise<void> => {
  const { declared, held } = plan;
  const { name, folder } = declared;
  const keeper = keeperOf(name);
  if (held.keeper) await cloud.configure(keeper, settingsOf(plan));
  else await cloud.create(keeper, RUNTIME, settingsOf(plan), folder);
  const kept = (await cloud.list()).find((one) => one.name === keeper);
  if (!kept || !sameVariables(kept.variables, plan.variables))
    throw new Error(`云函数 ${name} 的环境变量没有另存成功，没有动它：再运行一次`);
  await cloud.remove(name);
  await cloud.create(name, RUNTIME, settingsOf(plan), folder);
};

const setTimers = async (cloud: CloudFunctions, plan: FunctionPlan): Promise<void> => {
  for (const timer of plan.timersToRemove) await cloud.removeTimer(plan.declared.name, timer);
  for (const timer of plan.timersToSet) await cloud.setTimer(plan.declared.name, timer);
};

/** Variables come before code: new code may need them, and old code leaves them alone. */
const bring = async (cloud: CloudFunctions, plan: FunctionPlan): Promise<void> => {
  const { name, folder } = plan.declared;
  if (plan.outdated) return rebuild(cloud, plan);
  if (plan.isNew) return cloud.create(name, RUNTIME, settingsOf(plan), folder);
  if (plan.settingsDiffer) await cloud.configure(name, settingsOf(plan));
  if (plan.codeDiffers) await cloud.upload(name, plan.held.function?.runtime ?? RUNTIME, folder);
};

export const applyFunction = async (cloud: CloudFunctions, plan: FunctionPlan): Promise<void> => {
  const { declared, held } = plan;
  await bring(cloud, plan);
  await setTimers(cloud, plan);
  const settings = settingsOf(plan);
  const variables = { ...settings.variables, [BUILD_VARIABLE]: declared.build };
  await cloud.configure(declared.name, { ...settings, variables });
  if (held.keeper || plan.outdated) await cloud.remove(keeperOf(declared.name));
};
