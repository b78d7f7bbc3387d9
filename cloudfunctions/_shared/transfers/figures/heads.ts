/** People of a college by how far they are without a transfer: what was counted, and who has moved on since. */
import { HOUR_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { Ports } from '../../platform/ports';
import {
  emptyHeadcount,
  HEAD_STAGES,
  headStageAt,
  headStageOf,
  MOVES_KEPT_MS,
  type HeadStage,
} from '../../store/headcount';
import type { College, Headcount, Member } from '../../store/records';

type Reads = Pick<Ports, 'store' | 'clock'>;
type Roster = Pick<College, '_id' | 'rosterVersion' | 'rosterRunId'>;

/** People at each stage; together all who are on the roster. */
export type Heads = Readonly<Record<HeadStage, number>>;

const TRIES = 3;
/** A step that says an earlier time than this is on its way no more: its transaction has ended, on whatever clock. */
const SETTLED_MS = 2 * MINUTE_MS;
/** A count is brought forward when it holds as of more than half of this ago, so that one look mostly finds who moved. */
const LOOKED_BACK_MS = HOUR_MS;
/** More than move within that time; where it is reached, everybody is counted. */
const MOST_MOVED = 1000;

export const NO_HEADS: Heads = { bind: 0, login: 0, choose: 0, begun: 0 };

const mapStages = (count: (stage: HeadStage) => number): Heads => ({
  bind: count('bind'),
  login: count('login'),
  choose: count('choose'),
  begun: count('begun'),
});

export const plusHeads = (a: Heads, b: Heads): Heads => mapStages((stage) => a[stage] + b[stage]);

export const allOf = (heads: Heads): number => HEAD_STAGES.reduce((sum, stage) => sum + heads[stage], 0);

const isSame = (one: Heads, other: Heads): boolean =>
  HEAD_STAGES.every((stage) => one[stage] === other[stage]);

type StageOf = (member: Member) => HeadStage;

/** The count with everybody of these taken from one stage to another. */
const movedOn = (heads: Heads, moved: readonly Member[], from: StageOf, to: StageOf): Heads =>
  mapStages((stage) => {
    const left = moved.filter((member) => from(member) === stage).length;
    const come = moved.filter((member) => to(member) === stage).length;
    return heads[stage] - left + come;
  });

const stageAt =
  (at: number): StageOf =>
  (member) =>
    headStageAt(member, at);

/** What a count comes to with the moves since. */
export const headsNow = (count: Headcount, moved: readonly Member[]): Heads =>
  movedOn(count, moved, stageAt(count.asOf), headStageOf);

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

/** Whoever of these colleges has moved since a moment, epoch ms. */
const movedSince = ({ store }: Reads, collegeIds: readonly string[], at: number): Promise<Member[]> =>
  store.find('members', {
    where: { collegeId: { in: collegeIds }, headMovedAt: { gt: at } },
    limit: MOST_MOVED,
  });

/** False when somebody else has written the count since. */
const keep = async (
  { store }: Reads,
  { _id, version }: Headcount,
  counted: Heads & Pick<Headcount, 'asOf' | 'countedFor'>,
): Promise<boolean> => {
  const target = { _id: { in: [_id] }, recordVersion: 2, version } as const;
  return (await store.changeAll('headcounts', target, { set: counted, add: { version: 1 } })) > 0;
};

/** Whether a count holds for the roster as it is, and the moves since are still remembered. */
export const isUsable = ({ asOf, countedFor }: Headcount, { rosterVersion }: Roster, now: number): boolean =>
  countedFor === rosterVersion && asOf <= now && asOf > now - MOVES_KEPT_MS;

const storedCount = async ({ store }: Reads, collegeId: string): Promise<Headcount> => {
  const [stored] = await store.getMany('headcounts', [collegeId]);
  if (stored) return stored;
  const empty = emptyHeadcount(collegeId);
  await store.insertMissing('headcounts', [empty]);
  return empty;
};

const movesOf = (moved: readonly Member[]): string =>
  JSON.stringify(moved.map(({ _id, headMoves = [] }) => JSON.stringify([_id, headMoves])).sort());

export interface HeadRecount {
  readonly heads: Heads;
  /** Whether a count that held for this roster was wrong. */
  readonly isRepaired: boolean;
}

/**
 * Counts anew and keeps it, unless a run is being written or steps do not stop meanwhile. A roster that changes at that
 * moment has another version, and is counted once more by whoever asks next.
 */
export const recountHeads = async (ports: Reads, college: Roster): Promise<HeadRecount> => {
  const { _id, rosterVersion, rosterRunId } = college;
  let isComparable = true;
  for (let run = 1; rosterRunId === null && run <= TRIES; run += 1) {
    const now = ports.clock.now();
    const stored = await storedCount(ports, _id);
    const isHeld = isComparable && isUsable(stored, college, now);
    const asOf = now - SETTLED_MS;
    const from = isHeld ? Math.min(stored.asOf, asOf) : asOf;
    const before = await movedSince(ports, [_id], from);
    const heads = await countByIndex(ports, _id);
    const moved = await movedSince(ports, [_id], from);
    isComparable = moved.length < MOST_MOVED;
    if (!isComparable || movesOf(before) !== movesOf(moved)) continue;
    const counted = movedOn(heads, moved, headStageOf, stageAt(asOf));
    if (!(await keep(ports, stored, { ...counted, asOf, countedFor: rosterVersion }))) continue;
    // What was never counted for this roster is no mistake.
    return { heads, isRepaired: isHeld && !isSame(headsNow(stored, moved), heads) };
  }
  return { heads: await countByIndex(ports, _id), isRepaired: false };
};

/** What is kept of some colleges, and who has moved lately. */
export interface KeptHeads {
  readonly counts: readonly Headcount[];
  readonly moved: readonly Member[];
  /** Epoch ms: whoever has moved since is among them. */
  readonly since: number;
}

/** Two requests at once, however many people there are. */
export const readKept = async (ports: Reads, collegeIds: readonly string[]): Promise<KeptHeads> => {
  const since = ports.clock.now() - LOOKED_BACK_MS;
  const [counts, moved] = await Promise.all([
    ports.store.getMany('headcounts', collegeIds),
    movedSince(ports, collegeIds, since),
  ]);
  return { counts, moved, since };
};

/** The count as of a later moment: nobody needs to look back further then. */
const bringForward = async (
  ports: Reads,
  own: Headcount,
  moved: readonly Member[],
  now: number,
): Promise<void> => {
  const asOf = now - SETTLED_MS;
  if (own.asOf > now - LOOKED_BACK_MS / 2) return;
  const counted = movedOn(own, moved, stageAt(own.asOf), stageAt(asOf));
  await keep(ports, own, { ...counted, asOf, countedFor: own.countedFor });
};

/** Of a roster that has changed since it was counted, or never was, everybody is counted by index, once. */
export const headsOf = async (ports: Reads, college: Roster, kept: KeptHeads): Promise<Heads> => {
  const now = ports.clock.now();
  const own = kept.counts.find(({ _id }) => _id === college._id);
  if (!own || !isUsable(own, college, now)) return (await recountHeads(ports, college)).heads;
  const isAmong = own.asOf >= kept.since && kept.moved.length < MOST_MOVED;
  const moved = isAmong
    ? kept.moved.filter(({ collegeId }) => collegeId === college._id)
    : await movedSince(ports, [college._id], own.asOf);
  if (moved.length >= MOST_MOVED) return (await recountHeads(ports, college)).heads;
  await bringForward(ports, own, moved, now);
  return headsNow(own, moved);
};

/** Of several, by their ids. */
export const readHeads = async (
  ports: Reads,
  colleges: readonly Roster[],
): Promise<ReadonlyMap<string, Heads>> => {
  const kept = await readKept(
    ports,
    colleges.map(({ _id }) => _id),
  );
  const read = colleges.map(async (college) => [college._id, await headsOf(ports, college, kept)] as const);
  return new Map(await Promise.all(read));
};
