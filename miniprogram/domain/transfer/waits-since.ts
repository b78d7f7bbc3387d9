/** Since when a transfer has been waiting. A step that was taken back counts as if it had never happened. */
import { TAKES_BACK } from './taken-back';

interface Entry {
  readonly step: string;
  /** Epoch ms. */
  readonly at: number;
  /** The state before the college wrote down what the official list shows; only on such an entry. */
  readonly from?: string | undefined;
}

/** The timeline without steps that were taken back, what followed from them, and the steps that took them back. Oldest first. */
const standingEntries = <T extends Entry>(timeline: readonly T[]): T[] =>
  timeline.reduce<T[]>((standing, entry) => {
    const isTakenBack = TAKES_BACK[entry.step];
    if (!isTakenBack) return [...standing, entry];
    const undone = standing.map(isTakenBack).lastIndexOf(true);
    return undone === -1 ? standing : standing.slice(0, undone);
  }, []);

/** Entries that start no new wait: steps on paper, a request to hurry, a reminder. */
const BEGINS_NO_WAIT: readonly string[] = ['tick', 'untick', 'hurry', 'reminded', 'initiated'];

/** Epoch ms; undefined where nothing has happened. */
export const waitsSince = (timeline: readonly Entry[]): number | undefined =>
  standingEntries(timeline.filter(({ step }) => !BEGINS_NO_WAIT.includes(step))).slice(-1)[0]?.at;
