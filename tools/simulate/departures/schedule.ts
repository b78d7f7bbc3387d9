/** One schedule in which people leave while others act for, about and beside them, with everything that goes wrong. */
import { tick } from '../../../cloudfunctions/reminder/tick';
import { MINUTE_MS, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Cloud } from '../cloud';
import { deathOf, faultOf } from '../faults';
import { openProcess, type Breakage, type ProcessOptions } from '../ports';
import { openRandom, type Random } from '../random';
import { STILL_MOMENTS, type StandStill } from '../stand-still';
import { allEnded } from '../under-way';
import {
  askForCode,
  BESIDE,
  chooseWay,
  DEPARTURES,
  openNext,
  purge,
  submit,
  type Act,
  type Seen,
} from './acts';
import { callerOf } from './calls';
import { GRADUATES, NEXT_SEASON, openCollege, PEOPLE, SEASON, SECRETARY, type Person } from './college';
import { see } from './see';

const ROUNDS = [3, 6] as const;
/** Real milliseconds by which one act may be behind another: about as long as one takes. */
const LATE_MS = 30;
const SEND_TIMEOUT_MS = 40;
/** Real milliseconds an act stands still at most: less than the cloud lets a transaction live. */
const STILL_MS = 500;
/** Calls of one act. */
const LAST_CALL = 16;
const SETTLING_TURNS = 12;
const TRIES = 30;

/** Somebody was told that what they did counts. */
interface Acknowledged {
  readonly person: Person;
  readonly act: string;
  readonly seasonId: string;
}

export interface Departed {
  /** Rounds in which somebody left beside others' acts. */
  readonly races: number;
  readonly acknowledged: readonly Acknowledged[];
  /** The WeChats whose owners asked to be forgotten, by student number. */
  readonly forgotten: ReadonlyMap<string, string>;
}

interface Departing {
  readonly cloud: Cloud;
  readonly random: Random;
  readonly breakage: Breakage | undefined;
}

const BEGINNINGS: Readonly<Record<string, Act>> = { chooseWay, askForCode, submit };

/** What makes something new is what a person can be lost in. */
const pickAct = (random: Random): string =>
  random.pick(Object.keys(random.chance(0.4) ? BEGINNINGS : BESIDE));

const openOne = ({ cloud, breakage }: Departing, more: Partial<ProcessOptions> = {}) =>
  openProcess({ cloud, breakage, sendTimeoutMs: SEND_TIMEOUT_MS, ...more });

const later = async (random: Random): Promise<void> => {
  const lateMs = random.whole(0, LATE_MS);
  if (lateMs > 0) await new Promise((resolve) => setTimeout(resolve, lateMs));
};

/** Everybody begins with something else under way. */
const begin = async (course: Departing): Promise<void> => {
  const ports = openOne(course, { breakage: undefined });
  const call = callerOf(ports);
  for (const person of GRADUATES) {
    const now = () => see(course.cloud, person, SEASON.id);
    if (course.random.chance(0.4)) await askForCode(call, await now(), ports.files);
    if (course.random.chance(0.7)) await chooseWay(call, await now(), ports.files);
    if (course.random.chance(0.5)) await submit(call, await now(), ports.files);
  }
};

const withFault = ({ cloud, random }: Departing): void => {
  if (random.chance(0.35)) cloud.faults.add(faultOf(random).fault);
};

/** One act by a process that may die in it. Resolves to whether it was told that it counts. */
const one = async (
  course: Departing,
  act: Act,
  { seen, standStill }: { seen: Seen; standStill?: StandStill | undefined },
): Promise<boolean> => {
  const death = deathOf(course.random, LAST_CALL);
  const ports = openOne(course, { death, standStill });
  // Who stands still has begun before the others.
  if (!standStill) await later(course.random);
  const answer = await act(callerOf(ports), seen, ports.files).catch(() => undefined);
  return answer?.ok ?? false;
};

const timer = async (course: Departing): Promise<void> => {
  const ports = openOne(course, { death: deathOf(course.random) });
  await later(course.random);
  await tick(ports).catch(() => undefined);
};

/** About half of the acts go on only when the departure beside them is over: at any other moment they seldom meet. */
const stillness = (random: Random, hasLeft: Promise<unknown>): StandStill | undefined => {
  if (random.chance(0.5)) return undefined;
  const until = () => Promise.race([hasLeft, new Promise((resolve) => setTimeout(resolve, STILL_MS))]);
  return { transaction: random.chance(0.8) ? 1 : 2, at: random.pick(STILL_MOMENTS), until };
};

type Log = { acknowledged: Acknowledged[]; forgotten: Map<string, string> };

/** Somebody leaves; at the same moment the person and others go on, and the timer may run. */
const race = async (
  course: Departing,
  { person, departure, seasonId }: { person: Person; departure: Act; seasonId: string },
  log: Log,
): Promise<void> => {
  const { cloud, random } = course;
  const seen = await see(cloud, person, seasonId);
  withFault(course);
  let leave: () => void = () => undefined;
  const hasLeft = new Promise<void>((resolve) => (leave = resolve));
  const acts = Array.from({ length: random.whole(2, 4) }, () => pickAct(random));
  const jobs = acts.map(async (name) => {
    const act = BESIDE[name];
    const standStill = stillness(random, hasLeft);
    const isTold = act && (await one(course, act, { seen, standStill }));
    if (isTold && name in BEGINNINGS) log.acknowledged.push({ person, act: name, seasonId });
  });
  if (random.chance(0.4)) jobs.push(timer(course));
  await Promise.all([one(course, departure, { seen }).finally(leave), ...jobs]);
  await allEnded(cloud);
  cloud.faults.remove();
  cloud.clock.at += random.whole(1, 5) * MINUTE_MS;
};

const leave = async (course: Departing, log: Log): Promise<void> => {
  const { cloud, random } = course;
  const name = random.pick(Object.keys(DEPARTURES));
  const departure = DEPARTURES[name];
  const person = name === 'secretaryLeaves' ? SECRETARY : random.pick(GRADUATES);
  if (!departure) return;
  const { member } = await see(cloud, person, SEASON.id);
  if (member?.accountId && (name === 'deleteMyData' || name === 'secretaryLeaves'))
    log.forgotten.set(person.studentNumber, member.accountId);
  await race(course, { person, departure, seasonId: SEASON.id }, log);
};

/**
 * Nothing goes wrong any more: the timer finishes what was left and looks once more, and again the next morning, when it
 * comes back to what met a rival and can wait.
 */
const settle = async (course: Departing): Promise<void> => {
  const { cloud } = course;
  const turnOfTimer = () => tick(openOne(course)).catch(() => undefined);
  cloud.faults.remove();
  await allEnded(cloud);
  for (let turn = 0; turn < SETTLING_TURNS; turn += 1) {
    await turnOfTimer();
    const left = [...(await cloud.all('erasures')), ...(await cloud.all('journal'))];
    if (left.length === 0 && turn > 1) break;
    cloud.clock.at += 3 * MINUTE_MS;
  }
  cloud.clock.at += DAY_MS;
  await turnOfTimer();
};

/** The season is over: those who go are purged, while those who stay begin the next one. */
const endSeason = async (course: Departing, log: Log): Promise<void> => {
  const { cloud, random } = course;
  const call = callerOf(openOne(course));
  cloud.clock.at += 365 * DAY_MS;
  for (let tries = 0; tries < TRIES && !(await openNext(call, NEXT_SEASON)).ok; tries += 1);
  const seasonId = NEXT_SEASON.id;
  const departure: Act = (someone) => purge(someone, SEASON.id);
  await race(course, { person: random.pick(PEOPLE), departure, seasonId }, log);
  // Repeated until it is done, as the page does.
  for (let tries = 0; tries < TRIES && !(await purge(call, SEASON.id)).ok; tries += 1);
};

/** Whatever is thrown at the functions is told on the console, where nobody looks for what was put in on purpose. */
const quietly = async (work: () => Promise<void>): Promise<void> => {
  const { error } = console;
  console.error = () => undefined;
  try {
    await work();
  } finally {
    console.error = error;
  }
};

/** A machine that stands still for a moment looks like a database without an answer. */
const open = async (course: Departing, startAt: number): Promise<void> => {
  const { cloud } = course;
  for (let tries = 1; ; tries += 1) {
    await allEnded(cloud);
    await cloud.reset();
    try {
      return await openCollege(cloud, callerOf(openOne(course, { breakage: undefined })), startAt);
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
  }
};

/** Runs the schedule of a seed on an empty cloud, and lets it settle. */
export const runDepartures = async (
  cloud: Cloud,
  { seed, startAt, breakage }: { seed: number; startAt: number; breakage?: Breakage | undefined },
): Promise<Departed> => {
  const random = openRandom(seed);
  const course: Departing = { cloud, random, breakage };
  const log: Log = { acknowledged: [], forgotten: new Map() };
  const rounds = random.whole(...ROUNDS);
  const endsSeason = random.chance(0.5);
  await quietly(async () => {
    await open(course, startAt);
    await begin(course);
    for (let round = 0; round < rounds; round += 1) await leave(course, log);
    if (endsSeason) await endSeason(course, log);
    await settle(course);
  });
  return { races: rounds + (endsSeason ? 1 : 0), ...log };
};
