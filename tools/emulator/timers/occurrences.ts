/** Which functions' timers are due, and when they are next. */
import type { FunctionSpec } from '../hosting/catalog';
import type { Clock } from '../types';

/** Remembers per function up to when its occurrences are dealt with. Times are epoch ms of the emulator's clock. */
export class Occurrences {
  private readonly handledUntil = new Map<string, number>();

  constructor(
    private readonly withTimer: () => readonly FunctionSpec[],
    private readonly clock: Clock,
  ) {}

  /** A function seen for the first time owes nothing of the past, nor does a clock that was put back. */
  private handled(name: string): number {
    const now = this.clock.now();
    const handled = Math.min(now, this.handledUntil.get(name) ?? now);
    this.handledUntil.set(name, handled);
    return handled;
  }

  /** The first one after `from`, by default after those that are dealt with; `Infinity` where none follows. */
  nextAt(spec: FunctionSpec, from = this.handled(spec.name)): number {
    return spec.config.trigger?.cron.next(from) ?? Infinity;
  }

  /** The first one of all. */
  earliest(): number {
    return Math.min(Infinity, ...this.withTimer().map((spec) => this.nextAt(spec)));
  }

  /** Those due by now; from here on they are dealt with. However many were missed, each is due once. */
  takeDue(): FunctionSpec[] {
    const now = this.clock.now();
    const due = this.withTimer().filter((spec) => this.nextAt(spec) <= now);
    for (const spec of due) this.handledUntil.set(spec.name, now);
    return due;
  }

  /** Before the clock jumps. `dropsMissed`: what running time should have fired before now is dealt with too. */
  beforeJump(dropsMissed: boolean): void {
    const now = this.clock.now();
    for (const spec of this.withTimer())
      if (dropsMissed || this.nextAt(spec) > now) this.handledUntil.set(spec.name, now);
  }
}
