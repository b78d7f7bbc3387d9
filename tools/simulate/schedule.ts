/** One schedule: a small college, its timer and everything that goes wrong, all from one seed. */
import { changeRequest } from '../../cloudfunctions/_shared/resets/change';
import {
  readRecord,
  type Account,
  type Alarm,
  type Notice,
  type ResetRequest,
  type Transfer,
} from '../../cloudfunctions/_shared/records';
import { takeStep } from '../../cloudfunctions/_shared/transfers/take-step';
import { addCredits } from '../../cloudfunctions/account/add-credits';
import { sweep } from '../../cloudfunctions/reminder/sweep';
import { ok } from '../../miniprogram/domain/errors';
import { DAY_MS, HOUR_MS } from '../../miniprogram/domain/china-time';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/model';
import type { RobotPost } from '../emulator/wecom/routes';
import type { Cloud } from './cloud';
import { settle, tap, type People } from './people';
import { openProcess, type Breakage, type Death } from './ports';
import { openRandom, type Random } from './random';

const MINUTE = 60_000;
const SEND = 'wx.openApi:subscribeMessage.send';
const POST = 'wecom.send';
/** Real milliseconds after which a send without an answer is given up. */
const SEND_TIMEOUT_MS = 40;
const TIMER_MS = 20_000;
/** Real milliseconds by which an overlapping timer may be behind: about as long as one runs. */
const LATE_MS = 40;
const ROUNDS = [12, 22] as const;
/** More than faults can stand in its way. */
const BOOKING_TRIES = 50;
const HEALING_ROUNDS = 120;

/** What the college looked like when a run began or ended: which notices' causes were there. */
export interface Snapshot {
  readonly transfers: readonly Transfer[];
  readonly requests: readonly ResetRequest[];
}

export interface Round {
  readonly from: number;
  readonly until: number;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Ids of the messages WeChat took in it. */
  readonly messageIds: readonly string[];
}

/** As stored, whatever it says. */
export type Ledger = Pick<Account, '_id' | 'credits'>;

export interface Outcome {
  readonly seed: number;
  readonly rounds: readonly Round[];
  readonly notices: readonly Notice[];
  readonly accounts: readonly Ledger[];
  readonly people: People;
  readonly negativeLedger: boolean;
  /** When nothing went wrong any more. */
  readonly healedAt: number;
  /** Faults of ours that were raised. */
  readonly alarms: readonly Alarm[];
  /** Posts to the college's group: when, and what they say. */
  readonly posts: readonly RobotPost[];
  /** Faults put in, by name. */
  readonly injected: Readonly<Record<string, number>>;
}

const WRITES = ['database.modifyDocument', 'database.commitTransaction'] as const;
const READS = ['database.getDocument', 'database.startTransaction'] as const;
const WHEN = ['before', 'after'] as const;

/** One thing that goes wrong soon. */
const faultOf = (random: Random): { name: string; fault: object } => {
  const when = random.pick(WHEN);
  const times = random.whole(1, 3);
  const database = random.pick([...WRITES, ...WRITES, ...READS]);
  return random.pick([
    () => ({ name: 'refused', fault: { action: SEND, kind: 'code', code: 43101, times } }),
    () => ({
      name: 'invalid',
      fault: { action: SEND, kind: 'code', code: 47003, message: 'data.thing4.value invalid', times: 1 },
    }),
    () => ({ name: 'quota', fault: { action: SEND, kind: 'code', code: 45009, times } }),
    () => ({ name: 'busy', fault: { action: SEND, kind: 'code', code: -1, times } }),
    () => ({ name: 'http', fault: { action: SEND, kind: 'http', status: 502, times, when } }),
    () => ({ name: 'reset', fault: { action: SEND, kind: 'reset', times: 1, when } }),
    () => ({ name: 'hang', fault: { action: SEND, kind: 'hang', times: 1, when } }),
    () => ({ name: 'robot', fault: { action: POST, kind: 'http', status: 502, times: 1, when } }),
    () => ({ name: 'robot busy', fault: { action: POST, kind: 'code', code: 45009, times } }),
    () => ({
      name: 'conflict',
      fault: {
        action: 'database.commitTransaction',
        kind: 'code',
        code: 'DATABASE_TRANSACTION_CONFLICT',
        message: 'ResourceUnavailable.TransactionConflict',
        times,
      },
    }),
    () => ({
      name: 'database',
      fault: { action: database, kind: 'code', code: 'SYS_ERR', message: 'away', times, when },
    }),
  ])();
};

const records = async <C extends 'notices' | 'alarms' | 'transfers' | 'resetRequests'>(
  cloud: Cloud,
  collection: C,
) => (await cloud.all(collection)).map((data) => readRecord(collection, data));

const look = async (cloud: Cloud): Promise<Snapshot> => ({
  transfers: (await records(cloud, 'transfers')) as Transfer[],
  requests: (await records(cloud, 'resetRequests')) as ResetRequest[],
});

/** A person does something while the timer may be running; failures are theirs to try again. */
const act = async (cloud: Cloud, people: People, random: Random): Promise<void> => {
  const ports = openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS });
  const actor = { role: 'teacher', name: '老师', accountId: 'oSomebody' } as const;
  const { transfers, requests } = await look(cloud);
  const choice = random.whole(0, 3);
  if (choice === 0) {
    const template = random.pick(TEMPLATE_KEYS);
    const openid = random.pick(people.openids);
    tap(cloud, people, openid, template);
    const request = { askId: `ask-${random.next()}`, accepted: [template] };
    const caller = { openid, account: undefined, member: undefined };
    // A booking whose answer was lost is sent again by the client; the sheet's id makes it one.
    for (let done = false, tries = 0; !done && tries < BOOKING_TRIES; tries += 1) {
      done = await addCredits(ports, { caller, request })
        .then(({ ok: booked }) => booked)
        .catch(() => false);
    }
    return;
  }
  const [transfer] = transfers.filter(({ state }) => ['submitted', 'approved', 'timedOut'].includes(state));
  const [request] = requests.filter(({ state }) => state === 'waiting' || state === 'escalated');
  const step = random.pick(['approve', 'report-accepted', 'report-refused', 'withdraw'] as const);
  const by = step === 'withdraw' ? ({ ...actor, role: 'graduate' } as const) : actor;
  if (choice < 3 && transfer) await takeStep(ports, transfer, { step, actor: by, reason: '改好再交' });
  else if (request) {
    const change = () => ok({ issuedAt: cloud.clock.at, expiresAt: cloud.clock.at + 2 * DAY_MS });
    await changeRequest(ports, request, {
      action: 'issue',
      actor,
      from: [request.state],
      to: 'issued',
      change,
    });
  }
};

const deathOf = (random: Random): Death | undefined =>
  random.chance(0.3) ? { call: random.whole(1, 22), when: random.pick(WHEN) } : undefined;

/** Where the clock goes before the next run: on by a tick, past what is due next, or far. */
const moveOn = (cloud: Cloud, notices: readonly Notice[], random: Random): void => {
  const { clock } = cloud;
  const coming = notices.filter(({ status, nextAt }) => isOpen(status) && nextAt > clock.at);
  const next = Math.min(...coming.map(({ nextAt }) => nextAt));
  const jump = random.next();
  if (jump < 0.55 && Number.isFinite(next)) clock.at = next + random.whole(0, 2) * TIMER_MS;
  else if (jump < 0.85) clock.at += random.whole(1, 6) * TIMER_MS;
  else if (jump < 0.95) clock.at += random.whole(1, 20) * HOUR_MS;
  // A clock set right again: back, but not by much.
  else clock.at -= random.whole(1, 90) * 1000;
};

const isOpen = (status: Notice['status']): boolean => status === 'planned' || status === 'sending';

/** One timer, or several at once, with deaths, while people go on. */
const run = async (
  cloud: Cloud,
  people: People,
  random: Random,
  { calm, breakage }: { calm: boolean; breakage: Breakage | undefined },
): Promise<Round> => {
  const from = cloud.clock.at;
  const before = await look(cloud);
  const had = new Set(cloud.wechat.messages().map(({ id }) => id));
  const timers = calm ? 1 : random.pick([1, 1, 1, 2, 3]);
  const slow = !calm && random.chance(0.2);
  const jobs = Array.from({ length: timers }, async (_, number) => {
    const late = number === 0 ? 0 : random.whole(0, LATE_MS);
    const death = calm ? undefined : deathOf(random);
    // A slow run: time passes at every call, past the lease in the end.
    const onCall = slow ? () => void (cloud.clock.at += 2500) : undefined;
    const ports = openProcess({
      cloud,
      sendTimeoutMs: SEND_TIMEOUT_MS,
      death,
      breakage,
      ...(onCall ? { onCall } : {}),
    });
    if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
    await sweep(ports).catch(() => undefined);
  });
  if (!calm && random.chance(0.35)) jobs.push(act(cloud, people, random).catch(() => undefined));
  await Promise.all(jobs);
  const messageIds = cloud.wechat.messages().flatMap(({ id }) => (had.has(id) ? [] : [id]));
  return { from, until: cloud.clock.at, before, after: await look(cloud), messageIds };
};

/** Runs the schedule of a seed on an empty cloud and then lets it heal. */
export const runSchedule = async (
  cloud: Cloud,
  { seed, startAt, breakage }: { seed: number; startAt: number; breakage?: Breakage | undefined },
): Promise<Outcome> => {
  const random = openRandom(seed);
  await cloud.reset();
  cloud.clock.at = startAt + random.whole(0, 24 * 60) * MINUTE;
  const calm = openProcess({ cloud, sendTimeoutMs: SEND_TIMEOUT_MS });
  const people = await settle(cloud, calm, random);
  const rounds: Round[] = [];
  const injected: Record<string, number> = {};
  let negativeLedger = false;
  const ledgers = async () => (await cloud.all('accounts')) as Ledger[];
  const watchLedger = async () => {
    const accounts = await ledgers();
    negativeLedger ||= accounts.some(({ credits }) => Object.values(credits).some((left) => left < 0));
  };
  for (let left = random.whole(...ROUNDS); left > 0; left -= 1) {
    for (let faults = random.whole(0, 2); faults > 0; faults -= 1) {
      const { name, fault } = faultOf(random);
      injected[name] = (injected[name] ?? 0) + 1;
      cloud.faults.add(fault);
    }
    rounds.push(await run(cloud, people, random, { calm: false, breakage }));
    await watchLedger();
    if (random.chance(0.5)) cloud.faults.remove();
    moveOn(cloud, (await records(cloud, 'notices')) as Notice[], random);
  }
  cloud.faults.remove();
  const healedAt = cloud.clock.at;
  for (let left = HEALING_ROUNDS; left > 0; left -= 1) {
    rounds.push(await run(cloud, people, random, { calm: true, breakage }));
    // While something waits there is a digest for tomorrow; those before it must be over.
    const open = ((await records(cloud, 'notices')) as Notice[]).filter(
      ({ status, kind }) => isOpen(status) && kind !== 'digest',
    );
    if (open.length === 0) break;
    cloud.clock.at = Math.max(cloud.clock.at + 1000, Math.min(...open.map(({ nextAt }) => nextAt)));
  }
  await watchLedger();
  const notices = (await records(cloud, 'notices')) as Notice[];
  const accounts = await ledgers();
  const alarms = (await records(cloud, 'alarms')) as Alarm[];
  const posts = cloud.robots.posts();
  return { seed, rounds, notices, accounts, people, negativeLedger, healedAt, alarms, posts, injected };
};
