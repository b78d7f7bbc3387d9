/** Adds up what the processes tell of their schedules, and says how far they are. */
import { NOTHING, plus, type Report } from './report';

/** Schedules between two lines of progress. */
const PROGRESS_EVERY = 50;

export interface Asked {
  readonly runs: number;
  readonly seed: number;
}

export class Tally {
  private report = NOTHING;

  /** `say` gets one line at a time; `passedMs` tells how long it has been. */
  constructor(
    private readonly asked: Asked,
    private readonly say: (line: string) => void,
    private readonly passedMs: () => number,
  ) {}

  get isClean(): boolean {
    return this.report.violations.length === 0;
  }

  /** A violation is said at once, with how to see it again. */
  add(one: Report): void {
    this.report = plus(this.report, one);
    for (const { rule, seed, detail } of one.violations)
      this.say(`seed ${seed}: ${rule}: ${detail} (again: npm run simulate -- --runs 1 --seed ${seed})`);
    if (this.report.runs % PROGRESS_EVERY === 0) this.say(this.progress());
  }

  /** The figures so far, as JSON. */
  summary(): string {
    const { violations, ...figures } = this.report;
    const { seed, runs: asked } = this.asked;
    const seconds = Math.round(this.passedMs() / 1000);
    return JSON.stringify({ seed, asked, seconds, ...figures, violations: violations.length }, null, 2);
  }

  private progress(): string {
    const { runs, rounds, messages, duplicates, violations } = this.report;
    const counts = `${rounds} rounds, ${messages} messages, ${duplicates} duplicates`;
    const pace = (this.passedMs() / 1000 / runs).toFixed(2);
    return `${runs} of ${this.asked.runs}: ${counts}, ${violations.length} violations, ${pace} s each`;
  }
}
