/** “请老师先批”: whom it asks, from when, and when it was asked last. */
import { dayOf, momentOf } from '../../domain/calendar/china-time';
import { hurriedAt, hurryFrom } from '../../domain/transfer/hurrying';
import type { Facts } from './facts';

export interface Hurry {
  readonly title: string;
  readonly text: string;
  /** Asked today already: shown, but not to be tapped before the day the text names. */
  readonly rests: boolean;
}

/** Null while whoever approves is still within the usual time. */
export const hurryOf = ({ state, transfer, rulebook, now }: Facts): Hurry | null => {
  const from = state === 'submitted' && transfer ? hurryFrom(transfer, rulebook) : null;
  if (!transfer || from === null) return null;
  const title = transfer.waitsFor === 'secretary' ? '请团支书先批' : '请老师先批';
  if (from <= now) return { title, text: '等得够久了，发一条提醒，一天一次', rests: false };
  const asked = hurriedAt(transfer);
  if (asked === undefined) return null;
  const text = `${momentOf(asked)} 提醒过了，${dayOf(from)}可以再请一次`;
  return { title, text, rests: true };
};
