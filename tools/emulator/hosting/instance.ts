/** One instance of a function: a worker thread that serves one call at a time. */
import { Worker } from 'node:worker_threads';
import { ProtocolError } from '../types';
import type { FunctionSpec } from './catalog';
import type { WorkerCall } from './invocation';
import { workerCode } from './worker-code';
import type { RunnerData, RunnerMessage } from './worker/runner';

/** The platform gives loading a limit of its own, apart from the call's. */
const LOAD_LIMIT_MS = 10_000;

export interface InstanceOptions {
  readonly spec: FunctionSpec;
  readonly env: Record<string, string>;
  readonly clockOffset: number;
  /** Receives what the function prints. */
  readonly onOutput: (stream: 'stdout' | 'stderr', text: string) => void;
  readonly onExit: () => void;
}

interface Pending {
  readonly resolve: (json: string) => void;
  readonly reject: (error: ProtocolError) => void;
  readonly timer: NodeJS.Timeout;
}

export class Instance {
  readonly spec: FunctionSpec;
  busy = false;
  private readonly worker: Worker;
  private readonly loaded: Promise<string>;
  /** What the worker is doing for somebody: loading, or one call. */
  private pending: Pending | undefined;
  private gone: ProtocolError | undefined;

  constructor(options: InstanceOptions) {
    this.spec = options.spec;
    const workerData: RunnerData = { entry: options.spec.entry, clockOffset: options.clockOffset };
    this.worker = new Worker(workerCode(), {
      eval: true,
      workerData,
      env: options.env,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: options.spec.config.memoryMb },
    });
    this.worker.stdout.setEncoding('utf8').on('data', (text: string) => options.onOutput('stdout', text));
    this.worker.stderr.setEncoding('utf8').on('data', (text: string) => options.onOutput('stderr', text));
    this.worker.on('message', (message: RunnerMessage) => this.onMessage(message));
    this.worker.on('error', (error) => this.die(deathOf(error, options.spec)));
    this.worker.on('exit', (exitCode) => {
      this.die(new ProtocolError('FUNCTIONS_EXECUTE_FAIL', `function process exited with code ${exitCode}`));
      options.onExit();
    });
    this.loaded = this.wait(LOAD_LIMIT_MS, `Initialization timed out after ${LOAD_LIMIT_MS / 1000} seconds`);
    // The first call reports a failed load; without one nobody is waiting.
    this.loaded.catch(() => undefined);
  }

  get alive(): boolean {
    return this.gone === undefined;
  }

  /**
   * JSON text of the function's result.
   * @throws ProtocolError with CloudBase's code when the function fails, hangs, dies or outgrows its memory.
   */
  async run(call: WorkerCall): Promise<string> {
    await this.loaded;
    if (this.gone) throw this.gone;
    const answer = this.wait(
      call.timeoutMs,
      `Invoking task timed out after ${call.timeoutMs / 1000} seconds`,
    );
    this.worker.postMessage(call);
    return answer;
  }

  async stop(): Promise<void> {
    this.die(new ProtocolError('FUNCTIONS_EXECUTE_FAIL', 'function instance was stopped'));
    await this.worker.terminate();
  }

  private wait(limitMs: number, timeoutMessage: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.die(new ProtocolError('FUNCTIONS_TIME_LIMIT_EXCEEDED', timeoutMessage));
        void this.worker.terminate();
      }, limitMs);
      this.pending = { resolve, reject, timer };
    });
  }

  private onMessage(message: RunnerMessage): void {
    if (message.kind === 'ready') this.settle((pending) => pending.resolve(''));
    else if (message.kind === 'done') this.settle((pending) => pending.resolve(message.json));
    else {
      const error = new ProtocolError('FUNCTIONS_EXECUTE_FAIL', message.message);
      this.settle((pending) => pending.reject(error));
    }
  }

  private die(reason: ProtocolError): void {
    this.gone ??= reason;
    this.settle((pending) => pending.reject(reason));
  }

  private settle(finish: (pending: Pending) => void): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = undefined;
    clearTimeout(pending.timer);
    finish(pending);
  }
}

function deathOf(error: unknown, spec: FunctionSpec): ProtocolError {
  if (!(error instanceof Error)) return new ProtocolError('FUNCTIONS_EXECUTE_FAIL', String(error));
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message = `function memory exceeded the limit of ${spec.config.memoryMb} MB`;
    return new ProtocolError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message);
  }
  return new ProtocolError('FUNCTIONS_EXECUTE_FAIL', error.stack ?? error.message);
}
