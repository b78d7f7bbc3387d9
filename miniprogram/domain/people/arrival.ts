/** When and by whose word somebody has arrived. */
import type { TransferState } from '../transfer/states';
import type { TransferStep } from '../transfer/steps';
import { ARRIVED_STATES } from './people-step';

/** Steps by which somebody has arrived, or was recorded by the college. */
const ARRIVALS: readonly string[] = ['report-accepted', 'confirm-arrived', 'record'] satisfies TransferStep[];

interface Arriving<Entry> {
  readonly state: TransferState;
  /** Oldest first. */
  readonly timeline: readonly Entry[];
}

/** The entry that made them arrive; undefined while they have not. */
export const arrivalIn = <Entry extends { readonly step: string }>({
  state,
  timeline,
}: Arriving<Entry>): Entry | undefined =>
  ARRIVED_STATES.includes(state)
    ? [...timeline].reverse().find(({ step }) => ARRIVALS.includes(step))
    : undefined;
