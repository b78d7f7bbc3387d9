import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { SYSTEM } from '../../_shared/kernel/actor';
import { inParallel } from '../../_shared/kernel/in-parallel';
import type { Ports } from '../../_shared/platform/ports';
import { isPaperLeft } from '../../../miniprogram/domain/transfer/offline';
import { EVERYBODY } from '../../../miniprogram/domain/rules/overlay/edition';
import type { Transfer } from '../../_shared/store/records';
import { paperOf } from '../../_shared/season/paper';
import { takeStep } from '../../_shared/transfers/take-step';

/** Transfers looked at in one call, and completed side by side. */
const LOOK = 1000;
const PARALLEL = 5;
/** No new one is begun after this much of the call: a phone waits twenty seconds. */
const BUDGET_MS = 10_000;

/** Those of a scope that have arrived and are not completed. */
export const arrivedIn = ({ store }: Ports, scopeId: string): Promise<Transfer[]> => {
  const place = scopeId === EVERYBODY ? {} : { collegeId: scopeId };
  const where = { ...place, state: 'accepted' as const };
  return store.find('transfers', { where, orderBy: ['queueKey', 'asc'], limit: LOOK });
};

/** Completes whoever has arrived and has no step left under the rules that hold now. */
export const settle = async (
  ports: Ports,
  scopeId: string,
): Promise<{ completed: number; left: boolean }> => {
  const stopAt = ports.clock.now() + BUDGET_MS;
  const due = (await arrivedIn(ports, scopeId)).filter((transfer) => !isPaperLeft(paperOf(transfer)));
  const jobs = due.map((transfer) => async (): Promise<number> => {
    if (ports.clock.now() >= stopAt) return 0;
    const done = await takeStep(ports, transfer, { step: 'complete', actor: SYSTEM });
    return done.ok ? 1 : 0;
  });
  const completed = (await inParallel(jobs, PARALLEL)).reduce((sum, one) => sum + one, 0);
  return { completed, left: completed > 0 && completed < due.length };
};

export const settleRules: UseCase<'teacher', 'settleRules', CollegeCaller> = async (
  ports,
  { caller: { scopeId } },
) => ok({ ...(await settle(ports, scopeId)), now: ports.clock.now() });
