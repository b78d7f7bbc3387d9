import { atChinaTime, chinaDay } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import { ok } from '../../../miniprogram/domain/errors';
import type { UseCase } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { ALARM, PAGING } from '../../_shared/kernel/policy';
import type { Ports } from '../../_shared/platform/ports';
import type { RefusalAlarm, UnreadableAlarm } from '../../_shared/store/records';
import { ifReadable } from '../../_shared/store/records/unreadable';
import { OPEN_NOTICE_STATUSES, type NoticeStatus } from '../../_shared/store/records/notice';
import { noticeScope, type NoticeScope } from './notice-scope';
import { DEAD_STATUSES } from './dead-letters';

/** Planned and due, or left behind by a sender; what is being sent just now is not waiting. */
const waiting = async ({ store, clock }: Ports, scope: NoticeScope, status: NoticeStatus) => {
  const where = { ...scope, status, nextAt: { lte: clock.now() } };
  const [count, [oldest]] = await Promise.all([
    store.count('notices', where),
    store.find('notices', { where, orderBy: ['nextAt', 'asc'], limit: 1 }),
  ]);
  return { count, oldestDueAt: oldest?.nextAt ?? null };
};

const sentToday = async ({ store, clock }: Ports, scope: NoticeScope) => {
  const since = atChinaTime(chinaDay(clock.now()), 0, 0);
  const where = { ...scope, status: 'sent', settledAt: { gte: since } } as const;
  const [sent, unreached, prompt, mayRepeat] = await Promise.all([
    store.count('notices', where),
    store.count('notices', { ...where, status: 'no-credit' }),
    store.count('notices', { ...where, isPrompt: true }),
    store.count('notices', { ...where, mayRepeat: true }),
  ]);
  return { sent, unreached, prompt, mayRepeat };
};

const hasRobot = async ({ store }: Ports, caller: CollegeCaller): Promise<boolean | null> =>
  caller.role === 'committee'
    ? null
    : (await ifReadable(store.get('colleges', caller.scopeId)))?.robotKeySealed !== undefined;

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

/** Each figure is counted through an index over what is open or of today, not over all that is kept. */
export const healthFor = async (
  ports: Ports,
  caller: CollegeCaller,
): Promise<Response<'teacher', 'health'>> => {
  const { store, clock } = ports;
  const scope = noticeScope(caller);
  const [open, today, dead, alarms, robot] = await Promise.all([
    Promise.all(OPEN_NOTICE_STATUSES.map((status) => waiting(ports, scope, status))),
    sentToday(ports, scope),
    Promise.all(DEAD_STATUSES.map((status) => store.count('notices', { ...scope, status }))),
    alarmsFor(ports, caller),
    hasRobot(ports, caller),
  ]);
  const oldest = open.flatMap(({ oldestDueAt }) => oldestDueAt ?? []);
  return {
    dueNow: open.reduce((sum, { count }) => sum + count, 0),
    oldestDueAt: oldest.length === 0 ? null : Math.min(...oldest),
    sentToday: today.sent,
    unreachedToday: today.unreached,
    promptShare: today.sent === 0 ? null : today.prompt / today.sent,
    mayRepeatToday: today.mayRepeat,
    deadLetters: dead.reduce((sum, count) => sum + count, 0),
    ...alarms,
    hasRobot: robot,
    now: clock.now(),
  };
};

/** Figures of delivery. */
export const health: UseCase<'teacher', 'health', CollegeCaller> = async (ports, { caller }) =>
  ok(await healthFor(ports, caller));
