/** What becomes of one person under a rulebook, in the words of the tables beside this file. */
import { isQuestion, replay, type Answers, type Flow } from '../../../../miniprogram/domain/rules/flow';
import { formatChina } from '../../../../miniprogram/domain/calendar/china-time';
import { startOfDay, type MonthDay } from '../../../../miniprogram/domain/calendar/month-day';
import { routeOf, wayOf, type RouteRule, type Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import type { Approver } from '../../../../miniprogram/domain/rules/rulebook/approvals';
import {
  offlineStepsOf,
  type OfflineStep,
} from '../../../../miniprogram/domain/rules/rulebook/offline-steps';
import { receivingSystemOf } from '../../../../miniprogram/domain/rules/rulebook/system';
import { clockOf, type TimeoutOutcome } from '../../../../miniprogram/domain/rules/rulebook/timeouts';

const YEAR = 2027;
const NOTHING = '—';

const APPROVERS: Record<Approver, string> = { secretary: '团支书', college: '学院' };
const OUTCOMES: Record<TimeoutOutcome, string> = { accepted: '自动转入', lapsed: '退回', ask: '看系统' };

/** The answers by the labels on the screen, in the order of the questions. */
const answersOf = (flow: Flow, labels: readonly string[]): Answers =>
  labels.reduce<Answers>((answers, label) => {
    const { current } = replay(flow, answers);
    const option = isQuestion(current) ? current.options.find((each) => each.label === label) : undefined;
    if (!option) throw new Error(`“${label}” is no answer to ${JSON.stringify(current)}`);
    return { ...answers, [current.id]: option.id };
  }, {});

/** `6月10日` of the season's year, at noon in China. */
const noonOf = (day: string): number => {
  const [, month, date] = /^(\d+)月(\d+)日$/.exec(day) ?? [];
  if (!month || !date) throw new Error(`${day} is no day`);
  return startOfDay(YEAR, { month: Number(month), day: Number(date) }) + 12 * 3_600_000;
};

const clockText = (rulebook: Rulebook, route: RouteRule, started: string, province: string): string => {
  if (!route.receiverClock) return NOTHING;
  const { system, timeouts } = rulebook;
  const receiving = receivingSystemOf(system, [province], route);
  const clock = clockOf(timeouts, { initiatedAt: noonOf(started), sending: system.id, receiving });
  return clock ? `${formatChina(clock.deadlineAt, 'M月D日')} ${OUTCOMES[clock.outcome]}` : '不限';
};

const dayText = (day: MonthDay | null | undefined): string => (day ? `${day.month}月${day.day}日` : '');

/** `9月1日–10月31日`; without a first day, and until the season ends, `–8月31日`. */
const windowText = ({ seasonDeadline }: Rulebook, { window }: RouteRule): string =>
  `${dayText(window?.opens)}–${dayText(window?.deadline ?? seasonDeadline)}`;

const handled = ({ handledBy, approvals }: RouteRule): string =>
  handledBy === 'college' ? '学院登记' : approvals.map((approver) => APPROVERS[approver]).join('、');

const keepingText = ({ keeping }: Rulebook, route: RouteRule): string => {
  const kind = keeping.find(({ id }) => id === route.keeping);
  if (!kind) return '';
  return kind.mostMonths === null ? '，留在学院' : `，最多留 ${kind.mostMonths} 个月`;
};

/** `《团员证》转出、组织关系介绍信（团委接收：编入团支部）` */
const paperText = (rulebook: Rulebook, route: RouteRule): string => {
  const steps = offlineStepsOf(rulebook, route);
  const labels = (receivedBy: OfflineStep['receivedBy']): string =>
    steps
      .filter((step) => step.receivedBy === receivedBy)
      .map(({ label }) => label)
      .join('、');
  const byCommittee = labels('committee');
  return `${labels('any')}${byCommittee ? `（团委接收：${byCommittee}）` : ''}` || NOTHING;
};

/** One cell for each column of the tables, in their order. */
const routeCells = (rulebook: Rulebook, route: RouteRule, started: string, province: string): string[] => [
  route.transferReason ?? NOTHING,
  route.targetHint,
  `${handled(route)}${keepingText(rulebook, route)}`,
  windowText(rulebook, route),
  clockText(rulebook, route, started, province),
  paperText(rulebook, route),
  rulebook.lists.find(({ id }) => id === route.list)?.title ?? NOTHING,
  route.counts ? '算' : '不算',
];

/**
 * The cells behind 发起 and 接收地: what the flow ends in, and, where it is a way, everything that follows.
 *
 * @param path labels of the answers, with → between them
 */
export const outcomeOf = (
  rulebook: Rulebook,
  flow: Flow,
  path: string,
  started: string,
  province: string,
): string[] => {
  const { current } = replay(flow, answersOf(flow, path.split(' → ')));
  if (isQuestion(current)) throw new Error(`${path} ends in a question`);
  const { result } = current;
  if (result.kind === 'advice') return [`建议：${result.title}`];
  const route = routeOf(rulebook, result.wayId, result.routeId);
  const way = wayOf(rulebook, result.wayId);
  if (!route || !way) throw new Error(`${path} ends nowhere`);
  return [`${way.label}：${route.label}`, ...routeCells(rulebook, route, started, province)];
};
