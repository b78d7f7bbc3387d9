/**
 * `npm run bench:peak [-- --people N]`: 300 people arrive within ten minutes and sign in, choose and submit, under the
 * limits of the small plan and without any. The time is modelled, so that a slow machine changes nothing of it. Fails
 * when somebody loses something, sees what trying again does not solve, or is not done within twenty minutes.
 */
import { readTyped, reportFailure, wholeNumber } from '../../command-line/typed';
import { SMALL_PLAN } from '../../emulator/plan/quotas';
import { openRandom } from '../../simulate/random';
import { percentile } from '../percentile';
import { playMorning, type Morning } from './morning';

const USAGE = '用法：npm run bench:peak -- [--people 几个人]';

const MINUTE_MS = 60_000;
const ARRIVE_WITHIN_MS = 10 * MINUTE_MS;
const DONE_WITHIN_MS = 20 * MINUTE_MS;
const THINK_MS = [15_000, 60_000] as const;

const seconds = (ms: number): number => Number((ms / 1000).toFixed(1));

const counted = ({ requests }: Morning, prefix: string): number =>
  Object.entries(requests)
    .filter(([action]) => action.startsWith(prefix))
    .reduce((sum, [, count]) => sum + count, 0);

const rowOf = (name: string, morning: Morning) => {
  const { taps, unsolved, lost, tookMs } = morning;
  const times = taps.map(({ ms }) => ms);
  return {
    plan: name,
    taps: taps.length,
    'p50 s': seconds(percentile(times, 50)),
    'p95 s': seconds(percentile(times, 95)),
    'longest s': seconds(Math.max(...times)),
    'shown “again”': taps.filter(({ failure }) => failure !== undefined).length,
    unsolved: unsolved.length,
    lost: lost.length,
    minutes: Number((tookMs / MINUTE_MS).toFixed(1)),
    'db requests': counted(morning, 'database.'),
    refused: counted(morning, 'refused.'),
  };
};

/** What one person costs, by tap. */
const costsOf = ({ asked }: Morning, people: number) => {
  const each = (count: number): number => Number((count / people).toFixed(1));
  const all = Object.values(asked).reduce((sum, count) => sum + count, 0);
  return {
    ...Object.fromEntries(Object.entries(asked).map(([action, count]) => [action, each(count)])),
    all: each(all),
  };
};

const isKept = ({ unsolved, lost, tookMs }: Morning): boolean =>
  unsolved.length === 0 && lost.length === 0 && tookMs <= DONE_WITHIN_MS;

const main = async (): Promise<void> => {
  const { values } = readTyped({ usage: USAGE, options: { people: { type: 'string', default: '300' } } });
  const people = wholeNumber('people', values.people);
  const play = (plan: typeof SMALL_PLAN | undefined): Promise<Morning> =>
    playMorning({
      people,
      arriveWithinMs: ARRIVE_WITHIN_MS,
      thinkMs: THINK_MS,
      plan,
      random: openRandom(1).next,
    });
  const limited = await play(SMALL_PLAN);
  const free = await play(undefined);
  console.log(`${people} people arrive within ten minutes, in modelled time:`);
  console.table([rowOf('small', limited), rowOf('none', free)]);
  console.log('requests to the database a person, under the plan:');
  console.table(costsOf(limited, people));
  const refused = Object.entries(limited.requests).filter(([action]) => action.startsWith('refused.'));
  for (const [action, count] of refused) console.log(`${action}: ${count}`);
  for (const line of [...limited.unsolved, ...limited.lost].slice(0, 20)) console.log(line);
  if (!isKept(limited) || !isKept(free)) process.exitCode = 1;
};

void main()
  .catch(reportFailure)
  .finally(() => process.exit());
