import * as v from 'valibot';
import { BUSY, TOKEN_EXPIRED, WechatError } from './wechat-error';

const reply = v.looseObject({ errcode: v.optional(v.number(), 0), errmsg: v.optional(v.string(), '') });
const tokenReply = v.object({ access_token: v.string() });

export interface ApiOptions {
  readonly host: string;
  readonly appid: string;
  readonly secret: string;
  /** Waits before another try. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** WeChat's HTTP API for one mini-program. */
export interface WechatApi {
  /** Throws `WechatError`. */
  call<S extends v.GenericSchema>(api: string, body: object, answer: S): Promise<v.InferOutput<S>>;
  get<S extends v.GenericSchema>(api: string, answer: S): Promise<v.InferOutput<S>>;
}

const TRIES = 5;
const FIRST_PAUSE_MS = 500;
const TIMEOUT_MS = 20_000;
const NO_ANSWER = -1;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** No answer and 5xx count as busy: every call here may be repeated. */
const send = async (url: string, api: string, body: object | undefined): Promise<unknown> => {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new WechatError(NO_ANSWER, api, `HTTP ${response.status}`);
    return (await response.json()) as unknown;
  } catch (error) {
    if (error instanceof WechatError) throw error;
    throw new WechatError(NO_ANSWER, api, error instanceof Error ? error.message : String(error));
  }
};

const accepted = (api: string, answer: unknown): unknown => {
  const { errcode, errmsg } = v.parse(reply, answer);
  if (errcode !== 0) throw new WechatError(errcode, api, errmsg);
  return answer;
};

export const openWechatApi = ({ host, appid, secret, pause = sleep }: ApiOptions): WechatApi => {
  let token: string | undefined;

  /** The stable token leaves the tokens of other programs valid. */
  const fetchToken = async (): Promise<string> => {
    const api = '/cgi-bin/stable_token';
    const body = { grant_type: 'client_credential', appid, secret };
    return v.parse(tokenReply, accepted(api, await send(host + api, api, body))).access_token;
  };

  const once = async (api: string, body: object | undefined): Promise<unknown> => {
    token ??= await fetchToken();
    const url = `${host}${api}?access_token=${encodeURIComponent(token)}`;
    return accepted(api, await send(url, api, body));
  };

  const again = async (api: string, body: object | undefined): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      const hadToken = token !== undefined;
      try {
        return await once(api, body);
      } catch (error) {
        if (!(error instanceof WechatError) || attempt === TRIES) throw error;
        const isExpired = TOKEN_EXPIRED.includes(error.code) && hadToken;
        if (!isExpired && !BUSY.includes(error.code)) throw error;
        if (isExpired) token = undefined;
        else await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  };

  return {
    call: async (api, body, answer) => v.parse(answer, await again(api, body)),
    get: async (api, answer) => v.parse(answer, await again(api, undefined)),
  };
};
