/** Counts a college's counters anew from its transfers: the one place that reads them all. */
import { fail, ok, type Result } from '../../../../miniprogram/domain/errors';
import { inParallel } from '../../kernel/in-parallel';
import { PAGING } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import { pagesOf } from '../../store/pages';
import type { HasStore } from '../../store/ports';
import type { Tally, Transfer } from '../../store/records';
import { countsText } from './standing';
import { counted, emptyTally, shardOf, TALLY_SHARDS } from './tally';

const TRIES = 3;
/** Shards put right at once. */
const PARALLEL = 8;

export interface Recount {
  readonly transfers: number;
  readonly repaired: number;
}

const shardIds = (seasonId: string, collegeId: string): Tally[] =>
  Array.from({ length: TALLY_SHARDS }, (_, shard) => emptyTally(seasonId, collegeId, shard));

const addPage = (tallies: Tally[], page: readonly Transfer[]): void => {
  for (const transfer of page) {
    const shard = shardOf(transfer.memberId);
    const tally = tallies[shard];
    if (tally) tallies[shard] = counted(tally, transfer, 1);
  }
};

/** `undefined` when a step moved a shard meanwhile. */
const putShard = (
  { store }: Pick<Ports, 'store'>,
  fresh: Tally,
  seenVersion: number,
): Promise<Result<boolean | undefined>> =>
  store.transact(async (tx) => {
    const { records, unreadable } = await tx.lookUp('tallies', [fresh._id]);
    if (unreadable.size > 0) return ok(false);
    const [stored] = records;
    if ((stored?.version ?? 0) !== seenVersion) return ok(undefined);
    const isWrong =
      countsText(fresh) !== countsText(stored ?? emptyTally(fresh.seasonId, fresh.collegeId, fresh.shard));
    if (isWrong) tx.put('tallies', { ...stored, ...fresh, version: seenVersion + 1 });
    return ok(isWrong);
  });

const countAll = async (
  ports: HasStore,
  collegeId: string,
  seasonId: string,
): Promise<{ tallies: Tally[]; transfers: number }> => {
  const tallies = shardIds(seasonId, collegeId);
  let transfers = 0;
  const asked = { where: { collegeId, seasonId }, by: 'memberId', size: PAGING.recount } as const;
  for await (const page of pagesOf(ports, 'transfers', asked)) {
    addPage(tallies, page);
    transfers += page.length;
  }
  return { tallies, transfers };
};

/**
 * Puts every wrong counter right. A shard that a step moves while the transfers are read is counted again; `BUSY`
 * when that does not end.
 */
export const recountCollege = async (
  ports: Pick<Ports, 'store'>,
  collegeId: string,
  seasonId: string,
): Promise<Result<Recount>> => {
  let repaired = 0;
  let left = new Set(shardIds(seasonId, collegeId).map(({ _id }) => _id));
  for (let run = 0; run < TRIES; run += 1) {
    const seen = await ports.store.getMany('tallies', [...left]);
    const versions = new Map(seen.map(({ _id, version }) => [_id, version]));
    const { tallies, transfers } = await countAll(ports, collegeId, seasonId);
    const fresh = tallies.filter(({ _id }) => left.has(_id));
    const jobs = fresh.map((one) => async () => ({
      id: one._id,
      put: await putShard(ports, one, versions.get(one._id) ?? 0),
    }));
    const moved = new Set<string>();
    for (const { id, put } of await inParallel(jobs, PARALLEL)) {
      if (!put.ok) return put;
      if (put.data === undefined) moved.add(id);
      else if (put.data) repaired += 1;
    }
    if (moved.size === 0) return ok({ transfers, repaired });
    left = moved;
  }
  return fail('BUSY');
};
