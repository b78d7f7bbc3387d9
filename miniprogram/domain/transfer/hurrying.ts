/** When the graduate may ask whoever approves next to hurry: “请老师先批”. */
import { atChinaTime, chinaDay, HOUR_MS } from '../calendar/china-time';
import type { Rulebook } from '../rules/rulebook';

interface Awaited {
  readonly timeline: readonly { readonly step: string; readonly at: number; readonly attempt: number }[];
  readonly attempt: number;
}

/** What begins a wait for somebody who approves. */
const BEGINS_WAIT: readonly string[] = ['submit', 'approve', 'undo-approve'];

const lastAt = ({ timeline, attempt }: Awaited, steps: readonly string[]): number | undefined =>
  timeline.filter((entry) => entry.attempt === attempt && steps.includes(entry.step)).slice(-1)[0]?.at;

/** When they asked last in this attempt, epoch ms; undefined when they have not. */
export const hurriedAt = (transfer: Awaited): number | undefined => lastAt(transfer, ['hurry']);

/** Epoch ms from which it is possible, once a China day; null where nothing has been handed in. */
export const hurryFrom = (
  transfer: Awaited,
  { escalateAfterHours }: Pick<Rulebook, 'escalateAfterHours'>,
): number | null => {
  const since = lastAt(transfer, BEGINS_WAIT);
  if (since === undefined) return null;
  const asked = hurriedAt(transfer);
  const nextDay = asked === undefined ? 0 : atChinaTime(chinaDay(asked) + 1, 0, 0);
  return Math.max(since + escalateAfterHours * HOUR_MS, nextDay);
};
