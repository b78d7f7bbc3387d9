/**
 * One instance of a function: a process that serves one call at a time.
 * A process and not a worker thread, because a thread that outgrows its heap in one big step takes the whole
 * emulator with it, and because a thread cannot have a time zone of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { ProtocolError } from '../types';
import type { FunctionSpec } from './catalog';
import type { RunnerCall } from './invocation';
import { watchMemory } from './memory-watch';
import { runnerFile } from './runner-file';
import type { RunnerMessage } from './runner/main';

/** The platform gives loading a limit of its own, apart from the call's. */
const LOAD_LIMIT_MS = 10_000;

export interface InstanceOptions {
  readonly spec: FunctionSpec;
  readonly nodePath: string;
  readonly env: Record<string, string>;
  readonly clockOffset: number;
  /** Receives what the function prints, line by line. */
  readonly onLine: (line: string) => void;
}

interface Pending {
  readonly resolve: (json: string) => void;
  readonly reject: (error: ProtocolError) => void;
  readonly timer: NodeJS.Timeout;
}

export class Instance {
  readonly spec: FunctionSpec;
  busy = false;
  /** Calls served so far. */
  calls = 0;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly loaded: Promise<string>;
  /** What the process is doing for somebody: loading, or one call. */
  private pending: Pending | undefined;
  private gone: ProtocolError | undefined;

  constructor(options: InstanceOptions) {
    const { spec } = options;
    this.spec = spec;
    const heap = `--max-old-space-size=${spec.config.memoryMb}`;
    this.child = spawn(options.nodePath, [heap, runnerFile(), spec.entry, String(options.clockOffset)], {
      // A function's own folder is the root of `require('lib/x')`.
      env: { ...options.env, NODE_PATH: dirname(spec.entry) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const input of [this.child.stdout, this.child.stderr]) {
      if (input) createInterface({ input }).on('line', options.onLine);
    }
    const endWatch = watchMemory(this.child, spec.config.memoryMb);
    this.child.once('exit', endWatch);
    this.child.on('message', (message) => this.onMessage(message as RunnerMessage));
    this.child.on('error', (error) => this.die(new ProtocolError('FUNCTIONS_EXECUTE_FAIL', error.message)));
    this.ended = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        this.die(deathOf(code, signal, spec));
        resolve();
      });
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
  async run(call: RunnerCall): Promise<string> {
    await this.loaded;
    if (this.gone) throw this.gone;
    const answer = this.wait(
      call.timeoutMs,
      `Invoking task timed out after ${call.timeoutMs / 1000} seconds`,
    );
    // A process that ends just now is reported by its exit.
    this.child.send(call, () => undefined);
    return answer;
  }

  async stop(): Promise<void> {
    this.die(new ProtocolError('FUNCTIONS_EXECUTE_FAIL', 'function instance was stopped'));
    this.child.kill('SIGKILL');
    // Without a process id it never began, and will not end either.
    if (this.child.pid !== undefined) await this.ended;
  }

  private wait(limitMs: number, timeoutMessage: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.die(new ProtocolError('FUNCTIONS_TIME_LIMIT_EXCEEDED', timeoutMessage));
        this.child.kill('SIGKILL');
      }, limitMs);
      this.pending = { resolve, reject, timer };
    });
  }

  private onMessage(message: RunnerMessage): void {
    if (message.kind === 'ready') this.settle((pending) => pending.resolve(''));
    else if (message.kind === 'done') this.settle((pending) => pending.resolve(message.json));
    else {
      const error = new ProtocolError('FUNCTIONS_EXECUTE_FAIL', message.message);
      if (message.kind === 'broken') this.die(error);
      else this.settle((pending) => pending.reject(error));
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

/** With this code or signal node ends when its heap is full; `SIGKILL` not sent from here is the system's. */
function deathOf(code: number | null, signal: NodeJS.Signals | null, spec: FunctionSpec): ProtocolError {
  if (code === 134 || signal === 'SIGABRT' || signal === 'SIGKILL') {
    const text = `function memory exceeded the limit of ${spec.config.memoryMb} MB`;
    return new ProtocolError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', text);
  }
  return new ProtocolError('FUNCTIONS_EXECUTE_FAIL', `function process exited with code ${code ?? signal}`);
}
