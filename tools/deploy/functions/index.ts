import type { Change } from '../change';
import type { Cloud } from '../cloud';
import type { DeployConfig } from '../config';
import { applyFunction } from './apply';
import { readDeclared } from './declared';
import { inOrder } from './order';
import { keeperOf, planFunction, type FunctionPlan } from './plan';
import { decideVariables, type Decided } from './variables';

export interface FunctionsWanted {
  readonly config: DeployConfig;
  readonly functionsDir: string;
  readonly names: readonly string[];
}

export interface FunctionPlans extends Pick<Decided, 'fresh'> {
  readonly plans: readonly FunctionPlan[];
}

/** Throws when the functions hold different secrets. */
export const planFunctions = async (
  { functions, logs }: Pick<Cloud, 'functions' | 'logs'>,
  { config, functionsDir, names }: FunctionsWanted,
): Promise<FunctionPlans> => {
  const logTopic = (await logs.topic()) ?? '';
  const found = await functions.list();
  const ours = found.filter((one) => names.some((name) => one.name === name || one.name === keeperOf(name)));
  const { variables, fresh } = decideVariables(
    config,
    ours.map((one) => one.variables),
  );
  const named = (name: string) => ours.find((one) => one.name === name);
  const plans = inOrder(names).map((name) => {
    const held = { function: named(name), keeper: named(keeperOf(name)) };
    return planFunction(readDeclared(functionsDir, name), held, variables, logTopic);
  });
  return { plans, fresh };
};

export const functionChanges = (
  { functions }: Pick<Cloud, 'functions'>,
  plans: readonly FunctionPlan[],
): Change[] =>
  plans
    .filter(({ differences }) => differences.length > 0)
    .map((plan) => ({
      what: `云函数 ${plan.declared.name}`,
      differences: plan.differences,
      make: () => applyFunction(functions, plan),
    }));
