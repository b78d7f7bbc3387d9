/** Lets requests through as a plan does, or refuses them as CloudBase does. A refused one has done nothing. */
import { countRequest } from '../counters';
import { ProtocolError, type CallCounters, type Clock, type PlanQuotas } from '../types';

export interface Plan {
  /** One request to the database. @throws ProtocolError */
  database<T>(work: () => Promise<T>): Promise<T>;
  /** One run of a function. @throws ProtocolError */
  run<T>(functionName: string, work: () => Promise<T>): Promise<T>;
  /** One request to storage. @throws ProtocolError */
  storage<T>(work: () => Promise<T>): Promise<T>;
}

/** Of a plan without limits. */
export const UNLIMITED: Plan = {
  database: (work) => work(),
  run: (_, work) => work(),
  storage: (work) => work(),
};

const SECOND_MS = 1000;
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

const REFUSALS = {
  EXCEED_RATELIMIT: 'request frequency exceeds the plan resource limit',
  EXCEED_CONCURRENT_REQUEST_LIMIT: 'concurrent request limit exceeded',
  EXCEED_REQUEST_LIMIT: 'request limit exceeded, plan resources exhausted',
  DATABASE_REQUEST_FAILED:
    '[LimitExceeded.NoValidConnection] Connection num overrun. ' +
    'Please check your request, but if the problem persists, contact us.',
} as const;

/** Counts what happens at once under each name. */
const openCrowd = (most: number, refuse: () => never) => {
  const inside = new Map<string, number>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const others = inside.get(name) ?? 0;
    if (others >= most) refuse();
    inside.set(name, others + 1);
    try {
      return await work();
    } finally {
      inside.set(name, (inside.get(name) ?? 1) - 1);
    }
  };
};

/** The second is any second, not one of the clock's: the stricter reading. */
const openRate = (clock: Clock, most: number, refuse: () => never) => {
  let taken: number[] = [];
  return (): void => {
    const now = clock.now();
    // A clock that was put back begins anew.
    taken = taken.filter((at) => at > now - SECOND_MS && at <= now);
    if (taken.length >= most) refuse();
    taken.push(now);
  };
};

const openMonth = (clock: Clock, most: number, refuse: () => never) => {
  let month = '';
  let used = 0;
  return (): void => {
    const current = new Date(clock.now() + CHINA_OFFSET_MS).toISOString().slice(0, 7);
    if (current !== month) [month, used] = [current, 0];
    if (used >= most) refuse();
    used += 1;
  };
};

/** Refusals are counted as `refused.<code>`. */
export const openPlan = (quotas: PlanQuotas, clock: Clock, counters: CallCounters): Plan => {
  const refusal = (code: keyof typeof REFUSALS) => (): never => {
    countRequest(counters, `refused.${code}`);
    throw new ProtocolError(code, REFUSALS[code]);
  };
  const takeOfMonth = openMonth(clock, quotas.callsPerMonth, refusal('EXCEED_REQUEST_LIMIT'));
  const takeOfSecond = openRate(clock, quotas.databasePerSecond, refusal('EXCEED_RATELIMIT'));
  const connect = openCrowd(quotas.databaseAtOnce, refusal('DATABASE_REQUEST_FAILED'));
  const start = openCrowd(quotas.runsAtOnce, refusal('EXCEED_CONCURRENT_REQUEST_LIMIT'));
  return {
    database: (work) =>
      connect('database', () => {
        takeOfSecond();
        takeOfMonth();
        return work();
      }),
    run: (functionName, work) =>
      start(functionName, () => {
        takeOfMonth();
        return work();
      }),
    storage: async (work) => {
      takeOfMonth();
      return work();
    },
  };
};
