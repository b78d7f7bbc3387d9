/** The functions as the platform runs them: one call at a time in an instance, as many instances as the plan lets run. */
import { tick } from '../../../cloudfunctions/reminder/tick';
import type { Ports } from '../../../cloudfunctions/_shared/platform/ports';
import { toClientError } from '../../emulator/client/errors';
import type { Plan } from '../../emulator/plan/plan';
import { callerOf, type Call } from '../../simulate/departures/calls';
import { askingFor } from './asking';
import type { ModelledTime } from './modelled-time';
import type { CallFunction } from './phone';

/** Modelled, not measured on the platform: a phone's way to the cloud and back, and what a function itself works. */
const NETWORK_MS = 80;
const WORK_MS = 10;
/** No phone waits for it. */
const TIMER = 'reminder';

/** Ports for one call after the other, with what the instance remembers between them. */
export type Instance = () => Ports;

interface FunctionOptions {
  readonly time: ModelledTime;
  readonly plan: Plan;
  readonly openInstance: (isAwaited: boolean) => Instance;
}

type Called = Parameters<Call>;

export const openFunctions = ({ time, plan, openInstance }: FunctionOptions) => {
  const idle = new Map<string, Instance[]>();

  const run = <T>(name: string, work: (ports: Ports) => Promise<T>): Promise<T> =>
    plan.run(name, async () => {
      const free = idle.get(name) ?? [];
      idle.set(name, free);
      const instance = free.pop() ?? openInstance(name !== TIMER);
      await time.wait(WORK_MS);
      try {
        return await work(instance());
      } finally {
        free.push(instance);
      }
    });

  const callFunction: CallFunction = async (openid, { name, data }) => {
    const { action, payload } = data as { action: Called[2]; payload: Called[3] };
    await time.wait(NETWORK_MS);
    try {
      const answer = (ports: Ports) => callerOf(ports)(openid, name as Called[1], action, payload);
      return { result: await askingFor(`${name}.${action}`, () => run(name, answer)) };
    } catch (error) {
      // As `wx.cloud` does.
      throw toClientError('callFunction', error);
    }
  };

  return { callFunction, runTimer: () => askingFor(TIMER, () => run(TIMER, tick)) };
};
