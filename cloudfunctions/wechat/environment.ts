/** What the environment says of itself: its variables, its clock, and whether the timer keeps up. */
import { atChinaTime, chinaDay, chinaParts } from '../../miniprogram/domain/calendar/china-time';
import { WAKE_ID } from '../_shared/store/wake';
import { NotConfigured, type EnvironmentProblem } from '../_shared/kernel/environment';
import type { Ports } from '../_shared/platform/ports';
import type { WechatRuntime } from './runtime';
import { textOf } from './probes/probe';

export interface EnvironmentReport {
  /** Variables that are missing or malformed, one by one; never their values. */
  readonly problems: readonly EnvironmentProblem[];
  /** What else keeps the functions from working; null when nothing does. */
  readonly fault: string | null;
  /** Epoch milliseconds of the cloud's clock. */
  readonly now: number;
  readonly node: string;
  /** How long the oldest message that is due waits, in milliseconds; 0 when none waits. */
  readonly backlogMs: number;
  /** How long ago the timer should have looked and did not, in milliseconds; null when it never ran. */
  readonly timerLateMs: number | null;
  /** How long the oldest picture WeChat was asked about waits for its answer, in milliseconds; 0 when none waits. */
  readonly pictureMs: number;
}

/** A question older than this is not answered any more. */
const RECENT_MS = 7 * 24 * 3_600_000;

const backlogOf = async ({ store }: Ports, now: number): Promise<number> => {
  const [oldest] = await store.find('notices', {
    where: { status: 'planned', nextAt: { lte: now } },
    orderBy: ['nextAt', 'asc'],
    limit: 1,
  });
  return oldest ? now - oldest.nextAt : 0;
};

/** The timer sleeps from 23 to 7. */
const [OPENS, CLOSES] = [7, 23];

/** The next moment, from `at` on, at which the timer runs. */
const nextTurn = (at: number): number => {
  const { hour } = chinaParts(at);
  if (hour >= CLOSES) return atChinaTime(chinaDay(at) + 1, OPENS, 0);
  return hour < OPENS ? atChinaTime(chinaDay(at), OPENS, 0) : at;
};

/** Whenever it has looked, the timer writes down when to look next: what stands there in the past, it has missed. */
const timerLateOf = async ({ store }: Ports, now: number): Promise<number | null> => {
  const wake = await store.get('wake', WAKE_ID);
  if (!wake) return null;
  const turn = nextTurn(Math.min(wake.dueAt, wake.clockAt));
  // At night it is as late as it was when the day ended.
  const until =
    nextTurn(now) === now
      ? now
      : atChinaTime(chinaDay(now) - (chinaParts(now).hour < OPENS ? 1 : 0), CLOSES, 0);
  return Math.max(0, until - turn);
};

const pictureWaitOf = async ({ store }: Ports, now: number): Promise<number> => {
  const [oldest] = await store.find('pictureChecks', {
    where: { verdict: 'waiting', askedAt: { gt: now - RECENT_MS } },
    orderBy: ['askedAt', 'asc'],
    limit: 1,
  });
  return oldest ? now - oldest.askedAt : 0;
};

export const reportEnvironment = async ({
  ports,
  variableProblems,
  now: clock,
  node,
}: Pick<WechatRuntime, 'ports' | 'variableProblems' | 'now' | 'node'>): Promise<EnvironmentReport> => {
  const now = clock();
  const problems = variableProblems();
  try {
    const [backlogMs, pictureMs, timerLateMs] = await Promise.all([
      backlogOf(ports(), now),
      pictureWaitOf(ports(), now),
      timerLateOf(ports(), now),
    ]);
    return { problems, fault: null, now, node, backlogMs, pictureMs, timerLateMs };
  } catch (error) {
    // The problems name the variables already.
    const fault = error instanceof NotConfigured ? null : textOf(error);
    return { problems, fault, now, node, backlogMs: 0, pictureMs: 0, timerLateMs: 0 };
  }
};
