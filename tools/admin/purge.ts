/** Clears a past season away with the committee's own use case, as the operator of the environment. */
import type { Ports } from '../../cloudfunctions/_shared/ports';
import { purgeSeason } from '../../cloudfunctions/teacher/purge-season';
import { NO_CREDITS } from '../../cloudfunctions/_shared/credits';
import type { Say } from './backup';
import type { Environment } from './connect';

const OPERATOR = 'operator';

/** Only what the use case needs: it sends nothing and seals nothing. */
const portsOf = ({ store, files }: Environment, now: () => number): Ports =>
  ({ store, files, clock: { now } }) as Pick<Ports, 'store' | 'files' | 'clock'> as Ports;

const callerAt = (at: number) => ({
  account: {
    _id: OPERATOR,
    recordVersion: 1 as const,
    version: 0,
    name: '运维',
    memberId: null,
    roles: [],
    credits: { ...NO_CREDITS },
    bookedAskIds: [],
    createdAt: at,
  },
  role: 'committee' as const,
  scopeId: 'all',
  scopeName: '校团委',
});

/** Goes on until nothing is left; `now` is epoch ms. Throws with the code of what was refused. */
export const purge = async (
  environment: Environment,
  { seasonId, dryRun, now, say }: { seasonId: string; dryRun: boolean; now: () => number; say: Say },
): Promise<Record<string, number>> => {
  const ports = portsOf(environment, now);
  const total: Record<string, number> = {};
  for (let cursor: string | null | undefined; cursor !== null;) {
    const request = { seasonId, dryRun, ...(cursor ? { cursor } : {}) };
    const part = await purgeSeason(ports, { caller: callerAt(now()), request });
    if (!part.ok) throw new Error(`不能清理：${part.error.code}`);
    for (const [key, count] of Object.entries(part.data.counts)) total[key] = (total[key] ?? 0) + count;
    say(`  还剩 ${part.data.branchesLeft} 个团支部`);
    cursor = part.data.next;
  }
  return total;
};
