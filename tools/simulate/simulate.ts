import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { openCloud, type Cloud } from './cloud';
import { judge, type Violation } from './invariants';
import type { Breakage } from './ports';
import { NOTHING, plus, type Report } from './report';
import { judgeDepartures } from './departures/judge';
import { runDepartures } from './departures/schedule';
import { runSchedule } from './schedule';
import { shrinkBatches } from './sizes';

/** Monday 31 May 2027, midnight in China. */
const START = Date.UTC(2027, 4, 30, 16);
/** Ten in the morning of that day. */
const DEPARTURES_START = START + 10 * HOUR_MS;
/** A schedule gone wrong breaks one promise many times. */
const SHOWN_OF_A_RULE = 5;

const firstOf = (violations: readonly Violation[]): Violation[] =>
  violations.filter(
    ({ rule }, index) =>
      violations.slice(0, index).filter((earlier) => earlier.rule === rule).length < SHOWN_OF_A_RULE,
  );

const remind = async (cloud: Cloud, seed: number, breakage: Breakage | undefined): Promise<Report> => {
  const outcome = await runSchedule(cloud, { seed, startAt: START, breakage });
  const { violations, ...figures } = judge(outcome, cloud.wechat.messages());
  return {
    ...NOTHING,
    ...figures,
    rounds: outcome.rounds.length,
    injected: outcome.injected,
    violations: firstOf(violations),
  };
};

const depart = async (cloud: Cloud, seed: number, breakage: Breakage | undefined): Promise<Report> => {
  const departed = await runDepartures(cloud, { seed, startAt: DEPARTURES_START, breakage });
  const violations = await judgeDepartures(cloud, departed, seed);
  return { ...NOTHING, races: departed.races, violations: firstOf(violations) };
};

/** Of one seed: a schedule of reminders, and one in which people leave. */
const PARTS = { remind, depart } as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as readonly Part[];

/**
 * Runs `runs` schedules from `seed` on, and tells of each; `until` one breaks that rule. `parts`: only these schedules.
 */
export const simulate = async ({
  runs,
  seed,
  breakage,
  until,
  parts = ['remind', 'depart'],
  onRun = () => undefined,
}: {
  runs: number;
  seed: number;
  breakage?: Breakage;
  until?: string;
  parts?: readonly Part[];
  onRun?: (report: Report) => void;
}): Promise<Report> => {
  shrinkBatches();
  const cloud = await openCloud(START);
  let report = NOTHING;
  try {
    while (report.runs < runs) {
      let one: Report = { ...NOTHING, runs: 1 };
      for (const part of parts) one = plus(one, await PARTS[part](cloud, seed + report.runs, breakage));
      onRun(one);
      report = plus(report, one);
      if (one.violations.some(({ rule }) => rule === until)) break;
    }
  } finally {
    await cloud.close();
  }
  return report;
};
