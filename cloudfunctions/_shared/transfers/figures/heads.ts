/** People of a college by how far they are without a transfer, from counters that steps move. */
import { ok, type Result } from '../../../../miniprogram/domain/errors';
import type { Ports } from '../../platform/ports';
import {
  emptyHeadcount,
  HEAD_SHARDS,
  HEAD_STAGES,
  headcountIdOf,
  type HeadStage,
} from '../../store/headcount';
import type { College, Headcount } from '../../store/records';

type Reads = Pick<Ports, 'store'>;
type Roster = Pick<College, '_id' | 'rosterVersion' | 'rosterRunId'>;

/** People at each stage; together all who are on the roster. */
export type Heads = Readonly<Record<HeadStage, number>>;

const TRIES = 3;
export const NO_HEADS: Heads = { bind: 0, login: 0, choose: 0, begun: 0 };

const mapStages = (count: (stage: HeadStage) => number): Heads => ({
  bind: count('bind'),
  login: count('login'),
  choose: count('choose'),
  begun: count('begun'),
});

export const plusHeads = (a: Heads, b: Heads): Heads => mapStages((stage) => a[stage] + b[stage]);

const sumOf = (shards: readonly Headcount[]): Heads => shards.reduce<Heads>(plusHeads, NO_HEADS);

export const allOf = (heads: Heads): number => HEAD_STAGES.reduce((sum, stage) => sum + heads[stage], 0);

/** Five counts by index: each looks at as many entries as it counts. */
const countByIndex = async ({ store }: Reads, collegeId: string): Promise<Heads> => {
  const idle = { collegeId, startedIn: null };
  const [all, notBegun, bind, notLoggedIn, neither] = await Promise.all([
    store.count('members', { collegeId }),
    store.count('members', idle),
    store.count('members', { ...idle, accountId: null }),
    store.count('members', { ...idle, loginConfirmedAt: null }),
    store.count('members', { ...idle, accountId: null, loginConfirmedAt: null }),
  ]);
  const login = notLoggedIn - neither;
  return { bind, login, choose: notBegun - bind - login, begun: all - notBegun };
};

const shardIds = (collegeId: string): string[] =>
  Array.from({ length: HEAD_SHARDS }, (_, shard) => headcountIdOf(collegeId, shard));

const isSame = (stored: readonly Headcount[], seen: ReadonlyMap<string, number>): boolean =>
  stored.length === HEAD_SHARDS && stored.every(({ _id, version }) => seen.get(_id) === version);

/** Undefined when a step has moved a shard since; otherwise whether the sums were wrong. */
const keep = (
  { store }: Reads,
  { _id: collegeId, rosterVersion }: Roster,
  seen: ReadonlyMap<string, number>,
  counted: Heads,
): Promise<Result<boolean | undefined>> =>
  store.transact(async (tx) => {
    const [first, ...others] = await tx.getMany('headcounts', shardIds(collegeId));
    if (!first || !isSame([first, ...others], seen)) return ok(undefined);
    const sums = sumOf(others);
    const own = mapStages((stage) => counted[stage] - sums[stage]);
    const isWrong = HEAD_STAGES.some((stage) => own[stage] !== first[stage]);
    const { countedFor } = first;
    if (isWrong || countedFor !== rosterVersion)
      tx.put('headcounts', { ...first, ...own, countedFor: rosterVersion, version: first.version + 1 });
    // What was never counted for this roster is no mistake.
    return ok(isWrong && countedFor === rosterVersion);
  });

export interface HeadRecount {
  readonly heads: Heads;
  /** Whether counters that held for this roster were wrong. */
  readonly isRepaired: boolean;
}

/**
 * Counts anew and keeps it, unless a run is being written or steps do not stop meanwhile. A roster that changes at that
 * moment has another version, and is counted once more by whoever asks next.
 */
export const recountHeads = async (ports: Reads, college: Roster): Promise<HeadRecount> => {
  const { _id: collegeId, rosterRunId } = college;
  const { store } = ports;
  for (let run = 1; rosterRunId === null && run <= TRIES; run += 1) {
    const stored = await store.getMany('headcounts', shardIds(collegeId));
    const seen = new Map(stored.map(({ _id, version }) => [_id, version]));
    const missing = shardIds(collegeId).flatMap((id, shard) =>
      seen.has(id) ? [] : [emptyHeadcount(collegeId, shard)],
    );
    if (missing.length > 0) await store.insertMissing('headcounts', missing);
    for (const { _id } of missing) seen.set(_id, 0);
    const heads = await countByIndex(ports, collegeId);
    const kept = await keep(ports, college, seen, heads);
    if (kept.ok && kept.data !== undefined) return { heads, isRepaired: kept.data };
  }
  return { heads: await countByIndex(ports, collegeId), isRepaired: false };
};

/** Sixteen documents, however many people there are. */
export const readShards = ({ store }: Reads, collegeIds: readonly string[]): Promise<Headcount[]> =>
  store.getMany('headcounts', collegeIds.flatMap(shardIds));

/** Of a roster that has changed since it was counted, or never was, everybody is counted by index, once. */
export const headsOf = async (
  ports: Reads,
  college: Roster,
  shards: readonly Headcount[],
): Promise<Heads> => {
  const own = shards.filter(({ collegeId }) => collegeId === college._id);
  const countedFor = own.find(({ shard }) => shard === 0)?.countedFor;
  return own.length === HEAD_SHARDS && countedFor === college.rosterVersion
    ? sumOf(own)
    : (await recountHeads(ports, college)).heads;
};

/** Of several, by their ids. */
export const readHeads = async (
  ports: Reads,
  colleges: readonly Roster[],
): Promise<ReadonlyMap<string, Heads>> => {
  const shards = await readShards(
    ports,
    colleges.map(({ _id }) => _id),
  );
  const read = colleges.map(async (college) => [college._id, await headsOf(ports, college, shards)] as const);
  return new Map(await Promise.all(read));
};
