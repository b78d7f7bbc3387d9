/** Clears a past season away with the committee's own use case, as the operator of the environment. */
import { randomBytes } from 'node:crypto';
import { createCipher } from '../../cloudfunctions/_shared/kernel/cipher';
import { chunks } from '../../cloudfunctions/_shared/kernel/chunks';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import { purgeSeason } from '../../cloudfunctions/teacher/season/purge-season';
import { NO_CREDITS } from '../../cloudfunctions/_shared/notices/credits';
import type { Say } from './say';
import type { Environment } from './connect';

const OPERATOR = 'operator';

/** What the tool seals it tells: no function could open it. */
const tellingCipher = (tell: (context: string) => void): Cipher => {
  const own = createCipher(randomBytes(32).toString('base64'), randomBytes);
  return {
    ...own,
    seal: (text, context) => {
      tell(context);
      return own.seal(text, context);
    },
  };
};

/** Only what the use case needs: it sends nothing. */
const portsOf = ({ store, files }: Environment, now: () => number, cipher: Cipher): Ports => {
  const needed: Pick<Ports, 'store' | 'files' | 'clock' | 'cipher'> = {
    store,
    files,
    clock: { now },
    cipher,
  };
  return needed as Ports;
};

const IDS_PER_CALL = 50;

/** The timer's last look at who is gone then goes by their id alone. */
const dropSealed = async ({ store }: Environment, memberIds: readonly string[]): Promise<void> => {
  for (const ids of chunks(memberIds, IDS_PER_CALL))
    await store.changeAll('erasures', { _id: { in: ids } }, { set: { personSealed: null } });
};

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
  const gone: string[] = [];
  const ports = portsOf(
    environment,
    now,
    tellingCipher((id) => void gone.push(id)),
  );
  const total: Record<string, number> = {};
  for (let cursor: string | null | undefined; cursor !== null;) {
    const request = { seasonId, dryRun, ...(cursor ? { cursor } : {}) };
    const part = await purgeSeason(ports, { caller: callerAt(now()), request });
    if (!part.ok) throw new Error(`不能清理：${part.error.code}`);
    for (const [key, count] of Object.entries(part.data.counts)) total[key] = (total[key] ?? 0) + count;
    say(`  还剩 ${part.data.branchesLeft} 个团支部`);
    cursor = part.data.next;
  }
  await dropSealed(environment, gone);
  return total;
};
