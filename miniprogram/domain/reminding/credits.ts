/** Which messages the few consents are kept for. */
import type { NoticeKind, TemplateKey } from './kinds';
import { TEMPLATE_OF } from './notices/template-of';
import type { DueNotice } from './due-notice';
import type { Rulebook } from '../rules/rulebook';

export type Credits = Readonly<Partial<Record<TemplateKey, number>>>;

export interface Allocation {
  /** Those that get a WeChat message, in order of sending. */
  readonly funded: DueNotice[];
  /** Those for which no consent is left: they only reach the inbox. */
  readonly inboxOnly: DueNotice[];
}

type Values = Pick<Rulebook, 'reminderValue'>;

const LAST: readonly NoticeKind[] = ['season-near', 'still-waiting', 'keeping-contact', 'keeping-near'];

/** Smaller is more valuable. What happened comes before any reminder, those that can wait come last. */
const rankOf = ({ kind, days }: DueNotice, { reminderValue }: Values): number => {
  if (kind === 'timed-out') return reminderValue.indexOf('timed-out');
  if (LAST.includes(kind)) return reminderValue.length + (days ?? 0);
  if (kind !== 'deadline-near') return -1;
  // A late reminder has a day of its own; it counts as the next earlier one of the list.
  const listed = reminderValue.filter((value): value is number => typeof value === 'number');
  const nearest = Math.min(...listed.filter((value) => value >= (days ?? 0)));
  return Number.isFinite(nearest) ? reminderValue.indexOf(nearest) : reminderValue.length;
};

const byTime = (a: DueNotice, b: DueNotice): number => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);

/** Spreads one person's credits over that person's notices, due and to come; never more per template than there are. */
export const allocateCredits = (
  notices: readonly DueNotice[],
  credits: Credits,
  rulebook: Values,
): Allocation => {
  const left = new Map<TemplateKey, number>();
  const byValue = [...notices].sort((a, b) => rankOf(a, rulebook) - rankOf(b, rulebook) || byTime(a, b));
  const funded = byValue.filter(({ kind }) => {
    const template = TEMPLATE_OF[kind];
    const remaining = left.get(template) ?? Math.max(0, credits[template] ?? 0);
    left.set(template, Math.max(0, remaining - 1));
    return remaining >= 1;
  });
  const inboxOnly = notices.filter((notice) => !funded.includes(notice));
  return { funded: funded.sort(byTime), inboxOnly: inboxOnly.sort(byTime) };
};
