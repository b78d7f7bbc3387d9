/** A day of an installation on which nothing happens: the timer, minute by minute, over a week. */
import path from 'node:path';
import { tick } from '../../../cloudfunctions/reminder/tick';
import { emptyHeadcount } from '../../../cloudfunctions/_shared/store/headcount';
import { atChinaTime, chinaDay, DAY_MS, MINUTE_MS } from '../../../miniprogram/domain/calendar/china-time';
import { readDeclared } from '../../deploy/functions/declared';
import { parseCron } from '../../emulator/hosting/cron';
import { openCloud, type Cloud } from '../../simulate/cloud';
import { openProcess } from '../../simulate/ports';

const START = Date.UTC(2027, 2, 1, 2);
const SEND_TIMEOUT_MS = 1000;

const requestsOf = ({ counters }: Cloud): number =>
  Object.entries(counters.requests)
    .filter(([action]) => action.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0);

/** When the timer runs within a day, by the expression it is deployed with. */
const runsWithin = (from: number): number[] => {
  const { triggers } = readDeclared(path.resolve('cloudfunctions'), 'reminder');
  const cron = parseCron(triggers[0]?.config ?? '');
  const runs: number[] = [];
  for (let at = cron.next(from); at !== undefined && at <= from + DAY_MS; at = cron.next(at)) runs.push(at);
  return runs;
};

const playDay = async (cloud: Cloud, from: number): Promise<{ runs: number; requests: number }> => {
  const runs = runsWithin(from);
  const before = requestsOf(cloud);
  for (const at of runs) {
    cloud.clock.at = at;
    const done = await tick(openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS }));
    if (!done.ok) throw new Error('a turn of the timer failed');
  }
  return { runs: runs.length, requests: requestsOf(cloud) - before };
};

const COLLEGE = 'c-idle';

/** One college with a roster nobody has come from yet. */
const foundCollege = async (cloud: Cloud): Promise<void> => {
  const { store } = openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS });
  const name = '光电学院';
  const college = { _id: COLLEGE, recordVersion: 3, version: 1, name, nameKey: name } as const;
  await store.insertMissing('colleges', [{ ...college, teachers: [], rosterVersion: 1, rosterRunId: null }]);
  await store.insertMissing('headcounts', [{ ...emptyHeadcount(COLLEGE), countedFor: 1 }]);
};

const DAYS = 7;

/** Runs of the timer and requests to the database; what it looks at once a week counts with its seventh. */
export const countIdleDay = async (): Promise<{ runs: number; requests: number }> => {
  const cloud = await openCloud(START);
  await foundCollege(cloud);
  const midnight = atChinaTime(chinaDay(START), 0, 0);
  // The first day finds out that nothing is due; from the second on it is known.
  await playDay(cloud, midnight - DAY_MS + MINUTE_MS);
  const week = { runs: 0, requests: 0 };
  for (let day = 0; day < DAYS; day += 1) {
    const { runs, requests } = await playDay(cloud, midnight + day * DAY_MS + MINUTE_MS);
    week.runs += runs;
    week.requests += requests;
  }
  await cloud.close();
  return { runs: week.runs / DAYS, requests: week.requests / DAYS };
};
