/** Runs functions as their timers do, and remembers how the last run of each went. */
import type { FunctionSpec } from '../hosting/catalog';
import type { FunctionHost } from '../hosting/host';
import type { Clock } from '../types';

export interface TimerRun {
  readonly function: string;
  readonly trigger: string;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: string;
}

/** `at`: when it began, epoch ms. */
interface LastRun {
  readonly at: number;
  readonly ok: boolean;
}

export class TimerRuns {
  private readonly last = new Map<string, LastRun>();

  constructor(
    private readonly host: FunctionHost,
    private readonly clock: Clock,
  ) {}

  lastOf(name: string): LastRun | undefined {
    return this.last.get(name);
  }

  /** Each run is an instance of its own on the platform: a slow earlier one does not hold it back. */
  all(specs: readonly FunctionSpec[]): Promise<TimerRun[]> {
    return Promise.all(specs.map((spec) => this.one(spec)));
  }

  /** Never throws: what went wrong stands in the run. */
  private async one({ name, config }: FunctionSpec): Promise<TimerRun> {
    const at = this.clock.now();
    const trigger = config.trigger?.name ?? '';
    const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = JSON.stringify({ Type: 'Timer', TriggerName: trigger, Time: time, Message: '' });
    const about = { function: name, trigger };
    try {
      const json = await this.host.invoke({ name, event, source: 'wx_trigger' });
      this.last.set(name, { at, ok: true });
      return { ...about, ok: true, result: JSON.parse(json) as unknown };
    } catch (error) {
      this.last.set(name, { at, ok: false });
      return { ...about, ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
