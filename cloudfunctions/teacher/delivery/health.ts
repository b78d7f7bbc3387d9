import { atChinaTime, chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { ALARM, PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import { allColleges } from '../../_shared/store/branches';
import type { College, Notice, RefusalAlarm, UnreadableAlarm } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { OPEN_NOTICE_STATUSES } from '../../_shared/store/records/notice';
import { headsOf, readKept } from '../../_shared/transfers/figures/heads';
import { NO_HEADS, plusHeads, type Heads } from '../../_shared/transfers/figures/head-sums';
import { noticeScope, type NoticeScope } from './notice-scope';
import { DEAD_STATUSES } from './dead-letters';

/** As many as one question answers. */
const MOST = 1000;

/**
 * What is open: due and not sent yet, as planned or left behind by a sender (what is being sent just now is not waiting),
 * or due and held until the quiet hours end.
 */
const openNow = async ({ store, clock }: Ports, scope: NoticeScope) => {
  const now = clock.now();
  const status = { in: OPEN_NOTICE_STATUSES };
  const open = await store.find('notices', { where: { ...scope, status }, limit: MOST });
  const due = open.filter(({ nextAt }) => nextAt <= now);
  const held = open.filter(({ dueAt, nextAt }) => dueAt <= now && nextAt > now);
  const isAll = open.length < MOST;
  return {
    dueNow: isAll ? due.length : await store.count('notices', { ...scope, status, nextAt: { lte: now } }),
    heldNow: held.filter((notice) => notice.status === 'planned').length,
    oldestDueAt: due.length === 0 ? null : Math.min(...due.map(({ nextAt }) => nextAt)),
  };
};

interface Today {
  readonly sent: number;
  readonly unasked: number;
  readonly refused: number;
  readonly prompt: number;
  readonly mayRepeat: number;
}

/** Of a few: looked at one by one. */
const countHere = (settled: readonly Notice[]): Today => {
  const sent = settled.filter(({ status }) => status === 'sent');
  const unreached = settled.filter(({ status }) => status === 'no-credit');
  return {
    sent: sent.length,
    unasked: unreached.filter(({ errorCode }) => errorCode === null).length,
    refused: unreached.filter(({ errorCode }) => errorCode !== null).length,
    prompt: sent.filter(({ isPrompt }) => isPrompt).length,
    mayRepeat: sent.filter(({ mayRepeat }) => mayRepeat).length,
  };
};

const settledToday = async ({ store, clock }: Ports, scope: NoticeScope): Promise<Today> => {
  const settledAt = { gte: atChinaTime(chinaDay(clock.now()), 0, 0) };
  const some = await store.find('notices', {
    where: { ...scope, status: { in: ['sent', 'no-credit'] }, settledAt },
    limit: MOST,
  });
  if (some.length < MOST) return countHere(some);
  const where = { ...scope, status: 'sent', settledAt } as const;
  const [sent, unasked, unreached, prompt, mayRepeat] = await Promise.all([
    store.count('notices', where),
    store.count('notices', { ...where, status: 'no-credit', errorCode: null }),
    store.count('notices', { ...where, status: 'no-credit' }),
    store.count('notices', { ...where, isPrompt: true }),
    store.count('notices', { ...where, mayRepeat: true }),
  ]);
  return { sent, unasked, refused: unreached - unasked, prompt, mayRepeat };
};

/** People by how far they are without a transfer. */
const readHeads = async (
  ports: Ports,
  { role, scopeId }: CollegeCaller,
  colleges: Promise<readonly College[]>,
): Promise<Heads> => {
  // The own college's counters need not wait for it.
  const kept = role === 'committee' ? undefined : readKept(ports, [scopeId]);
  const all = await colleges;
  const read =
    kept ??
    readKept(
      ports,
      all.map(({ _id }) => _id),
    );
  const stored = await read;
  const heads = await Promise.all(all.map((college) => headsOf(ports, college, stored)));
  return heads.reduce(plusHeads, NO_HEADS);
};

/** The caller's college and those they look at; nothing of one that cannot be read. */
const collegesOf = async (ports: Ports, { role, scopeId }: CollegeCaller): Promise<readonly College[]> => {
  if (role === 'committee') return allColleges(ports);
  const own = await ifReadable(ports.store.get('colleges', scopeId));
  return own ? [own] : [];
};

const toRefusal = ({ channel, template, code, field, count, lastAt }: RefusalAlarm) => ({
  channel,
  template,
  code,
  field,
  count,
  lastAt,
});

type Unreadable = Response<'teacher', 'health'>['unreadable'][number];

/** How many documents of each collection, by what is wrong with them; newest first as they come. */
const countUnreadable = (alarms: readonly UnreadableAlarm[]): Unreadable[] => {
  const counts = new Map<string, Unreadable>();
  for (const { collection, reason, lastAt } of alarms) {
    const key = `${collection}/${reason}`;
    const { count, ...first } = counts.get(key) ?? { collection, reason, count: 0, lastAt };
    counts.set(key, { ...first, count: count + 1 });
  }
  return [...counts.values()];
};

/** Faults that were met lately: one that is mended is met no more. */
const alarmsFor = async ({ store, clock }: Ports, { role, scopeId }: CollegeCaller) => {
  const found = await store.find('alarms', {
    where: { lastAt: { gte: clock.now() - ALARM.shownMs } },
    orderBy: ['lastAt', 'desc'],
    limit: PAGING.alarms,
  });
  const own = found.filter(
    ({ collegeId }) => role === 'committee' || collegeId === null || collegeId === scopeId,
  );
  return {
    alarms: own.flatMap((alarm) => (alarm.cause === 'refused' ? [toRefusal(alarm)] : [])),
    unreadable: countUnreadable(own.flatMap((alarm) => (alarm.cause === 'unreadable' ? [alarm] : []))),
  };
};

/** With the heads they were counted by. Each figure is found through an index over what is open or of today, not over all that is kept. */
export const healthFor = async (
  ports: Ports,
  caller: CollegeCaller,
): Promise<{ health: Response<'teacher', 'health'>; heads: Heads }> => {
  const { store, clock } = ports;
  const scope = noticeScope(caller);
  const colleges = collegesOf(ports, caller);
  const [open, today, deadLetters, alarms, [own], heads] = await Promise.all([
    openNow(ports, scope),
    settledToday(ports, scope),
    store.count('notices', { ...scope, status: { in: DEAD_STATUSES } }),
    alarmsFor(ports, caller),
    colleges,
    readHeads(ports, caller, colleges),
  ]);
  const health = {
    ...open,
    sentToday: today.sent,
    unaskedToday: today.unasked,
    refusedToday: today.refused,
    promptShare: today.sent === 0 ? null : today.prompt / today.sent,
    mayRepeatToday: today.mayRepeat,
    deadLetters,
    // Nothing reaches who has begun nothing while nobody has signed in as them.
    unbound: heads.bind,
    ...alarms,
    hasRobot: caller.role === 'committee' ? null : own?.robotKeySealed !== undefined,
    now: clock.now(),
  };
  return { health, heads };
};

/** Figures of delivery. */
export const health: UseCase<'teacher', 'health', CollegeCaller> = async (ports, { caller }) =>
  ok((await healthFor(ports, caller)).health);
