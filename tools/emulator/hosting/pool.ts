/** The instances of one function and the calls that wait for them. */
import type { FunctionSpec } from './catalog';
import type { Instance } from './instance';
import type { RunnerCall } from './invocation';

export interface PoolOptions {
  readonly maxInstances: number;
  /** How long a spare instance is kept without a call. */
  readonly idleMs: number;
  readonly start: (spec: FunctionSpec) => Instance;
}

interface Job {
  readonly toCall: (spec: FunctionSpec) => RunnerCall;
  readonly resolve: (json: string) => void;
  readonly reject: (error: unknown) => void;
}

export class Pool {
  private readonly instances = new Set<Instance>();
  private readonly waiting: Job[] = [];
  /** Why nobody is served any more. */
  private closed: Error | undefined;

  constructor(
    private current: FunctionSpec,
    private readonly options: PoolOptions,
  ) {}

  get spec(): FunctionSpec {
    return this.current;
  }

  /** Runs a call on a free instance, a new one, or the next that becomes free. @throws the reason it was closed for */
  run(toCall: Job['toCall']): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(this.closed);
      this.waiting.push({ toCall, resolve, reject });
      this.serve();
    });
  }

  /** From now on calls run the new build; idle instances go, running ones finish first. */
  async replace(spec: FunctionSpec): Promise<void> {
    this.current = spec;
    await Promise.all(
      [...this.instances].filter((instance) => !instance.busy).map((one) => this.retire(one)),
    );
  }

  /** Ends all instances for good: what WeChat pushes a moment later would start one that nobody ends. */
  async close(reason: Error): Promise<void> {
    this.closed = reason;
    for (const job of this.waiting.splice(0)) job.reject(reason);
    await Promise.all([...this.instances].map((instance) => this.retire(instance)));
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const instance = this.freeInstance();
      const job = instance && this.waiting.shift();
      if (!instance || !job) return;
      void this.execute(instance, job);
    }
  }

  private freeInstance(): Instance | undefined {
    const ofThisBuild = [...this.instances].filter((one) => one.alive && one.spec === this.current);
    const free = ofThisBuild.find((instance) => !instance.busy);
    if (free || ofThisBuild.length >= this.options.maxInstances) return free;
    const started = this.options.start(this.current);
    this.instances.add(started);
    return started;
  }

  private async execute(instance: Instance, job: Job): Promise<void> {
    instance.busy = true;
    instance.calls += 1;
    try {
      job.resolve(await instance.run(job.toCall(instance.spec)));
    } catch (error) {
      job.reject(error);
    }
    instance.busy = false;
    if (!instance.alive || instance.spec !== this.current) await this.retire(instance);
    this.serve();
    this.retireWhenIdle(instance);
  }

  /** After a rush one instance is enough. */
  private retireWhenIdle(instance: Instance): void {
    const { calls } = instance;
    const timer = setTimeout(() => {
      const isIdle = !instance.busy && instance.calls === calls;
      if (isIdle && this.instances.size > 1 && this.instances.has(instance)) void this.retire(instance);
    }, this.options.idleMs);
    timer.unref();
  }

  private async retire(instance: Instance): Promise<void> {
    this.instances.delete(instance);
    await instance.stop();
  }
}
