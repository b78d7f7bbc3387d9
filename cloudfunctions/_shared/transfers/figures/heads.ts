/** People of a college by how far they are without a transfer: what was counted, and who has moved on since. */
import { HOUR_MS, MINUTE_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { Ports } from '../../platform/ports';
import { emptyHeadcount, headStageOf, MOVES_KEPT_MS } from '../../store/headcount';
import type { College, Headcount, Member } from '../../store/records';
import { headsNow, isSame, movedOn, movesOf, ofCollege, stageAt, type Heads } from './head-sums';

type Reads = Pick<Ports, 'store' | 'clock'>;
type Roster = Pick<College, '_id' | 'rosterVersion' | 'rosterRunId'>;

const TRIES = 3;
/** A step that says an earlier time than this is on its way no more: its transaction has ended, on whatever clock. */
const SETTLED_MS = 2 * MINUTE_MS;
/** A count is brought forward when it holds as of more than half of this ago, so that one look mostly finds who moved. */
const LOOKED_BACK_MS = HOUR_MS;
/** More than move within that time; where it is reached, everybody is counted. */
const MOST_MOVED = 1000;

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

export interface HeadRecount {
  readonly heads: Heads;
  /** Whether a count that held for this roster was wrong. */
  readonly isRepaired: boolean;
}

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

/** A college never counted before has its first count put; false when somebody else was quicker. */
const keepNew = async (
  { store }: Reads,
  collegeId: string,
  counted: Heads & Pick<Headcount, 'asOf' | 'countedFor'>,
): Promise<boolean> =>
  (await store.insertMissing('headcounts', [{ ...emptyHeadcount(collegeId), ...counted }])).length === 0;

/**
 * Counts anew and keeps it, unless a run is being written or steps do not stop meanwhile. A roster that changes at that
 * moment has another version, and is counted once more by whoever asks next.
 * @param known what was read just now, if anything: it serves the first try
 */
export const recountHeads = async (
  ports: Reads,
  college: Roster,
  known?: KeptHeads,
): Promise<HeadRecount> => {
  const { _id, rosterVersion, rosterRunId } = college;
  let [kept, isComparable] = [known, true];
  for (let run = 1; rosterRunId === null && run <= TRIES; run += 1) {
    const now = ports.clock.now();
    const asOf = now - SETTLED_MS;
    const { counts, moved: lately, since } = kept ?? (await readKept(ports, [_id]));
    kept = undefined;
    const stored = counts.find((one) => one._id === _id);
    const held = stored && isComparable && isUsable(stored, college, now) ? stored : undefined;
    const from = Math.min(held?.asOf ?? asOf, asOf, since);
    const before = from === since ? ofCollege(lately, _id) : await movedSince(ports, [_id], from);
    const heads = await countByIndex(ports, _id);
    const moved = await movedSince(ports, [_id], from);
    isComparable = moved.length < MOST_MOVED;
    if (!isComparable || movesOf(before) !== movesOf(moved)) continue;
    const counted = { ...movedOn(heads, moved, headStageOf, stageAt(asOf)), asOf, countedFor: rosterVersion };
    if (!(await (stored ? keep(ports, stored, counted) : keepNew(ports, _id, counted)))) continue;
    // What was never counted for this roster is no mistake.
    return { heads, isRepaired: held !== undefined && !isSame(headsNow(held, moved), heads) };
  }
  return { heads: await countByIndex(ports, _id), isRepaired: false };
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
  if (!own || !isUsable(own, college, now)) return (await recountHeads(ports, college, kept)).heads;
  const isAmong = own.asOf >= kept.since && kept.moved.length < MOST_MOVED;
  const moved = isAmong
    ? ofCollege(kept.moved, college._id)
    : await movedSince(ports, [college._id], own.asOf);
  if (moved.length >= MOST_MOVED) return (await recountHeads(ports, college, kept)).heads;
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
