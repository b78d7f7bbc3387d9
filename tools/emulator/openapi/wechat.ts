/** What the open APIs know of the mini-program they belong to. */
import type { Clock, Quotas, TemplateSpec } from '../types';
import type { Events } from '../events';
import type { PushedEvent } from '../pushes';
import type { WeChatState } from '../state';
import { WeChatError } from './wechat-error';

export const WECHAT_QUOTAS: Quotas = {
  messagesPerDay: 10_000_000,
  codesPerMinute: 5000,
  checksPerMinute: 4000,
  picturesPerMinute: 2000,
};

export interface WeChat {
  readonly templates: readonly TemplateSpec[];
  /** Empty accepts every page. */
  readonly pages: readonly string[];
  readonly state: WeChatState;
  readonly clock: Clock;
  readonly events: Events;
  readonly quotas: Quotas;
  /** When a person last used the mini-program (epoch ms), if since the emulator's start. */
  readonly lastVisit: (openid: string) => number | undefined;
  readonly appId: string;
  /** Tells the mini-program's functions of an event; `openid`: whom it is about. */
  readonly push: (event: PushedEvent, openid?: string) => Promise<void>;
}

const VISIT_MS = 2 * 60 * 60 * 1000;

/** WeChat checks only what people send who are using the mini-program. @throws WeChatError */
export function requireVisitor({ state, clock, lastVisit }: WeChat, openid: string): void {
  if (!state.knowsUser(openid)) throw new WeChatError(40003);
  const visit = lastVisit(openid);
  if (visit === undefined || clock.now() - visit > VISIT_MS) throw new WeChatError(61010);
}

/** Whether `page`, perhaps with a query, is one of the mini-program's. */
export function hasPage(wechat: WeChat, page: string): boolean {
  const path = page.split('?', 1)[0] ?? '';
  return wechat.pages.length === 0 || wechat.pages.includes(path);
}

const MINUTE_MS = 60_000;

/** Counts uses per minute of the clock; false when the minute's quota is used up. */
export function openMinuteQuota(clock: Clock, limit: number): () => boolean {
  let minute = NaN;
  let used = 0;
  return () => {
    const current = Math.floor(clock.now() / MINUTE_MS);
    if (current !== minute) [minute, used] = [current, 0];
    used += 1;
    return used <= limit;
  };
}
