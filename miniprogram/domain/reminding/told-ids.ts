/** The names of what a transfer's history tells, and which of them say what no longer stands. */
import { takenBackIn } from '../transfer/taken-back';
import type { TransferState } from '../transfer/states';
import { TRANSFER_STEPS, type TransferStep } from '../transfer/steps';
import type { Actor } from '../rules/roles';
import { noticeId } from './due-notice';
import type { NoticeKind } from './kinds';
import { toldOfStep } from './told';

interface Entry {
  readonly step: string;
  readonly at: number;
  readonly by: { readonly role: Actor };
  readonly attempt: number;
  readonly from?: TransferState | undefined;
}

interface History {
  readonly id: string;
  readonly timeline: readonly Entry[];
}

/** After one of these the same can happen once more in one attempt, and is news again. */
const BEGINS_ROUND: readonly string[] = [
  'undo-approve',
  'undo-evidence',
  'confirm-here',
  'close',
] satisfies TransferStep[];

/** Where the history tells of an event; behind its end where this release cannot read the entry. */
export const placeOf = (
  timeline: readonly Entry[],
  { step, at }: { readonly step: string; readonly at: number },
): number => {
  const places = timeline.flatMap((entry, index) => (entry.step === step && entry.at === at ? [index] : []));
  return places.slice(-1)[0] ?? timeline.length;
};

/** Id of what the entry at `index` tells. The first round has no number: 1.0 knew no other. */
export const toldId = (
  { id, timeline }: History,
  { index, attempt, kind }: { readonly index: number; readonly attempt: number; readonly kind: NoticeKind },
): string => {
  const round = timeline
    .slice(0, index)
    .filter((entry) => entry.attempt === attempt && BEGINS_ROUND.includes(entry.step)).length;
  return round === 0 ? noticeId(id, attempt, kind) : `${noticeId(id, attempt, kind)}:${round}`;
};

const isStep = (step: string): step is TransferStep => TRANSFER_STEPS.some((one) => one === step);

/** Ids of messages of which every entry they tell of has been taken back: what they say was never so. */
export const falseIds = (history: History): ReadonlySet<string> => {
  const gone = takenBackIn(history.timeline);
  const [untrue, stillTrue] = [new Set<string>(), new Set<string>()];
  history.timeline.forEach(({ step, by, attempt }, index) => {
    for (const kind of isStep(step) ? toldOfStep(step, by.role) : [])
      (gone.has(index) ? untrue : stillTrue).add(toldId(history, { index, attempt, kind }));
  });
  return new Set([...untrue].filter((id) => !stillTrue.has(id)));
};
