/** What the clock decides: asked wherever it is read, and written down here. */
import { MINUTE_MS } from '../../miniprogram/domain/calendar/china-time';
import { finishErasures } from '../_shared/people/finish-erasures';
import { removeOldLocks } from '../_shared/people/remove-locks';
import { WAKE } from '../_shared/kernel/policy';
import { earliest } from '../_shared/store/earliest';
import type { Ports } from '../_shared/platform/ports';
import { removeRosterFiles, rosterFilesDueAt } from '../_shared/roster/files';
import { removeOldExports } from '../_shared/roster/remove-exports';
import { removeOldCorrections } from '../_shared/roster/remove-corrections';
import { removeOldReconciles } from '../_shared/roster/remove-reconciles';
import { ENDED_RUNS, removeOldRuns } from '../_shared/roster/remove-runs';
import { finishRuns } from '../_shared/roster/write-run';
import { oldPicturesDueAt, removeOldPictures } from '../_shared/transfers/old-pictures';
import { attempt } from './attempt';
import { endKeepings } from './end-keepings';
import { beginPlanned } from './begin-planned';
import { comparedNextAt, compareCounters } from './compare-counters';
import { handOverLeftBehind } from './hand-over-left-behind';
import { escalateRequests, expireCodes } from './move-reset-requests';
import { settleRules } from './settle-rules';
import { timeOutTransfers } from './time-out-transfers';

/** How many of each were dealt with. */
export interface ClockCounts {
  /** People whose traces were looked for once more. */
  readonly erased: number;
  readonly timedOut: number;
  /** Planned ways whose window has opened. */
  readonly begun: number;
  /** Keepings that are over. */
  readonly ended: number;
  /** Transfers completed because a new version of the rules removed their last step. */
  readonly settled: number;
  readonly escalated: number;
  readonly expired: number;
  /** Transfers that waited for a secretary where nobody holds the office. */
  readonly handedOver: number;
  /** Roster runs gone on with. */
  readonly finished: number;
  readonly oldExports: number;
  readonly oldRuns: number;
  /** Folders of roster files nobody took in. */
  readonly oldRosterFiles: number;
  readonly oldReconciles: number;
  readonly oldCorrections: number;
  readonly oldLocks: number;
  /** Transfers of past seasons whose pictures were looked at. */
  readonly oldPictures: number;
  /** Colleges whose counters were compared with what they count. */
  readonly compared: number;
}

/** `nextAt`: when the clock decides next, epoch ms; now where a job failed or did not finish. */
export interface ClockTurn {
  readonly counts: ClockCounts;
  readonly nextAt: number;
}

interface ClockJob {
  /** Epoch ms of the next one; none where the morning's look is soon enough. */
  readonly nextAt?: (ports: Ports) => Promise<number>;
  readonly run: (ports: Ports) => Promise<number>;
}

const JOBS: Readonly<Record<keyof ClockCounts, ClockJob>> = {
  erased: {
    nextAt: (ports) => earliest(ports, 'erasures', 'nextAt'),
    run: finishErasures,
  },
  timedOut: {
    nextAt: (ports) => earliest(ports, 'transfers', 'deadlineAt', { state: 'approved' }),
    run: timeOutTransfers,
  },
  begun: {
    nextAt: (ports) => earliest(ports, 'transfers', 'opensAt', { state: 'planned' }),
    run: beginPlanned,
  },
  ended: {
    nextAt: (ports) => earliest(ports, 'transfers', 'opensAt', { state: 'recorded' }),
    run: endKeepings,
  },
  settled: {
    nextAt: (ports) => earliest(ports, 'ruleSets', 'settleAt'),
    run: settleRules,
  },
  escalated: {
    nextAt: (ports) => earliest(ports, 'resetRequests', 'escalatesAt', { state: 'waiting' }),
    run: escalateRequests,
  },
  expired: {
    nextAt: (ports) => earliest(ports, 'resetRequests', 'expiresAt', { state: 'issued' }),
    run: expireCodes,
  },
  handedOver: { run: handOverLeftBehind },
  finished: {
    // A roster being written is looked after every minute until it is done.
    nextAt: async ({ store, clock }) => {
      const [run] = await store.find('rosterRuns', { where: { state: 'applying' }, limit: 1 });
      if (!run) return Infinity;
      const now = clock.now();
      return run.leaseUntil <= now ? now : Math.max(run.leaseUntil, now + MINUTE_MS);
    },
    run: finishRuns,
  },
  oldExports: {
    nextAt: (ports) => earliest(ports, 'exports', 'expiresAt'),
    run: removeOldExports,
  },
  oldRuns: {
    nextAt: async (ports) => {
      // Mostly there is none, and one request says so.
      const where = { state: { in: ENDED_RUNS }, expiresAt: { gt: 0 } };
      if ((await ports.store.count('rosterRuns', where)) === 0) return Infinity;
      const looks = ENDED_RUNS.map((state) => earliest(ports, 'rosterRuns', 'expiresAt', { state }));
      return Math.min(...(await Promise.all(looks)));
    },
    run: removeOldRuns,
  },
  oldRosterFiles: { nextAt: rosterFilesDueAt, run: removeRosterFiles },
  oldReconciles: { run: removeOldReconciles },
  oldCorrections: { run: removeOldCorrections },
  oldLocks: { run: removeOldLocks },
  oldPictures: { nextAt: oldPicturesDueAt, run: removeOldPictures },
  compared: { nextAt: comparedNextAt, run: compareCounters },
};

const NAMES = Object.keys(JOBS) as readonly (keyof ClockCounts)[];

export const NOTHING_BY_CLOCK = Object.fromEntries(NAMES.map((name) => [name, 0])) as Readonly<
  Record<keyof ClockCounts, number>
>;

/** Runs a job where it is due, and says when it is due next. */
const runJob = async (ports: Ports, job: ClockJob): Promise<{ done: number; nextAt: number }> => {
  const nextAt = job.nextAt ? await job.nextAt(ports) : 0;
  if (nextAt > ports.clock.now()) return { done: 0, nextAt };
  const done = await job.run(ports);
  // As many are left as one turn does not take: the next one goes on.
  if (!job.nextAt) return { done, nextAt: done > 0 ? ports.clock.now() : Infinity };
  // What met a rival, or cannot be done, is tried again in a while.
  return { done, nextAt: done > 0 ? await job.nextAt(ports) : ports.clock.now() + WAKE.againMs };
};

export const runClockJobs = async (ports: Ports): Promise<ClockTurn> => {
  const counts: Record<keyof ClockCounts, number> = { ...NOTHING_BY_CLOCK };
  let nextAt = Infinity;
  for (const name of NAMES) {
    const turn = await attempt(ports, name, () => runJob(ports, JOBS[name]));
    counts[name] = turn?.done ?? 0;
    nextAt = Math.min(nextAt, turn?.nextAt ?? 0);
  }
  return { counts, nextAt };
};
