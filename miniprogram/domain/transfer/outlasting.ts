/** What goes on when the next season opens: a transfer keeps its season, and its people keep their pages. */
import type { RouteRule } from '../rules/rulebook';
import { TRANSFER_STATES, type TransferState } from './states';
import type { TransferStep } from './steps';

interface Seen {
  readonly state: TransferState;
  /** What happened last; none before anything did. */
  readonly lastStep: string | undefined;
}

type Lasts = (seen: Seen, route: Pick<RouteRule, 'keeping' | 'offlineSteps'>) => boolean;

const always: Lasts = () => true;
const never: Lasts = () => false;

/** Steps by which the calendar begins a draft: its window opened, or a keeping ended. Nobody put off handing it in. */
const BEGUN_BY_DATE: readonly string[] = ['begin', 'end-keeping'] satisfies TransferStep[];

const LASTS: Readonly<Record<TransferState, Lasts>> = {
  planned: always,
  draft: ({ lastStep }) => lastStep !== undefined && BEGUN_BY_DATE.includes(lastStep),
  submitted: always,
  returned: always,
  approved: always,
  refused: always,
  timedOut: always,
  lapsed: always,
  accepted: (_, { offlineSteps }) => offlineSteps.length > 0,
  registered: always,
  recorded: (_, { keeping }) => keeping !== null,
  withdrawn: never,
  completed: never,
};

/** Whether a transfer of an earlier season still stands for its person. */
export const outlastsSeason: Lasts = (seen, route) => LASTS[seen.state](seen, route);

/** States in which a transfer may go on beyond its season. */
export const MAY_OUTLAST: readonly TransferState[] = TRANSFER_STATES.filter(
  (state) => LASTS[state] !== never,
);
