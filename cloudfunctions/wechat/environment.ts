/** What the environment says of itself: its variables, its clock, and whether the timer keeps up. */
import { NotConfigured, type EnvironmentProblem } from '../_shared/kernel/environment';
import type { Ports } from '../_shared/platform/ports';
import type { WechatRuntime } from './runtime';
import { textOf } from './probes/probe';

export interface EnvironmentReport {
  /** Variables that are missing or malformed, one by one; never their values. */
  readonly problems: readonly EnvironmentProblem[];
  /** What else keeps the functions from working; null when nothing does. */
  readonly fault: string | null;
  /** Epoch milliseconds of the cloud's clock. */
  readonly now: number;
  readonly node: string;
  /** How long the oldest message that is due waits, in milliseconds; 0 when none waits. */
  readonly backlogMs: number;
}

const backlogOf = async ({ store }: Ports, now: number): Promise<number> => {
  const [oldest] = await store.find('notices', {
    where: { status: 'planned', nextAt: { lte: now } },
    orderBy: ['nextAt', 'asc'],
    limit: 1,
  });
  return oldest ? now - oldest.nextAt : 0;
};

export const reportEnvironment = async ({
  ports,
  variableProblems,
  now: clock,
  node,
}: Pick<WechatRuntime, 'ports' | 'variableProblems' | 'now' | 'node'>): Promise<EnvironmentReport> => {
  const now = clock();
  const problems = variableProblems();
  try {
    return { problems, fault: null, now, node, backlogMs: await backlogOf(ports(), now) };
  } catch (error) {
    // The problems name the variables already.
    const fault = error instanceof NotConfigured ? null : textOf(error);
    return { problems, fault, now, node, backlogMs: 0 };
  }
};
