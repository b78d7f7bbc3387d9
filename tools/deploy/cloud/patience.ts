import { refusalOf } from './refusal';

/** Codes after which the same request may succeed: nothing was done for it yet. */
const PASSING = ['RequestLimitExceeded', 'InternalError', 'FailedOperation.FunctionStatusError'] as const;

const TRIES = 6;
const FIRST_PAUSE_MS = 500;

export type Pause = (ms: number) => Promise<void>;

export const sleep: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again, ever more slowly, while Tencent Cloud is busy. Throws a `Refusal`; `doing` says what was wanted. */
export type Patiently = <T>(doing: string, work: () => Promise<T>) => Promise<T>;

export const createPatience =
  (pause: Pause): Patiently =>
  async (doing, work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const refusal = refusalOf(error, doing);
        const passes = PASSING.some((code) => refusal.code === code || refusal.code.startsWith(`${code}.`));
        if (!passes || attempt === TRIES) throw refusal;
        await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  };
