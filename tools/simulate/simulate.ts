import { openCloud, type Cloud } from './cloud';
import { judge, type Violation } from './invariants';
import type { Breakage } from './ports';
import { NOTHING, plus, type Report } from './report';
import { runSchedule } from './schedule';
import { shrinkBatches } from './sizes';

/** Monday 31 May 2027, midnight in China. */
const START = Date.UTC(2027, 4, 30, 16);
/** A schedule gone wrong breaks one promise many times. */
const SHOWN_OF_A_RULE = 5;

const firstOf = (violations: readonly Violation[]): Violation[] =>
  violations.filter(
    ({ rule }, index) =>
      violations.slice(0, index).filter((earlier) => earlier.rule === rule).length < SHOWN_OF_A_RULE,
  );

const runOne = async (cloud: Cloud, seed: number, breakage: Breakage | undefined): Promise<Report> => {
  const outcome = await runSchedule(cloud, { seed, startAt: START, breakage });
  const { violations, ...figures } = judge(outcome, cloud.wechat.messages());
  return {
    ...figures,
    runs: 1,
    rounds: outcome.rounds.length,
    injected: outcome.injected,
    violations: firstOf(violations),
  };
};

/**
 * Runs `runs` schedules from `seed` on, or as many as fit into `forMs`, and tells of each; `until` one breaks that
 * rule.
 */
export const simulate = async ({
  runs,
  seed,
  forMs = Infinity,
  breakage,
  until,
  onRun = () => undefined,
}: {
  runs: number;
  seed: number;
  forMs?: number;
  breakage?: Breakage;
  until?: string;
  onRun?: (report: Report) => void;
}): Promise<Report> => {
  shrinkBatches();
  const cloud = await openCloud(START);
  const startedAt = performance.now();
  let report = NOTHING;
  try {
    while (report.runs < runs && performance.now() - startedAt < forMs) {
      const one = await runOne(cloud, seed + report.runs, breakage);
      onRun(one);
      report = plus(report, one);
      if (one.violations.some(({ rule }) => rule === until)) break;
    }
  } finally {
    await cloud.close();
  }
  return report;
};
