/** The desk's side of the preview server and, behind it, of the emulator. */
import type { SentMessage } from '../../emulator/state';

export interface SeatPerson {
  readonly openid: string;
  readonly name: string;
  readonly place: string;
  readonly seat: SeatName;
  readonly signIn?: { readonly studentNumber: string; readonly inviteCode: string };
}

export type SeatName = 'graduate' | 'secretary' | 'teacher';

/** What a group robot wrote, as 企业微信's markdown. */
export interface RobotPost {
  readonly id: string;
  readonly key: string;
  readonly content: string;
  readonly sentAt: number;
}

export interface TimerRun {
  readonly function: string;
  readonly ok: boolean;
  readonly error?: string;
}

const ask = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const reply = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(text || `${method} ${path}: ${reply.status}`);
  return JSON.parse(text) as T;
};

export const desk = {
  people: () => ask<{ people: SeatPerson[] }>('GET', '/desk/people'),
  reset: () => ask<unknown>('POST', '/desk/reset', {}),
  clock: () => ask<{ now: number; offset: number }>('GET', '/control/clock'),
  moveClock: (to: { advanceMs: number } | { at: number }) =>
    ask<{ now: number; timers: TimerRun[] }>('POST', '/control/clock', to),
  runTimers: () => ask<{ timers: TimerRun[] }>('POST', '/control/timers/run', {}),
  messages: (openid: string) =>
    ask<{ messages: SentMessage[] }>('GET', `/control/messages?openid=${encodeURIComponent(openid)}`),
  posts: () => ask<{ posts: RobotPost[] }>('GET', '/control/wecom'),
};

const part = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options }).format(at);

/** `2026年6月12日 周五 09:41` */
export const longTime = (at: number): string =>
  `${part(at, { year: 'numeric', month: 'long', day: 'numeric' })} ${part(at, { weekday: 'short' })} ${clockTime(at)}`;

/** `09:41` */
const clockTime = (at: number): string => part(at, { hour: '2-digit', minute: '2-digit' });

/** `09:41` today, `昨天 09:00`, `6月4日 15:12` before that. */
export const shortTime = (at: number, now: number): string => {
  const day = (instant: number) => Math.floor((instant + 8 * 3_600_000) / 86_400_000);
  const ago = day(now) - day(at);
  if (ago === 0) return clockTime(at);
  if (ago === 1) return `昨天 ${clockTime(at)}`;
  return `${part(at, { month: 'long', day: 'numeric' })} ${clockTime(at)}`;
};
