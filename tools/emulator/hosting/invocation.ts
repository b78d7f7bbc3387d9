/** What one call of a function sees of its caller: the environment and the context CloudBase gives it. */
import { randomUUID } from 'node:crypto';
import type { FunctionSpec } from './catalog';

/** How the call came: from a phone, from another function or an SDK, from the timer, or pushed by WeChat. */
type CallSource = 'wx_client' | 'scf' | 'wx_trigger' | 'wx_unknown';

export interface Invocation {
  readonly name: string;
  /** JSON text of the event. */
  readonly event: string;
  readonly source: CallSource;
  /** Only a phone's call, and what WeChat pushes about a person, carries an identity. */
  readonly openid?: string;
}

export interface Surroundings {
  readonly appId: string;
  readonly envId: string;
  readonly adminUrl: string;
  readonly functionEnv: Readonly<Record<string, string>>;
}

/** What travels to the instance for one call. */
export interface RunnerCall {
  readonly id: string;
  readonly event: string;
  readonly env: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
  readonly clockOffset: number;
}

/** Environment of an instance from its start on; nothing of the emulator's own environment leaks in. */
export function instanceEnv(around: Surroundings): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    // Windows cannot open a socket without it.
    ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
    // As on the platform, whatever the zone of this machine.
    TZ: 'UTC',
    // Without it each SDK call first looks for a metadata host.
    TENCENTCLOUD: 'true',
    // Elsewhere than in a function the SDK keeps connections of its own.
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    SCF_NAMESPACE: around.envId,
    TCB_ENV: around.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: around.adminUrl }),
    ...around.functionEnv,
  };
}

function callEnv(call: Invocation, token: string, appId: string): Record<string, string> {
  const identity =
    call.openid === undefined
      ? undefined
      : { WX_OPENID: call.openid, WX_APPID: appId, WX_CLIENTIP: '127.0.0.1' };
  const wx: Record<string, string> = { ...identity, WX_API_TOKEN: token };
  return {
    ...wx,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: 'TCB_SOURCE',
    TCB_SOURCE: call.source,
    // The SDK takes a timer's open-API token from a variable of its own.
    ...(call.source === 'wx_trigger' && { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token }),
  };
}

/** `token` tells the emulator which function an open-API call comes from. */
export function toRunnerCall(
  call: Invocation,
  spec: FunctionSpec,
  token: string,
  around: Surroundings,
  clockOffset: number,
): RunnerCall {
  const env = callEnv(call, token, around.appId);
  const id = randomUUID();
  const context = {
    request_id: id,
    function_name: spec.name,
    function_version: '$LATEST',
    namespace: around.envId,
    memory_limit_in_mb: spec.config.memoryMb,
    time_limit_in_ms: spec.config.timeoutMs,
    environment: JSON.stringify(env),
    environ: Object.entries(env)
      .map((pair) => pair.join('='))
      .join(';'),
  };
  return { id, event: call.event, env, context, timeoutMs: spec.config.timeoutMs, clockOffset };
}
