/** Hosts the built functions: who may be called, by whom, and what comes back. */
import type { AdjustableClock } from '../clock';
import type { Events } from '../events';
import type { Plan } from '../plan/plan';
import { ProtocolError, type ActionService } from '../types';
import type { FunctionSpec } from './catalog';
import { Deployments, type Deployed, type DeployOptions } from './deployments';
import { toRunnerCall, type Invocation } from './invocation';

/** The platform's limit for a synchronous call's event and for its result. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

export interface HostOptions extends DeployOptions {
  readonly clock: AdjustableClock;
  readonly events: Events;
  readonly plan: Plan;
}

export interface FunctionHost extends ActionService {
  /** JSON text of the result. @throws ProtocolError with CloudBase's code. */
  invoke(call: Invocation): Promise<string>;
  functions(): FunctionSpec[];
  /** The function that holds this open-API token. */
  ownerOf(token: string): FunctionSpec | undefined;
  /** Reads one function again, or learns that it is gone; a refused `config.json` keeps the old build. */
  reload(name: string): Promise<void>;
  /** Replaces all instances: a function may have cached what is no longer true. */
  recycle(): Promise<void>;
  /** Calls per function since start or `resetCalls`. */
  readonly calls: Readonly<Record<string, number>>;
  resetCalls(): void;
}

/** @throws Error when a function's `config.json` is not acceptable. */
export function openHost(options: HostOptions): FunctionHost {
  const { clock, events, log, plan, surroundings } = options;
  const deployments = new Deployments(options);
  let calls: Record<string, number> = {};

  const tellFailure = (name: string, code: string, message: string): void =>
    events.emit({ type: 'functionError', data: { function: name, code, message } });

  const run = (call: Invocation, { pool, token }: Deployed): Promise<string> =>
    plan.run(call.name, () =>
      pool.run((spec) => toRunnerCall(call, spec, token, surroundings(), clock.offset)),
    );

  async function invoke(call: Invocation): Promise<string> {
    const target = deployments.named(call.name);
    if (!target) throw new ProtocolError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.');
    if (Buffer.byteLength(call.event) > PAYLOAD_LIMIT_BYTES) {
      throw new ProtocolError('EXCEED_REQUEST_SIZE_LIMIT', 'request event size exceeds the limit of 6 MB');
    }
    calls[call.name] = (calls[call.name] ?? 0) + 1;
    try {
      const json = await run(call, target);
      if (Buffer.byteLength(json) <= PAYLOAD_LIMIT_BYTES) return json;
      throw new ProtocolError('FUNCTIONS_EXECUTE_FAIL', 'the size of response exceeds the upper limit (6MB)');
    } catch (error) {
      const { code, message } =
        error instanceof ProtocolError ? error : { code: 'SYS_ERR', message: String(error) };
      log(`[${call.name}] failed: ${code} ${message}`);
      tellFailure(call.name, code, message);
      throw error;
    }
  }

  async function reload(name: string): Promise<void> {
    try {
      await deployments.reload(name);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log(message);
      tellFailure(name, 'CONFIG_REFUSED', message);
    }
  }

  return {
    actions: ['functions.invokeFunction'],
    get calls() {
      return calls;
    },
    resetCalls: () => void (calls = {}),
    invoke,
    reload,
    functions: () => deployments.specs(),
    ownerOf: (token) => deployments.ownerOf(token),
    recycle: () => deployments.recycle(),
    async handle(_action, request) {
      const { function_name: name, request_data: data } = request;
      if (typeof name !== 'string')
        throw new ProtocolError('INVALID_PARAM', 'function_name must be a string');
      const response = await invoke({ name, event: toEvent(data), source: 'scf' });
      return { data: { response_data: response } };
    },
    close: () => deployments.close(new ProtocolError('FUNCTIONS_REQUEST_FAIL', 'the emulator is closing')),
  };
}

/** The SDK sends the event as JSON text, and an empty text for no event. */
function toEvent(data: unknown): string {
  if (data === undefined || data === '') return '{}';
  if (typeof data !== 'string')
    throw new ProtocolError('INVALID_PARAM', 'request_data must be a JSON string');
  try {
    JSON.parse(data);
    return data;
  } catch {
    throw new ProtocolError('INVALID_PARAM', 'request_data is not valid JSON');
  }
}
