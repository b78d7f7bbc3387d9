/** One message with its hour. Ids are deterministic, so making it twice is making it once. */
import { atChinaTime, chinaDay, DAY_MS } from '../calendar/china-time';
import type { NoticeKind } from './kinds';

export type Audience = 'graduate' | 'secretary' | 'teacher';

export interface DueNotice {
  /** `ownerId:attempt:kind[-days]`; a reminder's also names the day it is about. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly audience: Audience;
  /** Epoch ms from which it may be sent. */
  readonly dueAt: number;
  /** Epoch ms after which it would no longer be true or of use. */
  readonly notAfter: number;
  /** China calendar days left when it is due, or waited until then; reminders only. */
  readonly days?: number;
}

/** A reminder; `earlierId` is what 1.0 called it, so that one that was sent under that name is not sent again. */
export interface Reminder extends DueNotice {
  readonly earlierId: string;
}

/** The last moment of the China day of a moment: a reminder that was missed is made up for until then. */
export const lastMomentOf = (at: number): number => atChinaTime(chinaDay(at) + 1, 0, 0) - 1;

/** How long a notice about something that happened is still worth sending. */
export const EVENT_LIFE_MS = 7 * DAY_MS;

/** Id of a notice about attempt `attempt` of a transfer or reset request. */
export const noticeId = (ownerId: string, attempt: number, kind: NoticeKind, days?: number): string =>
  `${ownerId}:${attempt}:${kind}${days === undefined ? '' : `-${days}`}`;
