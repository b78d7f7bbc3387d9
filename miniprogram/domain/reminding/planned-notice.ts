/** One notice to come. Ids are deterministic, so planning twice is planning once. */
import { DAY_MS } from '../calendar/china-time';
import type { NoticeKind } from './kinds';

export type Audience = 'graduate' | 'secretary' | 'teacher';

export interface PlannedNotice {
  /** `transferId:attempt:kind[-days]` */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly audience: Audience;
  /** Epoch ms from which it may be sent. */
  readonly dueAt: number;
  /** Epoch ms after which it would no longer be true or of use. */
  readonly notAfter: number;
  /** China calendar days left when it is due; reminders only. */
  readonly days?: number;
}

/** `cancel` holds exact ids and never one that `plan` holds; cancel only what is not sent yet. */
export interface NoticePlan {
  readonly plan: PlannedNotice[];
  readonly cancel: string[];
}

/** How long a notice about something that happened is still worth sending. */
export const EVENT_LIFE_MS = 7 * DAY_MS;

/** Id of a notice about attempt `attempt` of a transfer or reset request. */
export const noticeId = (ownerId: string, attempt: number, kind: NoticeKind, days?: number): string =>
  `${ownerId}:${attempt}:${kind}${days === undefined ? '' : `-${days}`}`;

/** Takes out of `cancel` what is planned anew, and what is listed twice. */
export const noticePlan = (plan: PlannedNotice[], cancel: readonly string[]): NoticePlan => {
  const planned = new Set(plan.map(({ id }) => id));
  return { plan, cancel: [...new Set(cancel)].filter((id) => !planned.has(id)) };
};
