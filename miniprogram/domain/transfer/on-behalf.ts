/** What others record for somebody who has not acted: until when, and how it is marked. */
import type { Actor } from '../rules/roles';
import { stepsFor } from './lifecycle';
import type { TransferState } from './states';
import type { TransferStep } from './steps';

interface Entry {
  readonly step: string;
  readonly by: { readonly role: Actor; readonly name: string };
}

interface Seen {
  readonly state: TransferState;
  readonly timeline: readonly Entry[];
}

/** Steps that are the graduate's own, whoever takes them. */
const OWN_STEPS: readonly string[] = ['choose-way', 'submit', 'register'] satisfies TransferStep[];
const isByOther = ({ by: { role } }: Entry): boolean => role !== 'graduate' && role !== 'system';

/** Whether a secretary or the college may record for them now; `null` for who has not begun. */
export const mayRecordFor = (transfer: Seen | null): boolean =>
  !transfer ||
  (transfer.timeline.every(({ by }) => by.role !== 'graduate') &&
    stepsFor(transfer.state, 'teacher').includes('choose-way'));

/** Who recorded the latest of the graduate's own steps for them; undefined where they took it themselves. */
export const recordedBy = ({ timeline }: Pick<Seen, 'timeline'>): Entry['by'] | undefined => {
  const [last] = timeline.filter(({ step }) => OWN_STEPS.includes(step)).slice(-1);
  return last && isByOther(last) ? last.by : undefined;
};
