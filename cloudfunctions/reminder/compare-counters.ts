/**
 * Counters are moved by steps and never counted by them. So each morning those of a college are compared with what they
 * count: whatever has made them drift, a repair by hand or a record that nobody could read for a while, is put right
 * before anybody looks. Where nothing has moved since, a look in a week is soon enough.
 */
import { atChinaTime, chinaDay } from '../../miniprogram/domain/calendar/china-time';
import { shortHash } from '../_shared/kernel/hash';
import { BOARD, WAKE } from '../_shared/kernel/policy';
import type { Ports } from '../_shared/platform/ports';
import { currentSeason } from '../_shared/season/season';
import type { College, Headcount, Tally } from '../_shared/store/records';
import { recountHeads } from '../_shared/transfers/figures/heads';
import { recountCollege } from '../_shared/transfers/figures/recount';
import { countsText } from '../_shared/transfers/figures/standing';
import { oneByOne } from './one-by-one';

/** More colleges than a university has. */
const MOST = 100;
/** After this long no further college is begun, ms: the next turn goes on. */
const TURN_MS = 10_000;
const WEEK_DAYS = 7;

/** Epoch ms: when counters are compared next, `Infinity` while there are none. */
export const comparedNextAt = async ({ store }: Ports): Promise<number> => {
  const where = { comparedNextAt: { gte: 0 } };
  const [first] = await store.find('headcounts', { where, orderBy: ['comparedNextAt', 'asc'], limit: 1 });
  return first?.comparedNextAt ?? Infinity;
};

const morningIn = (days: number, now: number): number =>
  atChinaTime(chinaDay(now) + days, WAKE.morningHour, 0);

const readTallies = ({ store }: Ports, seasonId: string, collegeId: string): Promise<Tally[]> =>
  store.find('tallies', { where: { seasonId, collegeId }, limit: BOARD.tallies });

const textOf = (tallies: readonly Tally[]): string =>
  shortHash(
    tallies
      .map((tally) => `${tally._id} ${countsText(tally)}`)
      .sort()
      .join('\n'),
  );

const hasMoved = async ({ store }: Ports, { collegeId, asOf }: Headcount): Promise<boolean> =>
  (await store.findIds('members', { where: { collegeId, headMovedAt: { gt: asOf } }, limit: 1 })).length > 0;

/** Resolves to how many counters were wrong; `BUSY` while steps do not stop. */
const putRight = async (ports: Ports, seasonId: string, college: College) => {
  const { isRepaired } = await recountHeads(ports, college);
  const tallies = await recountCollege(ports, college._id, seasonId);
  if (!tallies.ok) return tallies;
  const repaired = tallies.data.repaired + Number(isRepaired);
  if (repaired > 0) ports.log('counters-repaired', { collegeId: college._id, repaired });
  return { ok: true, data: repaired } as const;
};

const compareOne = async (ports: Ports, seasonId: string, seen: Headcount): Promise<{ ok: boolean }> => {
  const { store, clock } = ports;
  const { _id, collegeId, comparedTallies: before } = seen;
  const [college, tallies] = await Promise.all([
    store.get('colleges', collegeId),
    readTallies(ports, seasonId, collegeId),
  ]);
  // Of a college that is gone nobody asks.
  if (!college) {
    await store.removeAll('headcounts', [_id]);
    return { ok: true };
  }
  const isMoved = textOf(tallies) !== before || seen.countedFor !== college.rosterVersion;
  const isToBeCounted = isMoved || (await hasMoved(ports, seen));
  const done = isToBeCounted ? await putRight(ports, seasonId, college) : undefined;
  const repaired = done?.ok ? done.data : 0;
  const comparedTallies = textOf(repaired > 0 ? await readTallies(ports, seasonId, collegeId) : tallies);
  const set = { comparedTallies, comparedNextAt: morningIn(isToBeCounted ? 1 : WEEK_DAYS, clock.now()) };
  await store.changeAll('headcounts', { _id: { in: [_id] } }, { set });
  return { ok: done?.ok ?? true };
};

/** Resolves to how many colleges were looked at. */
export const compareCounters = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const now = clock.now();
  const where = { comparedNextAt: { lte: now } };
  const due = await store.find('headcounts', { where, orderBy: ['comparedNextAt', 'asc'], limit: MOST });
  if (due.length === 0) return 0;
  const { id } = await currentSeason(ports);
  return oneByOne(ports, 'compare', due, async (one) =>
    clock.now() > now + TURN_MS ? { ok: false } : compareOne(ports, id, one),
  );
};
