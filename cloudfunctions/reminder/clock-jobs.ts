/** What the clock decides: asked wherever it is read, and written down here. */
import { MINUTE_MS } from '../../miniprogram/domain/calendar/china-time';
import { finishErasures } from '../_shared/people/finish-erasures';
import { removeOldLocks } from '../_shared/people/remove-locks';
import { WAKE } from '../_shared/kernel/policy';
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
  /** Epoch ms of the earliest one; none where the morning's look is soon enough. */
  readonly earliest?: (ports: Ports) => Promise<number>;
  readonly run: (ports: Ports) => Promise<number>;
}

const momentOf = (moments: readonly (number | null)[]): number =>
  Math.min(Infinity, ...moments.filter((at) => at !== null));

const JOBS: Readonly<Record<keyof ClockCounts, ClockJob>> = {
  erased: {
    earliest: async ({ store }) => {
      const where = { nextAt: { gt: 0 } };
      const first = await store.find('erasures', { where, orderBy: ['nextAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ nextAt }) => nextAt));
    },
    run: finishErasures,
  },
  timedOut: {
    earliest: async ({ store }) => {
      const where = { state: 'approved', deadlineAt: { gt: 0 } };
      const first = await store.find('transfers', { where, orderBy: ['deadlineAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ deadlineAt }) => deadlineAt));
    },
    run: timeOutTransfers,
  },
  begun: {
    earliest: async ({ store }) => {
      const where = { state: 'planned', opensAt: { gt: 0 } };
      const first = await store.find('transfers', { where, orderBy: ['opensAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ opensAt }) => opensAt));
    },
    run: beginPlanned,
  },
  ended: {
    earliest: async ({ store }) => {
      const where = { state: 'recorded', opensAt: { gt: 0 } };
      const first = await store.find('transfers', { where, orderBy: ['opensAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ opensAt }) => opensAt));
    },
    run: endKeepings,
  },
  settled: {
    earliest: async ({ store }) => {
      const where = { settleAt: { gt: 0 } };
      const first = await store.find('ruleSets', { where, orderBy: ['settleAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ settleAt }) => settleAt));
    },
    run: settleRules,
  },
  escalated: {
    earliest: async ({ store }) => {
      const where = { state: 'waiting', escalatesAt: { gt: 0 } };
      const first = await store.find('resetRequests', { where, orderBy: ['escalatesAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ escalatesAt }) => escalatesAt));
    },
    run: escalateRequests,
  },
  expired: {
    earliest: async ({ store }) => {
      const where = { state: 'issued', expiresAt: { gt: 0 } };
      const first = await store.find('resetRequests', { where, orderBy: ['expiresAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ expiresAt }) => expiresAt));
    },
    run: expireCodes,
  },
  finished: {
    // A roster being written is looked after every minute until it is done.
    earliest: async ({ store, clock }) => {
      const [run] = await store.find('rosterRuns', { where: { state: 'applying' }, limit: 1 });
      if (!run) return Infinity;
      const now = clock.now();
      return run.leaseUntil <= now ? now : Math.max(run.leaseUntil, now + MINUTE_MS);
    },
    run: finishRuns,
  },
  oldExports: {
    earliest: async ({ store }) => {
      const where = { expiresAt: { gt: 0 } };
      const first = await store.find('exports', { where, orderBy: ['expiresAt', 'asc'], limit: 1 });
      return momentOf(first.map(({ expiresAt }) => expiresAt));
    },
    run: removeOldExports,
  },
  oldRuns: {
    earliest: async ({ store }) => {
      // Mostly there is none, and one request says so.
      if ((await store.count('rosterRuns', { state: { in: ENDED_RUNS }, expiresAt: { gt: 0 } })) === 0)
        return Infinity;
      const looks = ENDED_RUNS.map((state) => {
        const where = { state, expiresAt: { gt: 0 } };
        return store.find('rosterRuns', { where, orderBy: ['expiresAt', 'asc'], limit: 1 });
      });
      return momentOf((await Promise.all(looks)).flat().map(({ expiresAt }) => expiresAt));
    },
    run: removeOldRuns,
  },
  oldRosterFiles: { earliest: rosterFilesDueAt, run: removeRosterFiles },
  oldReconciles: { run: removeOldReconciles },
  oldCorrections: { run: removeOldCorrections },
  oldLocks: { run: removeOldLocks },
  oldPictures: { earliest: oldPicturesDueAt, run: removeOldPictures },
  compared: { earliest: comparedNextAt, run: compareCounters },
};

const NAMES = Object.keys(JOBS) as readonly (keyof ClockCounts)[];

export const NOTHING_BY_CLOCK = Object.fromEntries(NAMES.map((name) => [name, 0])) as Readonly<
  Record<keyof ClockCounts, number>
>;

/** Runs a job where it is due, and says when it is due next. */
const runJob = async (
  ports: Ports,
  { earliest, run }: ClockJob,
): Promise<{ done: number; nextAt: number }> => {
  const nextAt = earliest ? await earliest(ports) : 0;
  if (nextAt > ports.clock.now()) return { done: 0, nextAt };
  const done = await run(ports);
  // As many are left as one turn does not take: the next one goes on.
  if (!earliest) return { done, nextAt: done > 0 ? ports.clock.now() : Infinity };
  // What met a rival, or cannot be done, is tried again in a while.
  return { done, nextAt: done > 0 ? await earliest(ports) : ports.clock.now() + WAKE.againMs };
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
