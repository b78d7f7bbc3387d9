/** How far reminders reach one person: one number on every page, and why there is none. */
import { creditsLeft, nextTemplateOf, type Reachable } from './nudge';
import { TEMPLATE_OF } from './notices/template-of';
import { IDLE_STATES } from '../transfer/lifecycle';
import type { TemplateKey } from './kinds';

interface Person extends Reachable {
  readonly bound: boolean;
  /** Templates they have switched off in WeChat's settings, as far as WeChat told. */
  readonly off: readonly TemplateKey[];
}

export interface ReachWords {
  readonly value: string;
  readonly tone: '' | 'soon';
}

const soon = (value: string): ReachWords => ({ value, tone: 'soon' });

/**
 * The number is what is left for the message they are told next by, as in lists and figures; consents for other messages
 * are of no use for it. A nudge goes by a template of its own: where that one alone is used up, it says so.
 */
export const reachWords = (person: Person): ReachWords => {
  if (!person.bound) return soon('还没进过小程序，提醒不到');
  const template = nextTemplateOf(person);
  if (person.off.includes(template)) return soon('本人在微信里关掉了提醒，只能在小程序里看到');
  const left = creditsLeft(person);
  if (left === 0) return soon('次数用完了，只能在小程序里看到');
  const nudges = person.credits[TEMPLATE_OF.nudged];
  const isIdle = IDLE_STATES.includes(person.transfer?.state ?? 'none');
  const isNudgeless = isIdle && nudges === 0;
  return { value: `还能发 ${left} 次${isNudgeless ? '；催办的用完了，只进站内' : ''}`, tone: '' };
};
