/** One turn of the timer as far as sending goes: what all its batches share. */
import type { NoticeChannel } from '../../../../miniprogram/domain/reminding/kinds';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import { currentSeason, type CurrentSeason } from '../../season/season';
import { inTurns, limitTo, type Limit, type Turns } from './send-limit';
import type { Verdict } from './settlement';

/** How long everything waits after such an answer. */
export const PAUSE = { quota: DELIVERY.firstBackoffMs, denied: DELIVERY.deniedMs } as const;

export type DeliveryCounts = Partial<Record<Verdict['kind'] | 'failed', number>>;

export interface Run {
  readonly limit: Limit;
  /** Epoch ms after which nothing is sent any more. */
  readonly stopAt: number;
  /** Read when it is needed first, and once. */
  readonly season: () => Promise<CurrentSeason>;
  /** Of all batches: one person is sent one message after the other. */
  readonly inTurn: Turns;
  /** Channels by which nobody else is to be asked in this run: the day's quota is used up, or nothing of ours is taken. */
  readonly stopped: Map<NoticeChannel, keyof typeof PAUSE>;
  /** Something due cannot be read: from now on only what this release knows is looked for. */
  isThinned: boolean;
  /** How many ended how. */
  readonly counts: DeliveryCounts;
}

export const openRun = (ports: Ports, stopAt: number): Run => {
  let reading: Promise<CurrentSeason> | undefined;
  return {
    limit: limitTo(DELIVERY.parallelSends),
    stopAt,
    season: () => {
      reading ??= currentSeason(ports).catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
      return reading;
    },
    inTurn: inTurns(),
    stopped: new Map(),
    isThinned: false,
    counts: {},
  };
};

export const count = ({ counts }: Run, kind: keyof DeliveryCounts): void => {
  counts[kind] = (counts[kind] ?? 0) + 1;
};

/** Nothing is sent any more: WeChat takes nothing, and the few that go another way leave with them; or time is over. */
export const isOver = ({ stopped, stopAt }: Run, now: number): boolean =>
  stopped.has('subscribe') || now >= stopAt;
