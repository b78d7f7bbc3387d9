/** The people of one branch who left with a season. */
import { formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import { fail, ok, type Result } from '../../../../miniprogram/domain/errors';
import { inParallel } from '../../../_shared/kernel/in-parallel';
import { beginErasure } from '../../../_shared/people/begin-erasure';
import { eraseTransfers, finishErasure } from '../../../_shared/people/erase-person';
import { membersOf } from '../../../_shared/store/branches';
import { PURGE } from '../../../_shared/kernel/policy';
import type { Ports } from '../../../_shared/platform/ports';
import { transferIdOf } from '../../../_shared/store/record-ids';
import type { Erasure, Member, Season, Transfer } from '../../../_shared/store/records';
import { OPEN_NOTICE_STATUSES } from '../../../_shared/store/records/notice';
import { ifReadable } from '../../../_shared/store/records/unreadable';
import { raiseRoster } from '../../../_shared/roster/lock';
import { withoutCaller } from '../../../_shared/calls/standing';
import { filesOf } from '../../../_shared/transfers/files';
import { isLookedAfter } from '../../../_shared/season/looked-after';

const COUNTERS = ['people', 'transfers', 'resetRequests', 'notices', 'files', 'kept'] as const;
export type Counts = Record<(typeof COUNTERS)[number], number>;
export const NOTHING: Counts = { people: 0, transfers: 0, resetRequests: 0, notices: 0, files: 0, kept: 0 };

/** Somebody with something to remove. */
interface Leaver {
  readonly member: Member;
  readonly transfer: Transfer | undefined;
  /** False for who has begun a later season meanwhile: only the old transfer goes. */
  readonly leaves: boolean;
}

const hasLeft = ({ startedIn, graduationMonth }: Member, { _id, deadlineAt }: Season): boolean =>
  startedIn === null ? graduationMonth <= formatChina(deadlineAt, 'YYYY-MM') : startedIn === _id;

const lookAtBranch = async ({ store }: Ports, branchId: string, season: Season) => {
  const members = await membersOf({ store }, branchId);
  const ids = members.map(({ _id }) => transferIdOf(season._id, _id));
  const { records: transfers, unreadable } = await store.lookUp('transfers', ids);
  const byMember = new Map(transfers.map((transfer) => [transfer.memberId, transfer]));
  const unknown = members.filter(({ _id }) => unreadable.has(transferIdOf(season._id, _id)));
  // Whose transfer cannot be read may be looked after: they stay.
  const kept = new Set([
    ...transfers.filter(isLookedAfter).map(({ memberId }) => memberId),
    ...unknown.map(({ _id }) => _id),
  ]);
  const leavers = members.flatMap((member): Leaver[] => {
    const transfer = byMember.get(member._id);
    const leaves = hasLeft(member, season);
    return kept.has(member._id) || (!leaves && !transfer) ? [] : [{ member, transfer, leaves }];
  });
  return { leavers, kept: kept.size };
};

/** Seasons of one person are fewer than this. */
const MOST_TRANSFERS = 50;
/** At most this many notices name one person. */
const MOST_NOTICES = 1000;

/** Notices that go with somebody: about them, and to an account that has no other right. */
const noticesWith = async (
  { store }: Ports,
  memberId: string,
  accountId: string | null,
): Promise<string[]> => {
  const about = store.findIds('notices', { where: { aboutId: memberId }, limit: MOST_NOTICES });
  if (accountId === null) return about;
  const account = await store.get('accounts', accountId);
  if (account && account.roles.length > 0) return about;
  return [
    ...(await about),
    ...(await store.findIds('notices', { where: { accountId }, limit: MOST_NOTICES })),
  ];
};

/** What goes with somebody who leaves the roster: of every season, as it does when they are erased. */
export const countPerson = async (
  ports: Ports,
  { memberId, accountId }: { readonly memberId: string; readonly accountId: string | null },
): Promise<{ counts: Partial<Counts>; noticeIds: readonly string[] }> => {
  const { store } = ports;
  const [transfers, resetRequests, noticeIds] = await Promise.all([
    store.find('transfers', { where: { memberId }, orderBy: ['createdAt', 'desc'], limit: MOST_TRANSFERS }),
    store.count('resetRequests', { memberId }),
    noticesWith(ports, memberId, accountId),
  ]);
  const files = new Set(transfers.flatMap(filesOf)).size;
  return { counts: { people: 1, transfers: transfers.length, files, resetRequests }, noticeIds };
};

const countOf = async (ports: Ports, { member, transfer, leaves }: Leaver) => {
  if (leaves) return countPerson(ports, { memberId: member._id, accountId: member.accountId });
  const files = transfer ? new Set(filesOf(transfer)).size : 0;
  return { counts: { transfers: transfer ? 1 : 0, files }, noticeIds: [] };
};

/** The figures stay: they name nobody, and the university reports them for years. */
const FIGURES_STAY = { movesFigures: false };

/** Messages of a transfer that is gone; an event of it that is not told yet tells nobody any more. */
const removeReminders = async (ports: Ports, { _id: transferId, memberId }: Transfer): Promise<void> => {
  const pages = OPEN_NOTICE_STATUSES.map((status) =>
    ports.store.find('notices', { where: { aboutId: memberId, status }, limit: MOST_NOTICES }),
  );
  const own = (await Promise.all(pages)).flat().filter(({ planId }) => planId.startsWith(`${transferId}:`));
  await ports.store.removeAll(
    'notices',
    own.map(({ _id }) => _id),
  );
};

/** For who stays: a step taken just now may have put it into the college's hands. */
const removeTransfer = async (
  ports: Ports,
  transfer: Transfer | undefined,
): Promise<Result<Partial<Counts>>> => {
  if (!transfer) return ok({ transfers: 0, files: 0 });
  const files = await eraseTransfers(ports, [transfer], FIGURES_STAY);
  if (!files.ok) return files;
  await removeReminders(ports, transfer);
  return ok({ transfers: 1, files: files.data });
};

type Verdict = { readonly erasure: Erasure } | { readonly stays: Transfer | undefined };

/**
 * Takes somebody off the roster, if they still leave by what they and their transfer are at this moment: beginning the
 * next season writes the person, a step writes the transfer, and each of them meets this. `CONFLICT` when the season was
 * opened again meanwhile.
 */
const takeOff = (ports: Ports, memberId: string, season: Season): Promise<Result<Verdict>> =>
  ports.store.transact(async (tx): Promise<Result<Verdict>> => {
    const member = await tx.get('members', memberId);
    const [[current], [transfer]] = await Promise.all([
      tx.getMany('seasons', [season._id]),
      tx.getMany('transfers', [transferIdOf(season._id, memberId)]),
    ]);
    if (current?.version !== season.version) return fail('CONFLICT');
    if (!member || (transfer && isLookedAfter(transfer))) return ok({ stays: undefined });
    if (!hasLeft(member, season)) return ok({ stays: transfer });
    if (transfer) tx.put('transfers', { ...transfer, accountId: null });
    tx.remove('members', memberId);
    const now = ports.clock.now();
    return ok({ erasure: await beginErasure(ports, tx, member, { now, ...FIGURES_STAY }) });
  });

/** Something nobody can read: the timer goes on with this person, and the purge with the others. */
export const finishOne = async (ports: Ports, erasure: Erasure): Promise<Result<Partial<Counts>>> => {
  const erased = await ifReadable(finishErasure(withoutCaller(ports), erasure));
  if (!erased) return ok({ people: 1 });
  return erased.ok ? ok({ people: 1, ...erased.data }) : erased;
};

const removeOne = async (
  ports: Ports,
  { member, transfer, leaves }: Leaver,
  season: Season,
): Promise<Result<Partial<Counts>>> => {
  if (!leaves) return removeTransfer(ports, transfer);
  const taken = await ifReadable(takeOff(ports, member._id, season));
  if (!taken) return ok({ kept: 1 });
  if (!taken.ok) return taken;
  if ('stays' in taken.data) return removeTransfer(ports, taken.data.stays);
  return finishOne(ports, taken.data.erasure);
};

export const add = (counts: Counts, more: Partial<Counts>): Counts =>
  Object.fromEntries(COUNTERS.map((key) => [key, counts[key] + (more[key] ?? 0)])) as Counts;

/** A notice to one of them about another goes once. */
export const sumOf = (
  counted: readonly { readonly counts: Partial<Counts>; readonly noticeIds: readonly string[] }[],
  kept = 0,
): Counts => {
  const notices = new Set(counted.flatMap(({ noticeIds }) => noticeIds)).size;
  return counted.reduce<Counts>((sum, { counts }) => add(sum, counts), { ...NOTHING, kept, notices });
};

/** What would go. */
export const countBranch = async (ports: Ports, branchId: string, season: Season): Promise<Counts> => {
  const { leavers, kept } = await lookAtBranch(ports, branchId, season);
  const jobs = leavers.map((leaver) => () => countOf(ports, leaver));
  return sumOf(await inParallel(jobs, PURGE.parallel), kept);
};

/** Removes until `stopAt`; what is left is found by the next call. */
export const purgeBranch = async (
  ports: Ports,
  branchId: string,
  { season, stopAt }: { season: Season; stopAt: number },
): Promise<Result<{ counts: Counts; isDone: boolean }>> => {
  const { leavers, kept } = await lookAtBranch(ports, branchId, season);
  const [first] = leavers;
  if (!first) return ok({ counts: { ...NOTHING, kept }, isDone: true });
  const raise = () => ports.store.transact((tx) => raiseRoster(tx, first.member.collegeId));
  if (!(await raise()).ok) return fail('CONFLICT');
  let isDone = true;
  const jobs = leavers.map((leaver) => async (): Promise<Result<Partial<Counts>>> => {
    if (ports.clock.now() < stopAt) return removeOne(ports, leaver, season);
    isDone = false;
    return ok({});
  });
  let counts = { ...NOTHING, kept };
  for (const removed of await inParallel(jobs, PURGE.parallel)) {
    if (!removed.ok) return removed;
    counts = add(counts, removed.data);
  }
  // Whoever has counted the branch meanwhile, while some were still there, counts it once more.
  await raise();
  return ok({ counts: isDone ? counts : { ...counts, kept: 0 }, isDone });
};
