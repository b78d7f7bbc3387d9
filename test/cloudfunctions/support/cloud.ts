/** The built functions on the emulator, called as the mini-program calls them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  contract,
  type ActionName,
  type FunctionName,
  type Request,
  type Response,
} from '../../../miniprogram/contract';
import type { ActionSpec } from '../../../miniprogram/contract/define';
import type { Result } from '../../../miniprogram/domain/errors';
import { builtFunctions } from '../../../tools/browser/broker';
import { startEmulator } from '../../../tools/emulator';
import { FUNCTION_ENV, product } from '../../../tools/emulator/product';
import { PICTURE } from './picture';

export interface Cloud {
  /** Of the admin protocol, for the SDK outside of functions. */
  readonly adminUrl: string;
  /** Log lines of the emulator and the functions. */
  readonly lines: string[];
  /** Empties documents and files. */
  wipe(): Promise<void>;
  /** Calls an action and checks what comes back against the contract. */
  call<F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Result<Response<F, A>>>;
  /** Any event, for calls the typed client cannot make. */
  invoke(openid: string, name: string, data: unknown): Promise<unknown>;
  consent(openid: string, templateIds: readonly string[]): Promise<void>;
  /** A file id. */
  upload(openid: string, cloudPath: string, bytes?: Buffer): Promise<string>;
  /** What stands at a temporary address. */
  download(url: string): Promise<Buffer>;
  jumpTo(at: number): Promise<void>;
  now(): Promise<number>;
  /** One run of the timer; its result. */
  tick(): Promise<unknown>;
  messagesTo(openid: string): Promise<{ title: string; templateId: string; page: string }[]>;
  fault(fault: object): Promise<void>;
  clearFaults(): Promise<void>;
  /** Database requests and documents looked at since the last call. */
  costs(): Promise<{ requests: number; scanned: number; read: number }>;
  close(): Promise<void>;
}

export const startCloud = async (): Promise<Cloud> => {
  const dir = mkdtempSync(join(tmpdir(), 'cloud-'));
  const functionsDir = await builtFunctions();
  const lines: string[] = [];
  const emulator = await startEmulator({
    port: 0,
    dataDir: join(dir, 'data'),
    functionsDir,
    functionEnv: FUNCTION_ENV,
    liveTimers: false,
    log: (line) => lines.push(line),
    ...product,
  });

  const send = async (path: string, body: unknown, openid?: string): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', ...(openid ? { 'x-openid': openid } : {}) };
    const reply = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await reply.json()) as Record<string, unknown>;
  };
  const invoke: Cloud['invoke'] = async (openid, name, data) => {
    const reply = await send('/client/callFunction', { name, data }, openid);
    if (!('result' in reply)) throw new Error(JSON.stringify(reply));
    return reply.result;
  };
  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await (await fetch(emulator.url + path)).json()) as Record<string, unknown>;

  return {
    adminUrl: emulator.adminUrl,
    lines,
    wipe: async () => void (await send('/control/reset', {})),
    invoke,
    call: async (openid, name, action, payload) => {
      const result = (await invoke(openid, name, { action, payload })) as Result<never>;
      const spec = (contract[name] as Readonly<Record<string, ActionSpec>>)[action];
      if (result.ok && spec) v.parse(spec.response, result.data);
      return result;
    },
    consent: async (openid, templateIds) => {
      const answers = Object.fromEntries(templateIds.map((id) => [id, 'accept']));
      await send('/client/subscribe', { answers }, openid);
    },
    upload: async (openid, cloudPath, bytes: Buffer = PICTURE) => {
      const url = `${emulator.url}/client/uploadFile?cloudPath=${encodeURIComponent(cloudPath)}`;
      const reply = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'x-openid': openid },
      });
      return ((await reply.json()) as { fileID: string }).fileID;
    },
    download: async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()),
    jumpTo: async (at) => void (await send('/control/clock', { at })),
    now: async () => Number((await get('/control/clock')).now),
    tick: async () => {
      const { timers } = (await send('/control/timers/run', { function: 'reminder' })) as {
        timers: { result?: unknown; error?: unknown }[];
      };
      return timers[0]?.result ?? timers[0]?.error;
    },
    messagesTo: async (openid) =>
      (await get(`/control/messages?openid=${openid}`)).messages as Awaited<ReturnType<Cloud['messagesTo']>>,
    fault: async (fault) => void (await send('/control/faults', fault)),
    clearFaults: async () => void (await fetch(`${emulator.url}/control/faults`, { method: 'DELETE' })),
    costs: async () => {
      const calls = await get('/control/calls');
      await fetch(`${emulator.url}/control/calls`, { method: 'DELETE' });
      const requests = Object.entries(calls.requests as Record<string, number>);
      const toDatabase = requests.filter(([action]) => action.startsWith('database.'));
      return {
        requests: toDatabase.reduce((sum, [, count]) => sum + count, 0),
        scanned: Number(calls.documentsScanned),
        read: Number(calls.documentsRead),
      };
    },
    close: async () => {
      await emulator.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/** The data of a call that must succeed. */
export const dataOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.data;
};
