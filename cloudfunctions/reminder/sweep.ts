import { ok, type Result } from '../../miniprogram/domain/errors';
import { describeBug } from '../_shared/kernel/bugs';
import { finishJournal } from '../_shared/store/journal';
import { DELIVERY } from '../_shared/kernel/policy';
import { finishErasures } from '../_shared/people/finish-erasures';
import { removeOldLocks } from '../_shared/people/remove-locks';
import { replanSeasons } from '../_shared/notices/replan/replan-seasons';
import type { Ports } from '../_shared/platform/ports';
import { removeOldExports } from '../_shared/roster/remove-exports';
import { removeOldRuns } from '../_shared/roster/remove-runs';
import { finishRuns } from '../_shared/roster/write-run';
import { deliverNotices, type DeliveryCounts } from '../_shared/notices/delivery/deliver-notices';
import { escalateRequests, expireCodes } from './move-reset-requests';
import { timeOutTransfers } from './time-out-transfers';

export interface Sweep {
  /** Transactions whose last writes were made up for. */
  readonly madeUp: number;
  /** People whose traces were looked for once more. */
  readonly erased: number;
  readonly timedOut: number;
  readonly escalated: number;
  readonly expired: number;
  readonly delivered: DeliveryCounts;
  /** Roster runs gone on with. */
  readonly finished: number;
  /** Old roster runs, lists and locks. */
  readonly removed: number;
  /** Branches whose people's reminders were planned anew. */
  readonly replanned: number;
}

/** One job that fails must not keep the others from running. */
const attempt = async <T>(ports: Ports, name: string, job: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await job();
  } catch (error) {
    ports.log('sweep-failed', { job: name, ...describeBug(error) });
    return otherwise;
  }
};

/** Reminders of a changed season: as long as something is left behind, what is planned cannot be told. */
const replan = async (ports: Ports): Promise<number> => {
  const replanned = await replanSeasons(ports);
  // None goes out for a deadline that has moved.
  if (replanned > 0) await finishJournal(ports);
  return replanned;
};

/**
 * What the timer does: first what transactions have left behind, what has become due, and the reminders of a changed
 * season; then the notices, those just planned included.
 */
export const sweep = async (ports: Ports): Promise<Result<Sweep>> => {
  const stopAt = ports.clock.now() + DELIVERY.budgetMs;
  const madeUp = await attempt(ports, 'journal', () => finishJournal(ports), undefined);
  const erased = await attempt(ports, 'erase', () => finishErasures(ports), 0);
  const timedOut = await attempt(ports, 'time-out', () => timeOutTransfers(ports), 0);
  const escalated = await attempt(ports, 'escalate', () => escalateRequests(ports), 0);
  const expired = await attempt(ports, 'expire', () => expireCodes(ports), 0);
  const replanned = madeUp === undefined ? 0 : await attempt(ports, 'replan', () => replan(ports), 0);
  const delivered = await attempt(ports, 'deliver', () => deliverNotices(ports, stopAt), {});
  const finished = await attempt(ports, 'finish-rosters', () => finishRuns(ports), 0);
  const runs = await attempt(ports, 'remove-rosters', () => removeOldRuns(ports), 0);
  const exports = await attempt(ports, 'remove-exports', () => removeOldExports(ports), 0);
  const locks = await attempt(ports, 'remove-locks', () => removeOldLocks(ports), 0);
  return ok({
    madeUp: madeUp ?? 0,
    erased,
    timedOut,
    escalated,
    expired,
    delivered,
    finished,
    removed: runs + exports + locks,
    replanned,
  });
};
