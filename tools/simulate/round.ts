import { tick } from '../../cloudfunctions/reminder/tick';
import { act } from './acts';
import type { Cloud } from './cloud';
import { deathOf } from './faults';
import { look, type Round, type Snapshot } from './outcome';
import type { People } from './people';
import { nextTurn } from './in-process';
import { openProcess, type Breakage, type Death, type ProcessOptions } from './ports';
import type { Random } from './random';
import { allEnded } from './under-way';

/** Turns of the event loop by which an overlapping timer may be behind: about as many as one takes, on any machine. */
const LATE_TURNS = 50;
/** Real milliseconds after which a send without an answer is given up. */
const SEND_TIMEOUT_MS = 40;
/** The same when nothing goes wrong any more: then only a busy machine is late, and that is no fault of WeChat's. */
const CALM_SEND_TIMEOUT_MS = 5_000;
/** What a call of a slow run takes, on the cloud's clock: past the lease in the end. */
const SLOW_CALL_MS = 2500;

export interface Course {
  readonly cloud: Cloud;
  readonly people: People;
  readonly random: Random;
  readonly breakage: Breakage | undefined;
}

/** Calls of what a person does at once. */
const LAST_CALL_OF_ACT = 8;

export const openPerson = (cloud: Cloud, death?: Death) =>
  openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS, death });

/** In step with the first, which is when a bad claim shows, or somewhere behind it. */
const latenessOf = (number: number, random: Random): number =>
  number === 0 || random.chance(0.3) ? 0 : random.whole(0, LATE_TURNS);

type Timer = Omit<ProcessOptions, 'sendTimeoutMs'>;

const runTimer = async (timer: Timer, lateTurns: number, sendTimeoutMs = SEND_TIMEOUT_MS): Promise<void> => {
  const ports = openProcess({ ...timer, sendTimeoutMs });
  for (let turn = 0; turn < lateTurns; turn += 1) await nextTurn();
  await tick(ports).catch(() => undefined);
};

/** Both look at what is due before either claims it; then the second stands still until the first has ended. */
const runStalled = (first: Timer, second: Timer): Promise<void>[] => {
  let haveLooked = (): void => undefined;
  const bothLooked = new Promise<void>((resolve) => (haveLooked = resolve));
  const ahead = runTimer({ ...first, beforeClaim: () => bothLooked }, 0);
  const beforeClaim = (): Promise<void> => {
    haveLooked();
    return ahead;
  };
  // It may find nothing to claim, or die before.
  const behind = runTimer({ ...second, beforeClaim }, 0).finally(haveLooked);
  return [ahead, behind];
};

const runTimers = (timers: readonly Timer[], random: Random): Promise<void>[] => {
  const [first, second, ...others] = timers;
  if (!first || !second || random.chance(0.5))
    return timers.map((timer, number) => runTimer(timer, latenessOf(number, random)));
  return [
    ...runStalled(first, second),
    ...others.map((timer, number) => runTimer(timer, latenessOf(number + 2, random))),
  ];
};

const roughly = ({ cloud, people, random, breakage }: Course): Promise<void>[] => {
  const isSlow = random.chance(0.2);
  const onCall = isSlow ? { onCall: () => void (cloud.clock.at += SLOW_CALL_MS) } : {};
  const timers = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => ({
    cloud,
    breakage,
    death: deathOf(random),
    ...onCall,
  }));
  const jobs = runTimers(timers, random);
  if (random.chance(0.35)) {
    const ports = openPerson(cloud, deathOf(random, LAST_CALL_OF_ACT));
    jobs.push(act({ cloud, people, random, ports, lasting: openPerson(cloud) }).catch(() => undefined));
  }
  return jobs;
};

/**
 * One timer, or several at once, with deaths, while people go on; when calm, one timer and nothing else. Nothing
 * happens between rounds, so each begins with what the one `before` left.
 */
export const runRound = async (
  course: Course,
  { before, calm }: { before: Snapshot; calm: boolean },
): Promise<Round> => {
  const { cloud, breakage } = course;
  const from = cloud.clock.at;
  const had = new Set(cloud.wechat.messages().map(({ id }) => id));
  await Promise.all(calm ? [runTimer({ cloud, breakage }, 0, CALM_SEND_TIMEOUT_MS)] : roughly(course));
  await allEnded(cloud);
  const messageIds = cloud.wechat.messages().flatMap(({ id }) => (had.has(id) ? [] : [id]));
  return { from, until: cloud.clock.at, before, after: await look(cloud), messageIds };
};
