/** Fires the functions' timers, in running time and when the clock jumps. */
import type { AdjustableClock } from '../clock';
import type { FunctionSpec } from '../hosting/catalog';
import type { FunctionHost } from '../hosting/host';

interface TimerRun {
  readonly function: string;
  readonly trigger: string;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: string;
}

interface TimerStatus {
  readonly function: string;
  readonly trigger: string;
  readonly cron: string;
  readonly lastAt: number | null;
  readonly lastOk: boolean | null;
  readonly nextAt: number | null;
}

export interface Scheduler {
  /** Moves the clock to `offset`; timers with an occurrence inside a jump ahead fire once, at the new time. */
  moveClock(offset: number): Promise<TimerRun[]>;
  /** Fires all timers, or one function's, now. */
  runNow(functionName?: string): Promise<TimerRun[]>;
  status(): TimerStatus[];
  /** To be called when functions were reloaded. */
  refresh(): void;
  close(): void;
}

/** `setTimeout` loses its accuracy over long waits, and cannot wait longer than 24 days. */
const LONGEST_SLEEP_MS = 30_000;

/** With `live` false timers fire by jumps and `runNow` only. */
export function openScheduler(host: FunctionHost, clock: AdjustableClock, live: boolean): Scheduler {
  /** Per function: the time up to which its occurrences are dealt with, and the last run. */
  const handledUntil = new Map<string, number>();
  const lastRuns = new Map<string, { at: number; ok: boolean }>();
  let sleeping: NodeJS.Timeout | undefined;
  let moves: Promise<unknown> = Promise.resolve();

  const withTimer = () => host.functions().filter((spec) => spec.config.trigger !== undefined);
  /** A function seen for the first time owes nothing of the past, nor does a clock that was put back. */
  function handledTime(name: string): number {
    const now = clock.now();
    const handled = Math.min(now, handledUntil.get(name) ?? now);
    handledUntil.set(name, handled);
    return handled;
  }
  const nextAt = (spec: FunctionSpec, from = handledTime(spec.name)) =>
    spec.config.trigger?.cron.next(from) ?? Infinity;

  async function fire(spec: FunctionSpec): Promise<TimerRun> {
    const now = clock.now();
    const trigger = spec.config.trigger?.name ?? '';
    const time = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = JSON.stringify({ Type: 'Timer', TriggerName: trigger, Time: time, Message: '' });
    const about = { function: spec.name, trigger };
    try {
      const json = await host.invoke({ name: spec.name, event, source: 'wx_trigger' });
      lastRuns.set(spec.name, { at: now, ok: true });
      return { ...about, ok: true, result: JSON.parse(json) as unknown };
    } catch (error) {
      lastRuns.set(spec.name, { at: now, ok: false });
      return { ...about, ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Each occurrence is an instance of its own on the platform: a slow earlier run does not hold it back. */
  async function fireDue(): Promise<TimerRun[]> {
    const now = clock.now();
    const due = withTimer().filter((spec) => nextAt(spec) <= now);
    for (const spec of due) handledUntil.set(spec.name, now);
    return Promise.all(due.map(fire));
  }

  function sleep(): void {
    clearTimeout(sleeping);
    const next = Math.min(Infinity, ...withTimer().map((spec) => nextAt(spec)));
    if (!live) return;
    const wait = Math.min(LONGEST_SLEEP_MS, Math.max(0, next - clock.now()));
    sleeping = setTimeout(() => {
      void fireDue();
      sleep();
    }, wait);
    sleeping.unref();
  }

  async function move(offset: number): Promise<TimerRun[]> {
    const before = clock.now();
    // Occurrences before the jump belong to running time, also when `live` is off.
    for (const spec of withTimer()) {
      if (!live || nextAt(spec) > before) handledUntil.set(spec.name, before);
    }
    clock.setOffset(offset);
    const runs = fireDue();
    sleep();
    return runs;
  }

  sleep();
  return {
    moveClock(offset) {
      const done = moves.then(() => move(offset));
      moves = done.catch(() => undefined);
      return done;
    },
    runNow: (functionName) =>
      Promise.all(
        withTimer()
          .filter((spec) => !functionName || spec.name === functionName)
          .map(fire),
      ),
    status: () =>
      withTimer().map((spec) => {
        const next = nextAt(spec, clock.now());
        const last = lastRuns.get(spec.name);
        return {
          function: spec.name,
          trigger: spec.config.trigger?.name ?? '',
          cron: spec.config.trigger?.cron.expression ?? '',
          lastAt: last?.at ?? null,
          lastOk: last?.ok ?? null,
          nextAt: Number.isFinite(next) ? next : null,
        };
      }),
    refresh: sleep,
    close: () => clearTimeout(sleeping),
  };
}
