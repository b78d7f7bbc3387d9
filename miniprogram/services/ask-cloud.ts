import type { ActionName, FunctionName, Request, Response } from '../contract';
import { ERROR_CODES, fail, ok, type ErrorCode, type Failure, type Result } from '../domain/errors';
import { rememberClock } from '../memory/cloud-clock';
import { rememberSubscription } from '../memory/subscription';

/** How long a page waits before it says that the network is the problem, ms. */
const PATIENCE_MS = 20_000;

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

/**
 * WeChat reports a missing network, a timeout and an overloaded function by the text of `errMsg`;
 * the codes differ between client versions.
 */
const failureOfTransport = (thrown: unknown): Failure => {
  const message = isRecord(thrown) ? String(thrown.errMsg ?? thrown.message ?? '') : String(thrown);
  if (/-404010|-502003|TIME_LIMIT|exceed|too many|busy/i.test(message)) return { code: 'BUSY' };
  if (/timeout|time out|network|offline|interrupted|ERR_|abort|connect|socket|request:fail/i.test(message)) {
    return { code: 'OFFLINE' };
  }
  return { code: 'INTERNAL' };
};

const withPatience = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), PATIENCE_MS);
    const settle =
      <V>(next: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer);
        next(value);
      };
    work.then(settle(resolve), settle(reject));
  });

/**
 * One question to a cloud function; pages ask through `call`. Expected failures come back as `{ ok: false, error }`,
 * nothing is thrown. The tests hold every reply to the contract, so its shape is trusted here.
 */
export const askCloud = async <F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  payload: Request<F, A>,
): Promise<Result<Response<F, A>>> => {
  try {
    const { result } = await withPatience(wx.cloud.callFunction({ name, data: { action, payload } }));
    if (!isRecord(result)) return fail('INTERNAL');
    if (result.ok !== true) return { ok: false, error: failureOf(result.error) };
    rememberClock(result.data);
    rememberSubscription(result.data);
    return ok(result.data as Response<F, A>);
  } catch (thrown) {
    return { ok: false, error: failureOfTransport(thrown) };
  }
};
