/** People a purge has taken off the roster before it broke off: nothing but the record of their erasure leads to them. */
import { ok, type Result } from '../../../../miniprogram/domain/errors';
import { inParallel } from '../../../_shared/kernel/in-parallel';
import { PURGE } from '../../../_shared/kernel/policy';
import type { Ports } from '../../../_shared/platform/ports';
import type { Erasure } from '../../../_shared/store/records';
import { add, countPerson, finishOne, NOTHING, sumOf, type Counts } from './purge-branch';

/** What one call has time for; the timer goes on with the others. */
const MOST = 50;

export const brokenOff = ({ store }: Pick<Ports, 'store'>): Promise<Erasure[]> =>
  store.find('erasures', { where: { state: 'erasing', movesFigures: false }, limit: MOST });

/** What would go with them. */
export const countBrokenOff = async (ports: Ports, erasures: readonly Erasure[]): Promise<Counts> => {
  const jobs = erasures.map(
    ({ _id: memberId, person }) =>
      () =>
        countPerson(ports, { memberId, accountId: person?.accountId ?? null }),
  );
  return sumOf(await inParallel(jobs, PURGE.parallel));
};

/** Two at one person do no harm: what is gone is gone. */
export const finishBrokenOff = async (
  ports: Ports,
  erasures: readonly Erasure[],
): Promise<Result<Counts>> => {
  const jobs = erasures.map((erasure) => () => finishOne(ports, erasure));
  let counts = NOTHING;
  for (const finished of await inParallel(jobs, PURGE.parallel)) {
    if (!finished.ok) return finished;
    counts = add(counts, finished.data);
  }
  return ok(counts);
};
