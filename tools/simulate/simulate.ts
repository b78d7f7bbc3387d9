import { openCloud } from './cloud';
import { judge, type Violation } from './invariants';
import type { Breakage } from './ports';
import { runSchedule } from './schedule';
import { shrinkBatches } from './sizes';

/** Monday 31 May 2027, midnight in China. */
const START = Date.UTC(2027, 4, 30, 16);

export interface Report {
  readonly runs: number;
  readonly rounds: number;
  readonly messages: number;
  readonly duplicates: number;
  readonly mayRepeat: number;
  readonly injected: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}

/**
 * Runs `runs` schedules from `seed` on, or as many as fit into `forMs`; the first twenty violations are kept. With a
 * breakage it ends at the first schedule that notices it.
 */
export const simulate = async ({
  runs,
  seed,
  forMs = Infinity,
  breakage,
}: {
  runs: number;
  seed: number;
  forMs?: number;
  breakage?: Breakage;
}): Promise<Report> => {
  shrinkBatches();
  const cloud = await openCloud(START);
  const startedAt = performance.now();
  const report = { runs: 0, rounds: 0, messages: 0, duplicates: 0, mayRepeat: 0 };
  const injected: Record<string, number> = {};
  const violations: Violation[] = [];
  try {
    for (; report.runs < runs && performance.now() - startedAt < forMs; report.runs += 1) {
      const outcome = await runSchedule(cloud, { seed: seed + report.runs, startAt: START, breakage });
      const verdict = judge(outcome, cloud.wechat.messages());
      report.rounds += outcome.rounds.length;
      report.messages += verdict.messages;
      report.duplicates += verdict.duplicates;
      report.mayRepeat += verdict.mayRepeat;
      for (const [name, count] of Object.entries(outcome.injected))
        injected[name] = (injected[name] ?? 0) + count;
      violations.push(...verdict.violations.slice(0, 20 - violations.length));
      if (breakage && violations.length > 0) break;
    }
  } finally {
    await cloud.close();
  }
  return { ...report, injected, violations };
};
