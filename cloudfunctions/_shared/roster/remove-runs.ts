import { ROSTER_RUN_STATES } from '../../../miniprogram/contract/teacher/roster';
import { ok } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';

const PAGE = 50;
/** Runs removed by one turn of the timer: each has thousands of rows. */
const MOST_AT_ONCE = 5;
/** Everything but what is being written. */
export const ENDED_RUNS = ROSTER_RUN_STATES.filter((state) => state !== 'applying');
const PART_STATES = ['shown', 'planned', 'done'] as const;

const removeParts = async ({ store }: Ports, runId: string): Promise<void> => {
  for (const state of PART_STATES) {
    for (;;) {
      const ids = await store.findIds('rosterParts', { where: { runId, state }, limit: PAGE });
      if (ids.length === 0) break;
      await store.transact(async (tx) => {
        for (const id of ids) tx.remove('rosterParts', id);
        return ok(undefined);
      });
    }
  }
};

/** The rows of a dry run are personal data: they go when nobody needs them any more. Never while one is written. */
export const removeOldRuns = async (ports: Ports): Promise<number> => {
  const { store, clock } = ports;
  const where = { state: { in: ENDED_RUNS }, expiresAt: { lte: clock.now() } };
  const old = await store.find('rosterRuns', { where, limit: MOST_AT_ONCE });
  for (const { _id } of old) {
    await removeParts(ports, _id);
    await store.transact(async (tx) => {
      tx.remove('rosterRuns', _id);
      return ok(undefined);
    });
  }
  return old.length;
};
