import { chinaDay, dayOf, formatChina } from '../../domain/calendar/china-time';
import type { Response } from '../../contract';
import { daysLeft } from '../../domain/rules/deadline';
import { rulesNamed } from '../journey/facts';
import { allocated } from '../journey/allocation';
import { reminderOffer, type ReminderFacts } from '../journey/reminders';

type Inbox = Response<'account', 'messages'>;
export type Notice = Inbox['notices'][number];

/** What the reply says about reminders; null for who is no graduate. */
export const remindersIn = ({
  reminders,
  subscription,
}: Pick<Inbox, 'reminders' | 'subscription'>): ReminderFacts | null => {
  if (!reminders) return null;
  const { state, season, rulebookId, ...rest } = reminders;
  return {
    ...rest,
    state: state ?? 'none',
    seasonDeadlineAt: season.deadlineAt,
    credits: subscription.credits,
    rulebook: rulesNamed(rulebookId),
  };
};

export interface NoticeRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly unread: boolean;
  readonly page: string;
}

interface PlanRow {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly detail: string;
  /** WeChat will say it; otherwise it only lands here. */
  readonly byWeChat: boolean;
}

export interface CreditCard {
  readonly count: number;
  readonly coming: string;
  readonly missing: string;
  readonly rows: readonly PlanRow[];
}

const dateOf = (at: number, now: number): string => {
  if (chinaDay(at) === chinaDay(now)) return formatChina(at, 'HH:mm');
  return chinaDay(now) - chinaDay(at) === 1 ? '昨天' : dayOf(at);
};

/** @param now epoch ms */
export const toNoticeRows = (notices: readonly Notice[], now: number): NoticeRow[] =>
  notices.map(({ id, title, text, at, read, page }) => ({
    id,
    title,
    text,
    date: dateOf(at, now),
    unread: !read,
    page,
  }));

const titleOf = (kind: string, dueAt: number, facts: ReminderFacts): string => {
  if (kind === 'timed-out') return '到期';
  if (kind === 'still-waiting') return '看看对方接收没有';
  if (kind === 'keeping-contact') return '跟学院说一声近况';
  if (kind === 'keeping-near') return '保留快到期';
  const deadlineAt = kind === 'deadline-near' ? facts.deadlineAt : facts.seasonDeadlineAt;
  const days = deadlineAt ? daysLeft(deadlineAt, dueAt) : 0;
  return days > 0 ? `还剩 ${days} 天` : '今天截止';
};

/** How many reminders WeChat may still send, beside those to come; null when nothing is left to remind of. */
export const toCreditCard = (facts: ReminderFacts, now: number): CreditCard | null => {
  const offer = reminderOffer(facts);
  if (!offer) return null;
  const coming = [...facts.coming]
    .filter(({ dueAt }) => dueAt > now)
    .sort((one, other) => one.dueAt - other.dueAt);
  const sent = allocated(coming, facts);
  const missing = coming.length - sent.size;
  return {
    count: offer.count,
    coming: coming.length > 0 ? `后面还有 ${coming.length} 次` : '',
    missing: missing > 0 ? `差 ${missing} 次` : '',
    rows: coming.map((reminder) => ({
      key: `${reminder.kind}-${reminder.dueAt}`,
      date: dayOf(reminder.dueAt),
      title: titleOf(reminder.kind, reminder.dueAt, facts),
      detail: sent.has(reminder) ? formatChina(reminder.dueAt, 'HH:mm') : '次数不够',
      byWeChat: sent.has(reminder),
    })),
  };
};
