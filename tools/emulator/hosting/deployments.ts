/** The functions that are there, each with the instances that run it. */
import { randomUUID } from 'node:crypto';
import { ProtocolError } from '../types';
import { listFunctions, readFunction, readFunctions, type FunctionSpec } from './catalog';
import { Instance } from './instance';
import { instanceEnv, type Surroundings } from './invocation';
import { Pool } from './pool';

const SPARE_IDLE_MS = 30_000;

export interface Deployed {
  readonly pool: Pool;
  /** What its calls of WeChat's open API are known by. */
  readonly token: string;
}

export interface DeployOptions {
  readonly functionsDir: string;
  readonly clock: { readonly offset: number };
  /** Read at the first call: the port is not known earlier. */
  readonly surroundings: () => Surroundings;
  readonly instancesPerFunction: number;
  readonly nodePath: string;
  readonly log: (line: string) => void;
}

export class Deployments {
  private readonly deployed = new Map<string, Deployed>();

  /** @throws Error when a function's `config.json` is not acceptable. */
  constructor(private readonly options: DeployOptions) {
    for (const spec of readFunctions(options.functionsDir)) this.deploy(spec);
  }

  named(name: string): Deployed | undefined {
    return this.deployed.get(name);
  }

  specs(): FunctionSpec[] {
    return [...this.deployed.values()].map(({ pool }) => pool.spec);
  }

  ownerOf(token: string): FunctionSpec | undefined {
    return [...this.deployed.values()].find((one) => one.token === token)?.pool.spec;
  }

  /** @throws Error when its `config.json` is refused; the old build stays. */
  async reload(name: string): Promise<void> {
    const old = this.deployed.get(name);
    if (!listFunctions(this.options.functionsDir).includes(name)) {
      this.deployed.delete(name);
      await old?.pool.close(new ProtocolError('FUNCTION_NOT_FOUND', `function "${name}" was removed`));
      return;
    }
    const spec = readFunction(this.options.functionsDir, name);
    if (old) await old.pool.replace(spec);
    else this.deploy(spec);
  }

  async recycle(): Promise<void> {
    await Promise.all([...this.deployed.values()].map(({ pool }) => pool.replace({ ...pool.spec })));
  }

  async close(reason: ProtocolError): Promise<void> {
    await Promise.all([...this.deployed.values()].map(({ pool }) => pool.close(reason)));
  }

  private deploy(spec: FunctionSpec): void {
    const pool = new Pool(spec, {
      maxInstances: this.options.instancesPerFunction,
      idleMs: SPARE_IDLE_MS,
      start: (one) => this.start(one),
    });
    this.deployed.set(spec.name, { pool, token: randomUUID() });
  }

  private start(spec: FunctionSpec): Instance {
    const { nodePath, surroundings, clock, log } = this.options;
    return new Instance({
      spec,
      nodePath,
      env: instanceEnv(surroundings()),
      clockOffset: clock.offset,
      onLine: (line) => log(`[${spec.name}] ${line}`),
    });
  }
}
