/** Since when a transfer has waited as it waits now: what was taken back counts as if it had never been. */
import { TAKES_BACK } from './taken-back';

interface Entry {
  readonly step: string;
  /** Epoch ms. */
  readonly at: number;
  /** Where it came from, where the college wrote it down from the official list. */
  readonly from?: string | undefined;
}

/** Without the steps that were taken back, what followed from them by itself, and the taking back. Oldest first. */
const standingEntries = <T extends Entry>(timeline: readonly T[]): T[] =>
  timeline.reduce<T[]>((standing, entry) => {
    const isTakenBack = TAKES_BACK[entry.step];
    if (!isTakenBack) return [...standing, entry];
    const undone = standing.map(isTakenBack).lastIndexOf(true);
    return undone === -1 ? standing : standing.slice(0, undone);
  }, []);

/** What moves nothing: a step on paper, a request to hurry, a reminder. */
const BEGINS_NO_WAIT: readonly string[] = ['tick', 'untick', 'hurry', 'reminded', 'initiated'];

/** Since when it has waited as it waits now, epoch ms; undefined where nothing has happened. */
export const waitsSince = (timeline: readonly Entry[]): number | undefined =>
  standingEntries(timeline.filter(({ step }) => !BEGINS_NO_WAIT.includes(step))).slice(-1)[0]?.at;
