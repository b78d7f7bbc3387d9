/** Lists that run through several indexes one after the other: people without a transfer first, then transfers. */
import type { Parsed } from '../../../miniprogram/contract';
import { PEOPLE_STEPS, type PeopleStep } from '../../../miniprogram/domain/people/steps';
import type { Ports } from '../../_shared/platform/ports';
import { memberByNumber } from '../../_shared/people/find-people';
import type { Member } from '../../_shared/store/records';
import { IDLE_STEPS, peopleIdleAt, type IdleStep, type PeoplePage } from './by-member';
import { peopleByTransfer, statesOf } from './by-transfer';

export type StepFilter = Extract<Parsed<'teacher', 'people'>['filter'], { step: PeopleStep }>;

/** The steps a filter asks for, in their order. */
const stepsOf = ({ by, step }: StepFilter): PeopleStep[] =>
  by === 'step' ? [step] : PEOPLE_STEPS.slice(PEOPLE_STEPS.indexOf(step));

const idleIn = (steps: readonly PeopleStep[]): IdleStep[] =>
  IDLE_STEPS.filter((step) => steps.includes(step));

interface Place {
  /** None among transfers. */
  readonly step: IdleStep | undefined;
  /** What the page before ended with there; empty at the beginning. */
  readonly after: string;
}

/** `<step>:<student number>` among those without a transfer, a queue key among transfers. */
const placeOf = (cursor: string | undefined, idle: readonly IdleStep[]): Place => {
  if (cursor === undefined) return { step: idle[0], after: '' };
  const at = cursor.indexOf(':');
  const step = idle.find((one) => one === cursor.slice(0, at));
  return { step, after: step ? cursor.slice(at + 1) : cursor };
};

/** The person with whom the page before ended, where the next one goes on by more than their student number. */
export const lastSeen = async (
  { store }: Pick<Ports, 'store'>,
  filter: StepFilter,
  cursor: string | undefined,
): Promise<Member | undefined> => {
  const { step, after } = placeOf(cursor, idleIn(stepsOf(filter)));
  return after === '' || step === undefined || step === 'bind' ? undefined : memberByNumber({ store }, after);
};

/** Before the first transfer of all: queue keys begin with a digit and a colon. */
const TRANSFERS_START = '0';

export const peopleAtSteps = async (
  ports: Pick<Ports, 'store'>,
  filter: StepFilter,
  scope: { readonly collegeId: string; readonly seasonId: string },
  { cursor, last }: { readonly cursor: string | undefined; readonly last: Member | undefined },
): Promise<PeoplePage> => {
  const steps = stepsOf(filter);
  const idle = idleIn(steps);
  const states = statesOf(steps);
  const { step, after } = placeOf(cursor, idle);
  if (!step) {
    return peopleByTransfer(ports, { ...scope, state: { in: states } }, after || undefined);
  }
  const { collegeId } = scope;
  const page = await peopleIdleAt(ports, step, { idle: { collegeId, startedIn: null }, after, last });
  if (page.next !== null) return { ...page, next: `${step}:${page.next}` };
  const following = idle[idle.indexOf(step) + 1];
  if (following) return { ...page, next: `${following}:` };
  return { ...page, next: states.length > 0 ? TRANSFERS_START : null };
};
