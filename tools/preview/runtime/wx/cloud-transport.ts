/** Requests to the emulator's client endpoints, as one person of WeChat. */
import type { RuntimeHost } from '../host';

/** An error as `wx.cloud` rejects with: a real Error with WeChat's two fields. */
export class CloudError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg);
    this.name = 'CloudError';
  }
}

/** Nothing reached the cloud: offline, or no emulator. */
export const offlineError = (api: string): CloudError =>
  new CloudError(-1, `${api}:fail request:fail net::ERR_INTERNET_DISCONNECTED`);

/** The emulator's refusal in `wx.cloud`'s words. */
export function toCloudError(api: string, reply: { errCode?: unknown; errMsg?: unknown }): CloudError {
  const code = typeof reply.errCode === 'number' ? reply.errCode : -1;
  const message = typeof reply.errMsg === 'string' ? reply.errMsg : 'unknown error';
  const told = message.startsWith(`${api}:fail`)
    ? message
    : `${api}:fail errCode: ${code} | errMsg: ${message}`;
  return new CloudError(code, told);
}

export const personHeaders = (host: RuntimeHost): Record<string, string> => ({ 'x-openid': host.openid });

/** Posts JSON and answers the parsed reply, whatever its status; rejects when nothing came back. */
export async function postClient(
  host: RuntimeHost,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...personHeaders(host) },
    body: JSON.stringify(body),
  });
  const text = await reply.text();
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Error(`HTTP ${reply.status}: ${text.slice(0, 200)}`);
  }
}

/** One call of `wx.cloud`: offline and refusals become `CloudError`. */
export async function callCloud(
  host: RuntimeHost,
  api: string,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  if (!host.isOnline()) throw offlineError(api);
  const reply = await postClient(host, path, body).catch((error: unknown) => {
    throw error instanceof TypeError ? offlineError(api) : toCloudError(api, { errMsg: String(error) });
  });
  if (reply.errCode !== undefined && reply.errCode !== 0) throw toCloudError(api, reply);
  return reply;
}
