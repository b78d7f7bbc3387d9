/**
 * Time that passes only while everybody waits: what happens in it takes as long on a slow machine as on a fast one. It
 * moves on when nothing has happened for a few turns of the event loop.
 */
interface Wait {
  readonly at: number;
  readonly work: () => void;
}

/** What is done in memory between two waits takes fewer. */
const QUIET_TURNS = 12;

export class ModelledTime {
  private readonly waits = new Set<Wait>();
  private happened = 0;

  private clock: { at: number };

  /** @param startAt epoch ms */
  constructor(startAt: number) {
    this.clock = { at: startAt };
  }

  /** From now on this clock is moved by what is waited for. */
  move(clock: { at: number }): void {
    this.clock = clock;
  }

  now = (): number => this.clock.at;

  after = (ms: number, work: () => void): (() => void) => {
    const wait = { at: this.clock.at + Math.max(0, Math.round(ms)), work };
    this.waits.add(wait);
    this.happened += 1;
    return () => void this.waits.delete(wait);
  };

  wait = (ms: number): Promise<void> => new Promise((resolve) => void this.after(ms, resolve));

  /** Lets time pass until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => (isDone = true));
    // Whoever called hears of it by the result.
    done.catch(() => undefined);
    for (;;) {
      await this.quiet();
      if (isDone) return done;
      this.next();
    }
  }

  private async quiet(): Promise<void> {
    for (let turns = 0, seen = this.happened; turns < QUIET_TURNS; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.happened !== seen) [turns, seen] = [0, this.happened];
    }
  }

  private next(): void {
    const [first, ...others] = this.waits;
    if (!first) return;
    const next = others.reduce((soonest, wait) => (wait.at < soonest.at ? wait : soonest), first);
    this.waits.delete(next);
    this.clock.at = Math.max(this.clock.at, next.at);
    this.happened += 1;
    next.work();
  }
}
