/** Fires the functions' timers, in running time and when the clock jumps. */
import type { AdjustableClock } from '../clock';
import type { FunctionSpec } from '../hosting/catalog';
import type { FunctionHost } from '../hosting/host';
import { Occurrences } from './occurrences';
import { TimerRuns, type TimerRun } from './runs';

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

const statusOf = (
  spec: FunctionSpec,
  occurrences: Occurrences,
  runs: TimerRuns,
  now: number,
): TimerStatus => {
  const next = occurrences.nextAt(spec, now);
  const last = runs.lastOf(spec.name);
  return {
    function: spec.name,
    trigger: spec.config.trigger?.name ?? '',
    cron: spec.config.trigger?.cron.expression ?? '',
    lastAt: last?.at ?? null,
    lastOk: last?.ok ?? null,
    nextAt: Number.isFinite(next) ? next : null,
  };
};

/** With `live` false timers fire by jumps and `runNow` only. */
export function openScheduler(host: FunctionHost, clock: AdjustableClock, live: boolean): Scheduler {
  const withTimer = () => host.functions().filter((spec) => spec.config.trigger !== undefined);
  const occurrences = new Occurrences(withTimer, clock);
  const runs = new TimerRuns(host, clock);
  let sleeping: NodeJS.Timeout | undefined;
  let moves: Promise<unknown> = Promise.resolve();

  function sleep(): void {
    clearTimeout(sleeping);
    const next = occurrences.earliest();
    if (!live) return;
    const wait = Math.min(LONGEST_SLEEP_MS, Math.max(0, next - clock.now()));
    sleeping = setTimeout(() => {
      void runs.all(occurrences.takeDue());
      sleep();
    }, wait);
    sleeping.unref();
  }

  async function move(offset: number): Promise<TimerRun[]> {
    // Occurrences before the jump belong to running time, also when `live` is off.
    occurrences.beforeJump(!live);
    clock.setOffset(offset);
    const done = runs.all(occurrences.takeDue());
    sleep();
    return done;
  }

  sleep();
  return {
    moveClock(offset) {
      const done = moves.then(() => move(offset));
      moves = done.catch(() => undefined);
      return done;
    },
    runNow: (functionName) =>
      runs.all(withTimer().filter((spec) => !functionName || spec.name === functionName)),
    status: () => withTimer().map((spec) => statusOf(spec, occurrences, runs, clock.now())),
    refresh: sleep,
    close: () => clearTimeout(sleeping),
  };
}
