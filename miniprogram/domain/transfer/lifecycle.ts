/** The life of a transfer as one table: which step leads from where to where, who may take it, what it needs. */
import { fail, ok } from '../errors';
import type { Result } from '../errors';
import type { Actor } from '../rules/roles';
import type { TransferState, TransferStep } from './states';
import { isEmpty } from '../text/clean-text';
import type { RouteRule } from '../rules/rulebook';

export type StateOrNone = TransferState | 'none';

/** What must be true of the route for a transition to exist. */
type RouteCondition = 'by-graduate' | 'by-college' | 'with-clock' | 'with-offline' | 'without-offline';

/** What the caller has to bring or to have checked. */
type Need = 'way' | 'fields' | 'reason' | 'deadline-passed';

export interface Transition {
  readonly from: StateOrNone;
  readonly step: TransferStep;
  readonly to: TransferState;
  readonly by: readonly Actor[];
  readonly when?: RouteCondition;
  readonly needs: readonly Need[];
}

const COLLEGE = ['teacher', 'committee'] as const;
const REPORTERS = ['graduate', 'secretary', 'teacher', 'committee'] as const;

const row = (
  from: StateOrNone,
  step: TransferStep,
  to: TransferState,
  by: readonly Actor[],
  rest: { when?: RouteCondition; needs?: readonly Need[] } = {},
): Transition => ({ from, step, to, by, needs: [], ...rest });

const CHOOSE = { needs: ['way'] } as const;
const SUBMIT = { when: 'by-graduate', needs: ['fields'] } as const;
const REGISTER = { when: 'by-college', needs: ['fields'] } as const;
const RETURN = { needs: ['reason'] } as const;
const TIME_OUT = { when: 'with-clock', needs: ['deadline-passed'] } as const;

export const TRANSITIONS: readonly Transition[] = [
  row('none', 'choose-way', 'draft', ['graduate'], CHOOSE),

  row('draft', 'choose-way', 'draft', ['graduate'], CHOOSE),
  row('draft', 'submit', 'submitted', ['graduate'], SUBMIT),
  row('draft', 'register', 'registered', ['graduate'], REGISTER),

  row('submitted', 'approve', 'approved', COLLEGE),
  row('submitted', 'return', 'returned', COLLEGE, RETURN),
  row('submitted', 'withdraw', 'withdrawn', ['graduate']),
  row('submitted', 'report-accepted', 'accepted', REPORTERS),
  row('submitted', 'report-refused', 'refused', REPORTERS),
  row('submitted', 'time-out', 'timedOut', ['system'], TIME_OUT),

  row('returned', 'submit', 'submitted', ['graduate'], SUBMIT),
  row('returned', 'register', 'registered', ['graduate'], REGISTER),
  // The college's reason may be the way itself, so a returned transfer can take another one.
  row('returned', 'choose-way', 'draft', ['graduate'], CHOOSE),

  row('approved', 'report-accepted', 'accepted', REPORTERS),
  row('approved', 'report-refused', 'refused', REPORTERS),
  row('approved', 'time-out', 'timedOut', ['system'], TIME_OUT),

  row('refused', 'submit', 'submitted', ['graduate'], SUBMIT),
  row('refused', 'choose-way', 'draft', ['graduate'], CHOOSE),

  row('timedOut', 'report-accepted', 'accepted', REPORTERS),
  row('timedOut', 'report-returned', 'returned', REPORTERS),

  row('accepted', 'complete', 'completed', COLLEGE),
  row('accepted', 'complete', 'completed', ['system'], { when: 'without-offline' }),

  row('registered', 'record', 'recorded', COLLEGE),
  row('registered', 'return', 'returned', COLLEGE, RETURN),

  row('recorded', 'complete', 'completed', [...COLLEGE, 'system']),

  row('withdrawn', 'choose-way', 'draft', ['graduate'], CHOOSE),

  // A card stamped for the wrong person; there is nothing new to tell anybody.
  row('completed', 'undo-complete', 'accepted', COLLEGE, { when: 'with-offline' }),

  // Reopened means: the college says why, and the graduate submits again.
  row('completed', 'reopen', 'returned', COLLEGE, RETURN),
];

/** States in which the receiver clock runs. */
export const CLOCK_STATES: readonly TransferState[] = ['submitted', 'approved'];

/** States in which its deadline still matters: also once it has passed, until somebody says what 智慧团建 shows. */
export const DEADLINE_STATES: readonly TransferState[] = [...CLOCK_STATES, 'timedOut'];

const isIn = (states: readonly TransferState[], state: StateOrNone): boolean =>
  states.some((each) => each === state);

export const isClockRunning = (state: StateOrNone): boolean => isIn(CLOCK_STATES, state);
export const hasDeadline = (state: StateOrNone): boolean => isIn(DEADLINE_STATES, state);

/** States in which nothing is under way, so the season's own deadline is what matters. */
export const IDLE_STATES: readonly StateOrNone[] = ['none', 'draft', 'returned', 'refused', 'withdrawn'];

type RouteFacts = Pick<RouteRule, 'handledBy' | 'receiverClock' | 'offlineSteps'>;

const holds = (when: RouteCondition | undefined, route: RouteFacts): boolean => {
  switch (when) {
    case undefined:
      return true;
    case 'by-graduate':
      return route.handledBy === 'graduate';
    case 'by-college':
      return route.handledBy === 'college';
    case 'with-clock':
      return route.receiverClock;
    case 'with-offline':
      return route.offlineSteps.length > 0;
    case 'without-offline':
      return route.offlineSteps.length === 0;
  }
};

/** The rows a step may take from a state on that route, whoever takes it. */
const transitionsFor = (state: StateOrNone, step: TransferStep, route: RouteFacts): Transition[] =>
  TRANSITIONS.filter((line) => line.from === state && line.step === step && holds(line.when, route));

export interface Move {
  readonly state: StateOrNone;
  readonly step: TransferStep;
  readonly actor: Actor;
  /** The route the step is about: for `choose-way` the new one. */
  readonly route: RouteFacts;
  /** Checked where it is handed in, also as undefined. */
  readonly reason?: string | undefined;
  /** Checked where both are handed in; epoch ms. */
  readonly deadlineAt?: number | null;
  readonly now?: number;
}

const unmetNeed = (line: Transition, move: Move): Result<never> | undefined => {
  if (line.needs.includes('reason') && 'reason' in move && isEmpty(move.reason ?? '')) {
    return fail('REASON_REQUIRED', 'reason');
  }
  const { deadlineAt, now } = move;
  const clockKnown = deadlineAt !== undefined && now !== undefined;
  if (line.needs.includes('deadline-passed') && clockKnown && (deadlineAt === null || now < deadlineAt)) {
    return fail('TRANSFER_ILLEGAL_STEP', undefined, { state: move.state, step: move.step });
  }
  return undefined;
};

/**
 * Where a step leads. `TRANSFER_ILLEGAL_STEP` (detail: state, step) when the table has no such line or the
 * deadline is still to come, `FORBIDDEN` when somebody else may take it, `REASON_REQUIRED` for an empty reason.
 */
export const nextState = (move: Move): Result<TransferState> => {
  const { state, step, actor, route } = move;
  const lines = transitionsFor(state, step, route);
  if (lines.length === 0) return fail('TRANSFER_ILLEGAL_STEP', undefined, { state, step });
  const line = lines.find(({ by }) => by.includes(actor));
  if (!line) return fail('FORBIDDEN');
  return unmetNeed(line, move) ?? ok(line.to);
};

/** Steps an actor may take now; without a route, those that some route allows. */
export const stepsFor = (state: StateOrNone, actor: Actor, route?: RouteFacts): TransferStep[] => {
  const lines = TRANSITIONS.filter(
    (line) => line.from === state && line.by.includes(actor) && (!route || holds(line.when, route)),
  );
  return [...new Set(lines.map(({ step }) => step))];
};

/** Whether a step must carry a reason. */
export const needsReason = (step: TransferStep): boolean =>
  TRANSITIONS.some((line) => line.step === step && line.needs.includes('reason'));

/** A submission is a new attempt: its own number, clock and notices. */
export const startsAttempt = (step: TransferStep): boolean => step === 'submit' || step === 'register';

/** Whether the graduate can still type: what they hand in then is an attempt. */
export const isEditable = (state: TransferState): boolean => stepsFor(state, 'graduate').some(startsAttempt);

/** Attempts count submissions: 0 before the first one. */
export const attemptAfter = (attempt: number, step: TransferStep): number =>
  startsAttempt(step) ? attempt + 1 : attempt;
