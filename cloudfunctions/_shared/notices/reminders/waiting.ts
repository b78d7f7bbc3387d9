/** What waits for somebody of the staff now: what they alone can move on, and nobody who has done their part. */
import type { HasStore, Query } from '../../store/ports';
import type { WaitedFor } from '../../../../miniprogram/domain/reminding/notices/facts';
import type { Notice } from '../../store/records';
import { reportedOverAge } from './reported-over-age';

/** Whose: a teacher's is about the college, a secretary's about the branch. */
export interface Reader {
  readonly audience: Exclude<Notice['audience'], 'graduate'>;
  readonly aboutId: string;
}

export interface Asked {
  /** Only what has waited since then or longer, epoch ms. */
  readonly since: number;
  /** By which rules somebody is over age. */
  readonly ageLimit: number;
}

export interface WaitingFacts {
  readonly count: number;
  /** Epoch ms since when the oldest waits. */
  readonly oldestSince: number;
  readonly memberName: string;
  readonly branchName: string;
  /** What the oldest waits for. */
  readonly waits: WaitedFor;
}

interface Waiting {
  readonly count: number;
  readonly oldest: Omit<WaitingFacts, 'count'> | undefined;
}

const transfersWaiting = async (
  { store }: HasStore,
  waits: WaitedFor,
  where: Query<'transfers'>['where'],
): Promise<Waiting> => {
  const [count, [oldest]] = await Promise.all([
    store.count('transfers', where),
    store.find('transfers', { where, orderBy: ['waitingSince', 'asc'], limit: 1 }),
  ]);
  if (!oldest) return { count, oldest: undefined };
  const { memberName, branchName, waitingSince: oldestSince } = oldest;
  return { count, oldest: { memberName, branchName, oldestSince, waits } };
};

/** @param sinceField when it began to wait for this reader */
const requestsWaiting = async (
  { store }: HasStore,
  sinceField: 'requestedAt' | 'escalatedAt',
  { since, ...where }: Query<'resetRequests'>['where'] & { readonly since: number },
): Promise<Waiting> => {
  const waiting = { ...where, [sinceField]: { lte: since } };
  const [count, [oldest]] = await Promise.all([
    store.count('resetRequests', waiting),
    store.find('resetRequests', { where: waiting, orderBy: [sinceField, 'asc'], limit: 1 }),
  ]);
  const oldestSince = oldest?.[sinceField] ?? null;
  if (!oldest || oldestSince === null) return { count, oldest: undefined };
  const { memberName, branchName } = oldest;
  return { count, oldest: { memberName, branchName, oldestSince, waits: 'code' } };
};

const agedWaiting = async (ports: HasStore, collegeId: string, asked: Asked): Promise<Waiting> => {
  const { since: until, ageLimit } = asked;
  const all = await reportedOverAge(ports, { until, ageLimit });
  const own = all.filter(({ member }) => member.collegeId === collegeId);
  const [oldest] = own;
  if (!oldest) return { count: 0, oldest: undefined };
  const { member, reportedAt: oldestSince } = oldest;
  const { name: memberName, branchName } = member;
  return { count: own.length, oldest: { memberName, branchName, oldestSince, waits: 'over-age' } };
};

const sumOf = (sources: readonly Waiting[]): WaitingFacts | undefined => {
  const [oldest] = sources
    .flatMap((source) => source.oldest ?? [])
    .sort((a, b) => a.oldestSince - b.oldestSince);
  const count = sources.reduce((sum, source) => sum + source.count, 0);
  // What was counted a moment before may be gone from the list, and the other way round.
  return oldest && { ...oldest, count: Math.max(1, count) };
};

/** Nothing when all is done. */
export const waitingFor = async (
  ports: HasStore,
  { audience, aboutId }: Reader,
  asked: Asked,
): Promise<WaitingFacts | undefined> => {
  const { since } = asked;
  const waitingSince = { lte: since };
  const sources =
    audience === 'secretary'
      ? [
          requestsWaiting(ports, 'requestedAt', { branchId: aboutId, state: 'waiting', since }),
          transfersWaiting(ports, 'with-secretary', {
            branchId: aboutId,
            state: 'submitted',
            waitsFor: 'secretary',
            waitingSince,
          }),
        ]
      : [
          requestsWaiting(ports, 'escalatedAt', { collegeId: aboutId, state: 'escalated', since }),
          agedWaiting(ports, aboutId, asked),
          ...(['submitted', 'registered', 'accepted', 'recorded'] as const).map((state) =>
            transfersWaiting(ports, state, { collegeId: aboutId, state, waitsFor: 'college', waitingSince }),
          ),
        ];
  return sumOf(await Promise.all(sources));
};
