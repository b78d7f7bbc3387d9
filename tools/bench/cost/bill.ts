/** The month's bill by a plan. Pure: what was counted goes in, yuan come out. */
import type { Plan } from './prices';

export interface Usage {
  readonly calls: number;
  readonly gbSeconds: number;
  readonly storageGb: number;
  readonly trafficGb: number;
}

const DAYS = 30;
const CALLS_PER_LOT = 10_000;

const beyond = (used: number, included: number): number => Math.max(0, used - included);

/** What one graduate's season adds, spread over the months it takes. */
export const monthOf = (idle: Usage, perGraduate: Usage, graduates: number, months: number): Usage => {
  const share = graduates / months;
  return {
    calls: idle.calls + perGraduate.calls * share,
    gbSeconds: idle.gbSeconds + perGraduate.gbSeconds * share,
    // Pictures stay until the season's data is cleared away.
    storageGb: idle.storageGb + perGraduate.storageGb * graduates,
    trafficGb: idle.trafficGb + perGraduate.trafficGb * share,
  };
};

/** Yuan. Run time beyond the plan has no published price here: whether it fits is said instead. */
export const billOf = (usage: Usage, { price, included, beyond: rates }: Plan) => ({
  yuan:
    price +
    (beyond(usage.calls, included.calls) / CALLS_PER_LOT) * rates.per10000Calls +
    beyond(usage.storageGb, included.storageGb) * rates.perGbAndDay * DAYS,
  hasRunTime: usage.gbSeconds <= included.gbSeconds,
  hasTraffic: usage.trafficGb <= included.trafficGb,
});
