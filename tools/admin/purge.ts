/** Clears a past season away with the committee's own use case, as the operator of the environment. */
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import type { Ports } from '../../cloudfunctions/_shared/platform/ports';
import { purgeSeason } from '../../cloudfunctions/teacher/season/purge-season';
import { add, NOTHING, type Counts } from '../../cloudfunctions/teacher/season/purge/purge-branch';
import { NO_CREDITS } from '../../cloudfunctions/_shared/notices/credits';
import type { ErrorCode } from '../../miniprogram/domain/errors';
import type { Environment } from './connect';
import type { Keys } from './keys';
import { Refusal } from './refusal';
import type { Say } from './say';
import { opensHere } from './sealed';

const OPERATOR = 'operator';

/**
 * Only what the use case needs: it sends nothing. It seals who has gone for the timer's last look, as the functions do:
 * with a key of theirs.
 */
export const portsOf = (
  { store, files }: Environment,
  now: () => number,
  cipher: Cipher | undefined,
): Ports => {
  const needed: Pick<Ports, 'store' | 'files' | 'clock'> = { store, files, clock: { now } };
  return { ...needed, ...(cipher ? { cipher } : {}) } as Ports;
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

const refusalOf = (code: ErrorCode, seasonId: string): Refusal => {
  if (code === 'NOT_FOUND')
    return new Refusal(`没有 ${seasonId} 这个毕业季：--season 后面写它的编号，比如 2027。`);
  if (code === 'SEASON_OPEN')
    return new Refusal(`${seasonId} 是现在开着的毕业季，还不能清理：先请校团委在老师端开下一个毕业季。`);
  if (code === 'CONFLICT' || code === 'BUSY')
    return new Refusal('有人正在改名单或这个毕业季。清理过的不会丢，过几分钟再运行一次同样的命令。');
  return new Refusal(`不能清理 ${seasonId}（${code}）。清理过的不会丢；先运行 check，照它说的改好再来。`);
};

export const cipherOf = async (environment: Environment, keys: Keys | undefined): Promise<Cipher> => {
  if (!keys)
    throw new Refusal(
      '删人要先设环境变量 FIELD_KEY，和云函数里的一样；purge 只想数一数，加 --dry-run 就不用它。',
    );
  if (await opensHere(environment, keys.all)) return keys.all;
  throw new Refusal('FIELD_KEY 打不开这个环境里的密文，什么都没有动：照云函数里的原样抄过来。');
};

const UNITS: Readonly<Record<keyof Counts, readonly [label: string, unit: string]>> = {
  people: ['同学', '人'],
  transfers: ['转接记录', '份'],
  resetRequests: ['验证码求助', '次'],
  notices: ['消息', '条'],
  files: ['截图', '张'],
  kept: ['留下的', '人（保留关系、参军或暂缓，学院还要接着管）'],
};

/** One line of words for all that goes, or has gone, and for who stays. */
export const purgedWords = (counts: Counts): string =>
  (Object.keys(UNITS) as (keyof Counts)[])
    .map((key) => `${UNITS[key][0]} ${counts[key]} ${UNITS[key][1]}`)
    .join('，');

/** Goes on until nothing is left; `now` is epoch ms. @throws Refusal */
export const purge = async (
  environment: Environment,
  {
    seasonId,
    dryRun,
    keys,
    now,
    say,
  }: { seasonId: string; dryRun: boolean; keys: Keys | undefined; now: () => number; say: Say },
): Promise<Counts> => {
  const ports = portsOf(environment, now, dryRun ? undefined : await cipherOf(environment, keys));
  let total = NOTHING;
  for (let cursor: string | null | undefined; cursor !== null;) {
    const request = { seasonId, dryRun, ...(cursor ? { cursor } : {}) };
    const part = await purgeSeason(ports, { caller: callerAt(now()), request });
    if (!part.ok) throw refusalOf(part.error.code, seasonId);
    total = add(total, part.data.counts);
    say(`  还剩 ${part.data.branchesLeft} 个团支部`);
    cursor = part.data.next;
  }
  return total;
};
