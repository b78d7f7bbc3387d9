import type { ActionName, FunctionName, Request, Response } from '../contract';
import { ERROR_CODES, fail, ok, type ErrorCode, type Failure, type Result } from '../domain/errors';
import { rememberClock } from '../memory/cloud-clock';
import { rememberSubscription } from '../memory/subscription';

/** How long a page waits before it says that the network is the problem, ms. */
const PATIENCE_MS = 20_000;
/**
 * Many people at once are over in a moment, so somebody who is told “busy” is asked for once more, after a pause that is
 * different for each of them, ms. It is what they would do themselves, and as safe. The pauses soon grow no more: who has
 * waited longest must not come last.
 */
const PAUSES_MS = [1500, 3000];
const LONGEST_PAUSE_MS = 5000;
/** How long somebody stands in the queue before they are told to come back later, ms. */
const QUEUE_MS = 60_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isErrorCode = (value: unknown): value is ErrorCode => ERROR_CODES.some((code) => code === value);

const namesAndNumbers = (detail: Record<string, unknown>): Record<string, string | number> => {
  const kept: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(detail))
    if (typeof value === 'string' || typeof value === 'number') kept[key] = value;
  return kept;
};

const failureOf = (error: unknown): Failure => {
  if (!isRecord(error) || !isErrorCode(error.code)) return { code: 'INTERNAL' };
  return {
    code: error.code,
    ...(typeof error.field === 'string' ? { field: error.field } : {}),
    ...(isRecord(error.detail) ? { detail: namesAndNumbers(error.detail) } : {}),
  };
};

const messageOf = (thrown: unknown): string =>
  isRecord(thrown) ? String(thrown.errMsg ?? thrown.message ?? '') : String(thrown);

/**
 * WeChat reports a missing network, a timeout and an overloaded function by the text of `errMsg`;
 * the codes differ between client versions.
 */
const failureOfTransport = (thrown: unknown): Failure => {
  const message = messageOf(thrown);
  // It must not be taken for “busy”: asking again helps nobody before the next month.
  if (/-501003|EXCEED_REQUEST_LIMIT/.test(message)) return { code: 'MONTH_USED_UP' };
  if (/-404010|-502003|TIME_LIMIT|exceed|too many|busy/i.test(message)) return { code: 'BUSY' };
  if (/timeout|time out|network|offline|interrupted|ERR_|abort|connect|socket|request:fail/i.test(message)) {
    return { code: 'OFFLINE' };
  }
  return { code: 'INTERNAL' };
};

/** The phone's time, and who hears that the person waits; a bench has its own. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves to what takes it back. */
  after(ms: number, work: () => void): () => void;
  /** Too many people ask just now: this one stands in the queue before asking again. */
  queued?(): void;
}

export const PHONE_TIME: Timers = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

const withPatience = <T>(work: Promise<T>, { after }: Timers): Promise<T> =>
  new Promise((resolve, reject) => {
    const forget = after(PATIENCE_MS, () => reject(new Error('timeout')));
    const settle =
      <V>(next: (value: V) => void) =>
      (value: V) => {
        forget();
        next(value);
      };
    work.then(settle(resolve), settle(reject));
  });

/** One that ran out of its time may have done its work, and has taken the person's patience already. */
const hasRun = (thrown: unknown): boolean => /TIME_LIMIT|-504003|-502003/i.test(messageOf(thrown));

interface Asked<T> {
  readonly reply: Result<T>;
  /** The function was not run, or says itself that too many ask just now. */
  readonly isWorthAsking: boolean;
}

const askOnce = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  payload: Request<F, A>,
  timers: Timers,
): Promise<Asked<Response<F, A>>> => {
  try {
    const { result } = await withPatience(wx.cloud.callFunction({ name, data: { action, payload } }), timers);
    if (!isRecord(result)) return { reply: fail('INTERNAL'), isWorthAsking: false };
    if (result.ok !== true) {
      const error = failureOf(result.error);
      return { reply: { ok: false, error }, isWorthAsking: error.code === 'BUSY' };
    }
    rememberClock(result.data);
    rememberSubscription(result.data);
    return { reply: ok(result.data as Response<F, A>), isWorthAsking: false };
  } catch (thrown) {
    const error = failureOfTransport(thrown);
    return { reply: { ok: false, error }, isWorthAsking: error.code === 'BUSY' && !hasRun(thrown) };
  }
};

const pause = (ms: number, { after }: Timers): Promise<void> => new Promise((resolve) => after(ms, resolve));

/** Of the try with that number, counted from 0. */
const pauseAfter = (tries: number): number =>
  (PAUSES_MS[tries] ?? LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);

/**
 * One question to a cloud function; pages ask through `call`. Expected failures come back as `{ ok: false, error }`,
 * nothing is thrown. The tests hold every reply to the contract, so its shape is trusted here.
 */
export const askCloud = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  payload: Request<F, A>,
  timers: Timers = PHONE_TIME,
): Promise<Result<Response<F, A>>> => {
  const givesUpAt = timers.now() + QUEUE_MS;
  for (let tries = 0; ; tries += 1) {
    const { reply, isWorthAsking } = await askOnce(name, action, payload, timers);
    if (!isWorthAsking || timers.now() > givesUpAt) return reply;
    timers.queued?.();
    await pause(pauseAfter(tries), timers);
  }
};
