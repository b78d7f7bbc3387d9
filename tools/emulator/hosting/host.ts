/** Hosts the built functions: who may be called, by whom, and what comes back. */
import { randomUUID } from 'node:crypto';
import type { AdjustableClock } from '../clock';
import type { Events } from '../events';
import type { Plan } from '../plan/plan';
import { ProtocolError, type ActionService } from '../types';
import { listFunctions, readFunction, readFunctions, type FunctionSpec } from './catalog';
import { Instance } from './instance';
import { instanceEnv, toRunnerCall, type Invocation, type Surroundings } from './invocation';
import { Pool } from './pool';

/** The platform's limit for a synchronous call's event and for its result. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

const SPARE_IDLE_MS = 30_000;

export interface HostOptions {
  readonly functionsDir: string;
  readonly clock: AdjustableClock;
  readonly events: Events;
  /** Read at the first call: the port is not known earlier. */
  readonly surroundings: () => Surroundings;
  readonly instancesPerFunction: number;
  readonly plan: Plan;
  readonly nodePath: string;
  readonly log: (line: string) => void;
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

interface Deployed {
  readonly pool: Pool;
  readonly token: string;
}

/** @throws Error when a function's `config.json` is not acceptable. */
export function openHost(options: HostOptions): FunctionHost {
  const deployed = new Map<string, Deployed>();
  let calls: Record<string, number> = {};

  function start(spec: FunctionSpec): Instance {
    const prefix = `[${spec.name}]`;
    return new Instance({
      spec,
      nodePath: options.nodePath,
      env: instanceEnv(options.surroundings()),
      clockOffset: options.clock.offset,
      onLine: (line) => options.log(`${prefix} ${line}`),
    });
  }

  function deploy(spec: FunctionSpec): void {
    const pool = new Pool(spec, { maxInstances: options.instancesPerFunction, idleMs: SPARE_IDLE_MS, start });
    deployed.set(spec.name, { pool, token: randomUUID() });
  }

  async function invoke(call: Invocation): Promise<string> {
    const target = deployed.get(call.name);
    if (!target) throw new ProtocolError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.');
    if (Buffer.byteLength(call.event) > PAYLOAD_LIMIT_BYTES) {
      throw new ProtocolError('EXCEED_REQUEST_SIZE_LIMIT', 'request event size exceeds the limit of 6 MB');
    }
    calls[call.name] = (calls[call.name] ?? 0) + 1;
    try {
      const json = await options.plan.run(call.name, () =>
        target.pool.run((spec) =>
          toRunnerCall(call, spec, target.token, options.surroundings(), options.clock.offset),
        ),
      );
      if (Buffer.byteLength(json) <= PAYLOAD_LIMIT_BYTES) return json;
      throw new ProtocolError('FUNCTIONS_EXECUTE_FAIL', 'the size of response exceeds the upper limit (6MB)');
    } catch (error) {
      const { code, message } =
        error instanceof ProtocolError ? error : { code: 'SYS_ERR', message: String(error) };
      options.log(`[${call.name}] failed: ${code} ${message}`);
      options.events.emit({ type: 'functionError', data: { function: call.name, code, message } });
      throw error;
    }
  }

  async function reload(name: string): Promise<void> {
    const old = deployed.get(name);
    if (!listFunctions(options.functionsDir).includes(name)) {
      deployed.delete(name);
      await old?.pool.close(new ProtocolError('FUNCTION_NOT_FOUND', `function "${name}" was removed`));
      return;
    }
    try {
      const spec = readFunction(options.functionsDir, name);
      if (old) await old.pool.replace(spec);
      else deploy(spec);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      options.log(message);
      options.events.emit({
        type: 'functionError',
        data: { function: name, code: 'CONFIG_REFUSED', message },
      });
    }
  }

  for (const spec of readFunctions(options.functionsDir)) deploy(spec);

  return {
    actions: ['functions.invokeFunction'],
    get calls() {
      return calls;
    },
    resetCalls: () => void (calls = {}),
    invoke,
    reload,
    functions: () => [...deployed.values()].map(({ pool }) => pool.spec),
    ownerOf: (token) => [...deployed.values()].find((one) => one.token === token)?.pool.spec,
    recycle: async () => {
      await Promise.all([...deployed.values()].map(({ pool }) => pool.replace({ ...pool.spec })));
    },
    async handle(_action, request) {
      const { function_name: name, request_data: data } = request;
      if (typeof name !== 'string')
        throw new ProtocolError('INVALID_PARAM', 'function_name must be a string');
      const response = await invoke({ name, event: toEvent(data), source: 'scf' });
      return { data: { response_data: response } };
    },
    async close() {
      const reason = new ProtocolError('FUNCTIONS_REQUEST_FAIL', 'the emulator is closing');
      await Promise.all([...deployed.values()].map(({ pool }) => pool.close(reason)));
    },
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
