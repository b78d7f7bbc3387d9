/** One schedule: a small college, its timer and everything that goes wrong, all from one seed. */
import { atChinaTime, chinaDay, HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { comingReminders } from '../../miniprogram/domain/reminding/reminders';
import type { Cloud } from './cloud';
import { faultOf } from './faults';
import { look, records, type Ledger, type Outcome, type Round, type Snapshot } from './outcome';
import { settle, type People } from './people';
import type { Breakage } from './ports';
import { openRandom, type Random } from './random';
import { openPerson, runRound, type Course } from './round';
import { standingIn } from './standing';
import { allEnded } from './under-way';

const MINUTE = 60_000;
const TIMER_MS = 20_000;
const ROUNDS = [12, 22] as const;
const HEALING_ROUNDS = 120;
/** A machine that stands still for a moment looks like a database without an answer. */
const SETTLING_TRIES = 20;

/** When something is due next: a message, an event that is held, a reminder. */
const nextDueAt = (snapshot: Snapshot, now: number): number => {
  const { members, open, held } = snapshot;
  const reminders = members.flatMap((member) =>
    comingReminders(standingIn(snapshot, member), now).map(({ dueAt }) => dueAt),
  );
  return Math.min(...[...open, ...held, ...reminders].filter((at) => at > now));
};

/** Where the clock goes before the next run: on by a tick, past what is due next, or far. */
const moveOn = ({ cloud, random }: Course, left: Snapshot): void => {
  const { clock } = cloud;
  const next = nextDueAt(left, clock.at);
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
    moveOn(course, before);
  }
  cloud.faults.remove();
  return { rounds, injected, negativeLedger };
};

/** Digests come on working days: one of these is one. After them the timer runs only when something is due. */
const DIGEST_DAYS = 4;
const SLOT_HOURS = [9, 16] as const;

const nextSlotAt = (now: number): number =>
  Math.min(
    ...[chinaDay(now), chinaDay(now) + 1]
      .flatMap((day) => SLOT_HOURS.map((hour) => atChinaTime(day, hour, 0)))
      .filter((at) => at > now),
  );

/** Rounds in which nothing goes wrong any more, until nothing is open or to come. */
const heal = async (course: Course, since: Snapshot): Promise<Round[]> => {
  const { cloud } = course;
  const healedAt = cloud.clock.at;
  const rounds: Round[] = [];
  for (let before = since; rounds.length < HEALING_ROUNDS;) {
    const round = await runRound(course, { before, calm: true });
    before = round.after;
    rounds.push(round);
    const now = cloud.clock.at;
    const dueAt = nextDueAt(before, now);
    const hasDigests = chinaDay(now) <= chinaDay(healedAt) + DIGEST_DAYS;
    if (before.open.length === 0 && !Number.isFinite(dueAt) && !hasDigests) break;
    // As the timer does it: whenever something is due, and at nine and at four.
    const next = Math.min(dueAt, hasDigests ? nextSlotAt(now) : Infinity);
    cloud.clock.at = Math.max(now + TIMER_MS, Number.isFinite(next) ? next : 0);
  }
  return rounds;
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
  const calm = await heal(course, await look(cloud));
  const accounts = await ledgersOf(cloud);
  return {
    seed,
    rounds: [...rounds, ...calm],
    notices: await records(cloud, 'notices'),
    accounts,
    people,
    negativeLedger: negativeLedger || anyBelowZero(accounts),
    healedAt,
    alarms: await records(cloud, 'alarms'),
    events: await records(cloud, 'audits'),
    posts: cloud.robots.posts(),
    injected,
  };
};
