/** One message with its hour. Ids are deterministic, so making it twice is making it once. */
import { DAY_MS } from '../calendar/china-time';
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

/** How long a notice about something that happened is still worth sending. */
export const EVENT_LIFE_MS = 7 * DAY_MS;

/** Id of a notice about attempt `attempt` of a transfer or reset request. */
export const noticeId = (ownerId: string, attempt: number, kind: NoticeKind, days?: number): string =>
  `${ownerId}:${attempt}:${kind}${days === undefined ? '' : `-${days}`}`;
