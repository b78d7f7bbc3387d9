/** Lists that run through several indexes one after the other: people without a transfer first, then transfers. */
import type { Parsed } from '../../../miniprogram/domain/contract';
import { PEOPLE_STEPS, type PeopleStep } from '../../../miniprogram/domain/model';
import type { Ports } from '../../_shared/ports';
import { IDLE_STEPS, peopleIdleAt, type IdleStep, type PeoplePage } from './by-member';
import { peopleByTransfer, statesOf } from './by-transfer';

type StepFilter = Extract<Parsed<'teacher', 'people'>['filter'], { step: PeopleStep }>;

/** The steps a filter asks for, in their order. */
const stepsOf = ({ by, step }: StepFilter): PeopleStep[] =>
  by === 'step' ? [step] : PEOPLE_STEPS.slice(PEOPLE_STEPS.indexOf(step));

const idleIn = (steps: readonly PeopleStep[]): IdleStep[] =>
  IDLE_STEPS.filter((step) => steps.includes(step));

/** `<step>:<student number>` among those without a transfer, a queue key among transfers. */
const placeOf = (
  cursor: string | undefined,
  idle: readonly IdleStep[],
): { step?: IdleStep; after: string } => {
  if (cursor === undefined) return { ...(idle[0] ? { step: idle[0] } : {}), after: '' };
  const at = cursor.indexOf(':');
  const step = idle.find((one) => one === cursor.slice(0, at));
  return step ? { step, after: cursor.slice(at + 1) } : { after: cursor };
};

/** Before the first transfer of all: queue keys begin with a digit and a colon. */
const TRANSFERS_START = '0';

export const peopleAtSteps = async (
  ports: Pick<Ports, 'store'>,
  filter: StepFilter,
  { collegeId, seasonId, after }: { collegeId: string; seasonId: string; after: string | undefined },
): Promise<PeoplePage> => {
  const steps = stepsOf(filter);
  const idle = idleIn(steps);
  const states = statesOf(steps);
  const place = placeOf(after, idle);
  if (!place.step) {
    const queries = states.map((state) => ({ collegeId, seasonId, state }));
    return peopleByTransfer(ports, queries, place.after || undefined);
  }
  const page = await peopleIdleAt(ports, place.step, {
    idle: { collegeId, startedIn: null },
    after: place.after,
  });
  if (page.next !== null) return { ...page, next: `${place.step}:${page.next}` };
  const following = idle[idle.indexOf(place.step) + 1];
  if (following) return { ...page, next: `${following}:` };
  return { ...page, next: states.length > 0 ? TRANSFERS_START : null };
};
