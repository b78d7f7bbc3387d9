import type { PeopleStep } from './steps';
import { TRANSFER_STATES, type TransferState } from '../transfer/states';

/** The step a transfer in this state stands at; who sends it back to the graduate does not move it backwards. */
export const STEP_OF_STATE: Readonly<Record<TransferState, PeopleStep>> = {
  withdrawn: 'choose',
  planned: 'fill',
  draft: 'fill',
  submitted: 'college',
  registered: 'college',
  returned: 'college',
  approved: 'receiver',
  refused: 'receiver',
  timedOut: 'receiver',
  lapsed: 'receiver',
  accepted: 'card',
  recorded: 'done',
  completed: 'done',
};

/** Where a person of the roster is, with or without a transfer of the season. */
export const stepOfPerson = (person: {
  readonly bound: boolean;
  readonly loginConfirmed: boolean;
  readonly state: TransferState | null;
}): PeopleStep => {
  if (person.state !== null) return STEP_OF_STATE[person.state];
  if (!person.bound) return 'bind';
  return person.loginConfirmed ? 'choose' : 'login';
};

/** What a transfer counts as in the figures: arrived, or what it takes before it goes on. */
export type StatePart = 'notSubmitted' | 'withCollege' | 'withReceiver' | 'stuck' | 'transferred';

export const PART_OF_STATE: Readonly<Record<TransferState, StatePart>> = {
  withdrawn: 'notSubmitted',
  planned: 'notSubmitted',
  draft: 'notSubmitted',
  submitted: 'withCollege',
  registered: 'withCollege',
  returned: 'stuck',
  approved: 'withReceiver',
  refused: 'stuck',
  timedOut: 'stuck',
  lapsed: 'stuck',
  accepted: 'transferred',
  recorded: 'transferred',
  completed: 'transferred',
};

const statesOf = (part: StatePart): readonly TransferState[] =>
  TRANSFER_STATES.filter((state) => PART_OF_STATE[state] === part);

/** States in which the relation has left or is settled: what 转接率 counts. */
export const ARRIVED_STATES = statesOf('transferred');
/** Somebody has to mend something before it goes on. */
export const STUCK_STATES = statesOf('stuck');
