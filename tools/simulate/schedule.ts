/** One schedule: a small college, its timer and everything that goes wrong, all from one seed. */
import type { Notice } from '../../cloudfunctions/_shared/store/records';
import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import type { Cloud } from './cloud';
import { faultOf } from './faults';
import {
  look,
  records,
  type Ledger,
  type Outcome,
  type Replanned,
  type Round,
  type Snapshot,
} from './outcome';
import { settle, type People } from './people';
import type { Breakage } from './ports';
import { openRandom, type Random } from './random';
import { openPerson, runRound, type Course } from './round';
import { allEnded } from './under-way';

const MINUTE = 60_000;
const TIMER_MS = 20_000;
const ROUNDS = [12, 22] as const;
const HEALING_ROUNDS = 120;
/** A machine that stands still for a moment looks like a database without an answer. */
const SETTLING_TRIES = 20;

const isOpen = ({ status }: Notice): boolean => status === 'planned' || status === 'sending';

/** Where the clock goes before the next run: on by a tick, past what is due next, or far. */
const moveOn = async ({ cloud, random }: Course): Promise<void> => {
  const { clock } = cloud;
  const coming = (await records(cloud, 'notices')).filter((one) => isOpen(one) && one.nextAt > clock.at);
  const next = Math.min(...coming.map(({ nextAt }) => nextAt));
  const jump = random.next();
  if (jump < 0.55 && Number.isFinite(next)) clock.at = next + random.whole(0, 2) * TIMER_MS;
  else if (jump < 0.85) clock.at += random.whole(1, 6) * TIMER_MS;
  else if (jump < 0.95) clock.at += random.whole(1, 20) * HOUR_MS;
  // A clock set right again: back, but not by much.
  else clock.at -= random.whole(1, 90) * 1000;
};

const settleFrom = async (cloud: Cloud, random: Random, startAt: number): Promise<People> => {
  for (let tries = 1; ; tries += 1) {
    await allEnded(cloud);
    await cloud.reset();
    cloud.clock.at = startAt + random.whole(0, 24 * 60) * MINUTE;
    try {
      return await settle(cloud, openPerson(cloud), random);
    } catch (error) {
      if (tries >= SETTLING_TRIES) throw error;
    }
  }
};

const ledgersOf = async (cloud: Cloud) => (await cloud.all('accounts')) as Ledger[];

const anyBelowZero = (accounts: readonly Ledger[]): boolean =>
  accounts.some(({ credits }) => Object.values(credits).some((left) => left < 0));

type Rough = Pick<Outcome, 'rounds' | 'injected' | 'negativeLedger'>;

/** Rounds in which things go wrong. */
const roughPart = async (course: Course): Promise<Rough> => {
  const { cloud, random } = course;
  const rounds: Round[] = [];
  const injected: Record<string, number> = {};
  let negativeLedger = false;
  let before = await look(cloud);
  for (let left = random.whole(...ROUNDS); left > 0; left -= 1) {
    for (let faults = random.whole(0, 2); faults > 0; faults -= 1) {
      const { name, fault } = faultOf(random);
      injected[name] = (injected[name] ?? 0) + 1;
      cloud.faults.add(fault);
    }
    const round = await runRound(course, { before, calm: false });
    before = round.after;
    rounds.push(round);
    negativeLedger ||= anyBelowZero(await ledgersOf(cloud));
    if (random.chance(0.5)) cloud.faults.remove();
    await moveOn(course);
  }
  cloud.faults.remove();
  return { rounds, injected, negativeLedger };
};

/** A clock set back makes nothing due again: what had passed when reminders were planned anew is not asked for. */
const replannedAfter = async (
  cloud: Cloud,
  { after }: Round,
  earlier: readonly Round[],
): Promise<Replanned> => ({
  at: Math.max(cloud.clock.at, ...earlier.map(({ from }) => from)),
  college: after,
  members: await records(cloud, 'members'),
  notices: await records(cloud, 'notices'),
});

/** Rounds in which nothing goes wrong any more, until nothing is open. */
const heal = async (
  course: Course,
  since: Snapshot,
  rough: readonly Round[],
): Promise<Pick<Outcome, 'rounds' | 'replanned'>> => {
  const { cloud } = course;
  const rounds: Round[] = [];
  let replanned: Replanned | undefined;
  for (let before = since; rounds.length < HEALING_ROUNDS;) {
    const round = await runRound(course, { before, calm: true });
    before = round.after;
    rounds.push(round);
    const isReplanning = before.season !== undefined && (await records(cloud, 'replans')).length > 0;
    if (before.season && !isReplanning)
      replanned ??= await replannedAfter(cloud, round, [...rough, ...rounds]);
    // While something waits there is a digest for tomorrow; those before it must be over.
    const open = (await records(cloud, 'notices')).filter((one) => isOpen(one) && one.kind !== 'digest');
    if (open.length === 0 && !isReplanning) break;
    const next = isReplanning ? cloud.clock.at + TIMER_MS : Math.min(...open.map(({ nextAt }) => nextAt));
    cloud.clock.at = Math.max(cloud.clock.at + 1000, next);
  }
  return { rounds, replanned };
};

/** Runs the schedule of a seed on an empty cloud and then lets it heal. */
export const runSchedule = async (
  cloud: Cloud,
  { seed, startAt, breakage }: { seed: number; startAt: number; breakage?: Breakage | undefined },
): Promise<Outcome> => {
  const random = openRandom(seed);
  const people = await settleFrom(cloud, random, startAt);
  const course: Course = { cloud, people, random, breakage };
  const { rounds, injected, negativeLedger } = await roughPart(course);
  const healedAt = cloud.clock.at;
  const { rounds: calm, replanned } = await heal(course, await look(cloud), rounds);
  const accounts = await ledgersOf(cloud);
  return {
    seed,
    rounds: [...rounds, ...calm],
    notices: await records(cloud, 'notices'),
    accounts,
    people,
    negativeLedger: negativeLedger || anyBelowZero(accounts),
    healedAt,
    replanned,
    alarms: await records(cloud, 'alarms'),
    unfinished: await records(cloud, 'journal'),
    posts: cloud.robots.posts(),
    injected,
  };
};
