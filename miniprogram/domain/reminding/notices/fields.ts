/** The facts of a message by name, as text. How long each may be hangs on the key that carries it, see `fill.ts`. */
import { formatChina } from '../../calendar/china-time';
import type { NoticeFacts } from './facts';

/** WeChat's `time` type, e.g. `2026年6月18日 10:20`. */
const moment = (at: number): string => formatChina(at, 'YYYY年M月D日 HH:mm');

export const progressFields = (facts: NoticeFacts, about: string, state: string, next: string) => ({
  about,
  state,
  at: moment(facts.at),
  next,
});

export const deadlineFields = (
  { days = 0 }: NoticeFacts,
  endAt: number,
  { about, consequence, next }: { about: string; consequence: string; next: string },
) => ({ about, at: moment(endAt), consequence, next, count: String(Math.max(0, days)) });

export const codeFields = (facts: NoticeFacts, about: string, who: string, next: string) => ({
  about,
  who,
  at: moment(facts.expiresAt ?? facts.at),
  next,
});

export const taskFields = (facts: NoticeFacts, about: string, who: string, next: string) => ({
  about,
  who,
  at: moment(facts.at),
  next,
  count: String(facts.count ?? 1),
});
