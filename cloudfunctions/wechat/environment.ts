/** What the environment says of itself: its variables, its clock, and whether the timer keeps up. */
import type { Ports } from '../_shared/platform/ports';
import { textOf } from './probes/probe';

export interface EnvironmentReport {
  /** What is wrong with the variables; none when they are well formed. */
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

export const reportEnvironment = async (
  openPorts: () => Ports,
  { now, node }: { readonly now: number; readonly node: string },
): Promise<EnvironmentReport> => {
  try {
    const backlogMs = await backlogOf(openPorts(), now);
    return { fault: null, now, node, backlogMs };
  } catch (error) {
    return { fault: textOf(error), now, node, backlogMs: 0 };
  }
};
