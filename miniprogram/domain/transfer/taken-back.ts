/** What of a transfer's history no longer stands: somebody took it back, or the official list disproved it. */
import type { TransferStep } from './steps';

interface Entry {
  readonly step: string;
  /** The state before the college wrote down what the official list shows; only on such an entry. */
  readonly from?: string | undefined;
}

/** The steps that take something back, each with which entries it can mean. It takes back the latest of them. */
export const TAKES_BACK: Readonly<Record<string, (entry: Entry) => boolean>> = {
  'undo-approve': ({ step }) => step === 'approve',
  'undo-evidence': ({ from }) => from !== undefined,
} satisfies Partial<Record<TransferStep, (entry: Entry) => boolean>>;

const ARRIVALS: readonly string[] = ['report-accepted', 'confirm-arrived'] satisfies TransferStep[];

/** Indexes of the entries of a timeline that no longer stand. */
export const takenBackIn = (timeline: readonly Entry[]): ReadonlySet<number> => {
  const gone = new Set<number>();
  const standing = (before: number, is: (entry: Entry) => boolean): number[] =>
    timeline.slice(0, before).flatMap((entry, index) => (!gone.has(index) && is(entry) ? [index] : []));
  timeline.forEach(({ step }, index) => {
    const isMeant = TAKES_BACK[step];
    for (const one of isMeant ? standing(index, isMeant).slice(-1) : []) gone.add(one);
  });
  // A second pass: an entry of the list that was itself taken back disproves nothing.
  timeline.forEach(({ step }, index) => {
    if (step !== 'confirm-here' || gone.has(index)) return;
    for (const one of standing(index, (entry) => ARRIVALS.includes(entry.step))) gone.add(one);
  });
  return gone;
};
