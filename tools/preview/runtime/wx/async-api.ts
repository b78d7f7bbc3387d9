/** WeChat's calling convention: an options object with callbacks, or a promise when none is given. */
import type { WxFailure } from '../host';

export type Options = Readonly<Record<string, unknown>>;
type Callback = (result: object) => void;

/** A failure in WeChat's words: `<api>:fail <reason>`. */
export function failure(
  api: string,
  reason: string,
  extra: Partial<WxFailure> & { errno?: number } = {},
): WxFailure {
  return { errMsg: `${api}:fail ${reason}`, ...extra };
}

function toFailure(api: string, error: unknown): WxFailure {
  if (
    typeof error === 'object' &&
    error !== null &&
    typeof (error as { errMsg?: unknown }).errMsg === 'string'
  ) {
    return error as WxFailure;
  }
  return failure(api, error instanceof Error ? error.message : String(error));
}

const callbackOf = (options: Options, name: string): Callback | undefined =>
  typeof options[name] === 'function' ? (options[name] as Callback) : undefined;

export type AsyncApi = (options?: Options) => Promise<object> | undefined;

/**
 * Turns an implementation into a WeChat API: `success`, `fail` and `complete` are called when given, and then nothing
 * is returned; otherwise a promise is. `run` rejects with a `WxFailure` or throws one.
 */
export function asyncApi(name: string, run: (options: Options) => unknown): AsyncApi {
  return (options = {}) => {
    const work = (async () => ({
      errMsg: `${name}:ok`,
      ...((await run(options)) as object | undefined),
    }))().catch((error: unknown) => {
      throw toFailure(name, error);
    });
    const [success, fail, complete] = ['success', 'fail', 'complete'].map((key) => callbackOf(options, key));
    if (!success && !fail && !complete) return work;
    // Errors thrown by the callbacks themselves are the page's and stay unhandled, so that they are reported.
    void work.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: WxFailure) => {
        fail?.(error);
        complete?.(error);
      },
    );
    return undefined;
  };
}

type Implementation = (options: Options) => unknown;

/** Wraps a table of implementations. */
export function asyncApis(table: Readonly<Record<string, Implementation>>): Record<string, AsyncApi> {
  return Object.fromEntries(Object.entries(table).map(([name, run]) => [name, asyncApi(name, run)]));
}

/** A text option; WeChat refuses other types with this message. */
export function requireText(api: string, options: Options, name: string): string {
  const value = options[name];
  if (typeof value === 'string') return value;
  throw failure(api, `parameter error: parameter.${name} should be String instead of ${typeName(value)};`, {
    errCode: 1001,
  });
}

export function typeName(value: unknown): string {
  return value === undefined ? 'Undefined' : Object.prototype.toString.call(value).slice(8, -1);
}
