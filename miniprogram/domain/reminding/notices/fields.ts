/** Fills the four templates; every value passes through here, so the limits hold for all kinds. */
import { formatChina } from '../../calendar/china-time';
import type { NoticeFacts } from './facts';
import { PHRASE_MAX, THING_MAX } from '../../rules/message-limits';
import { fitMiddle } from './fit';

const thing = (text: string): string => fitMiddle(text.trim() || '见小程序', THING_MAX);
const phrase = (text: string): string => fitMiddle(text, PHRASE_MAX);

/** WeChat's `time` type, e.g. `2026年6月18日 10:20`. */
const time = (at: number): string => formatChina(at, 'YYYY年M月D日 HH:mm');

/** Date and time as people read it, e.g. `6月18日 10:20`. */
export const momentOf = (at: number): string => formatChina(at, 'M月D日 HH:mm');
export const dayOf = (at: number): string => formatChina(at, 'M月D日');

export const progressFields = (facts: NoticeFacts, about: string, state: string, next: string) => ({
  thing1: thing(about),
  phrase2: phrase(state),
  time3: time(facts.at),
  thing4: thing(next),
});

export const deadlineFields = (endAt: number, about: string, consequence: string, next: string) => ({
  thing1: thing(about),
  time2: time(endAt),
  thing3: thing(consequence),
  thing4: thing(next),
});

export const codeFields = (facts: NoticeFacts, about: string, sender: string, next: string) => ({
  thing1: thing(about),
  thing2: thing(sender),
  time3: time(facts.expiresAt ?? facts.at),
  thing4: thing(next),
});

export const taskFields = (facts: NoticeFacts, about: string, who: string, next: string) => ({
  thing1: thing(about),
  thing2: thing(who),
  time3: time(facts.at),
  thing4: thing(next),
});
