/** Where a step leads, by the table of transitions, the route's traits and what is known of the attempt. */
import { fail, ok, type Result } from '../errors';
import type { Actor } from '../rules/roles';
import type { RouteRule } from '../rules/rulebook';
import type { Approver } from '../rules/rulebook/approvals';
import type { OfflineStep } from '../rules/rulebook/offline-steps';
import { isSealed } from '../rules/fields/catalogue';
import { UNDO_APPROVAL_MS } from './approving';
import type { TransferState } from './states';
import type { Transition, TransferStep } from './steps';
import { TRANSITIONS, type Condition, type StateOrNone } from './transitions';

export { TRANSITIONS, type StateOrNone } from './transitions';
export { CLOCK_STATES, IDLE_STATES, hasDeadline, isClockRunning } from './state-sets';

/** The traits of a route that steps depend on. */
export type RouteFacts = Pick<
  RouteRule,
  'handledBy' | 'receiverClock' | 'approvals' | 'keeping' | 'receiver' | 'required' | 'optional'
>;

/** What is known of the attempt beside its state. Each line names what counts when the field is left out. */
export interface Circumstances {
  /** Approvals still to come, in their order. Left out: all of the route's. */
  readonly pending?: readonly Approver[];
  /** Who gave the last approval. Left out: nobody has. */
  readonly lastGiven?: Approver | undefined;
  /** Whether the way can be started already. Left out: it can. */
  readonly isOpen?: boolean;
  /** Whether the rulebook lets the graduate revoke a transfer the school has approved. Left out: it does not. */
  readonly isRevocable?: boolean;
  /** Whether everything so far was recorded by others on the graduate's behalf. Left out: the graduate has acted. */
  readonly isUntouched?: boolean;
  /** Whether anything is left to do on paper. Left out: there is. */
  readonly isPaperLeft?: boolean;
  /** The step on paper that is ticked, or whose tick is taken back. Left out: none. */
  readonly paper?: Pick<OfflineStep, 'who' | 'opens'> | undefined;
  /** The state it was in before the college, today, wrote down what the official list shows, while nothing has happened since. Left out: none. */
  readonly cameFrom?: TransferState | undefined;
}

/** What nobody but the graduate and the college may know: sealed fields, or an employer that must not be named. */
const isSecret = ({ handledBy, receiver, required, optional }: RouteFacts): boolean =>
  (handledBy === 'graduate' && receiver === null) || [...required, ...optional].some(isSealed);

/**
 * Whether a secretary is told only that the college handles it. This holds for more routes than the secret ones: if it
 * stood for those alone, the words themselves would give the secret away.
 */
export const isCollegeAffair = (route: RouteFacts): boolean =>
  route.handledBy === 'college' || isSecret(route);

type Holds = (route: RouteFacts, circumstances: Circumstances, to: TransferState) => boolean;

const isNext =
  (approver: Approver, isLast: boolean): Holds =>
  (route, { pending = route.approvals }) =>
    pending[0] === approver && (pending.length === 1) === isLast;

const isPaperOf =
  (who: OfflineStep['who']): Holds =>
  (_, { paper }) =>
    paper?.who === who;

const HOLDS: Readonly<Record<Condition, Holds>> = {
  'by-graduate': ({ handledBy }) => handledBy === 'graduate',
  'by-college': ({ handledBy }) => handledBy === 'college',
  'with-clock': ({ receiverClock }) => receiverClock,
  'no-paper-left': (_, { isPaperLeft = true }) => !isPaperLeft,
  'paper-of-graduate': isPaperOf('graduate'),
  'paper-of-secretary': isPaperOf('secretary'),
  'paper-of-college': isPaperOf('college'),
  'paper-from-submission': (_, { paper }) => paper?.opens === 'submitted',
  'window-open': (_, { isOpen = true }) => isOpen,
  'window-closed': (_, { isOpen = true }) => !isOpen,
  'secretary-then-more': isNext('secretary', false),
  'secretary-last': isNext('secretary', true),
  'college-then-more': isNext('college', false),
  'college-last': isNext('college', true),
  'secretary-gave-last': (_, { lastGiven }) => lastGiven === 'secretary',
  revocable: (_, { isRevocable = false }) => isRevocable,
  kept: ({ keeping }) => keeping !== null,
  untouched: (_, { isUntouched = false }) => isUntouched,
  'not-secret': (route) => !isSecret(route),
  'came-from-there': (_, { cameFrom }, to) => cameFrom === to,
};

const holds = (
  { when, to }: Transition,
  route: RouteFacts | undefined,
  circumstances: Circumstances = {},
): boolean => !route || when.every((condition) => HOLDS[condition](route, circumstances, to));

export interface Move {
  readonly state: StateOrNone;
  readonly step: TransferStep;
  readonly actor: Actor;
  /** The route the step is about: for `choose-way` the new one. */
  readonly route: RouteFacts;
  readonly circumstances?: Circumstances;
  /** Checked where the property is there, even if it is undefined. */
  readonly reason?: string | undefined;
  /** Whether the actor looked at the official list. Checked where the property is there. */
  readonly seenOnSystem?: boolean | undefined;
  /** Epoch ms; null where no clock runs. Checked where `now` is given, too. */
  readonly deadlineAt?: number | null;
  /** When the last approval was given, epoch ms. Checked where `now` is given, too. */
  readonly approvedAt?: number | null;
  readonly now?: number;
}

/** The rows of the table by `<state> <step>`. */
const BY_MOVE: ReadonlyMap<string, readonly Transition[]> = TRANSITIONS.reduce(
  (rows, line) =>
    rows.set(`${line.from} ${line.step}`, [...(rows.get(`${line.from} ${line.step}`) ?? []), line]),
  new Map<string, readonly Transition[]>(),
);

const illegal = ({ state, step }: Pick<Move, 'state' | 'step'>): Result<never> =>
  fail('TRANSFER_ILLEGAL_STEP', undefined, { state, step });

const isTooEarly = ({ deadlineAt, now }: Move): boolean =>
  deadlineAt !== undefined && now !== undefined && (deadlineAt === null || now < deadlineAt);

const isTooLate = ({ approvedAt, now }: Move): boolean =>
  approvedAt !== undefined && now !== undefined && now - (approvedAt ?? 0) > UNDO_APPROVAL_MS;

const unmetNeed = ({ needs }: Transition, move: Move): Result<never> | undefined => {
  if (needs.includes('reason') && 'reason' in move && !move.reason) return fail('REASON_REQUIRED', 'reason');
  if (needs.includes('evidence') && 'seenOnSystem' in move && move.seenOnSystem !== true)
    return fail('FORBIDDEN');
  if (needs.includes('deadline-passed') && isTooEarly(move)) return illegal(move);
  if (needs.includes('within-undo') && isTooLate(move)) return fail('UNDO_TOO_LATE');
  return undefined;
};

/**
 * Where a step leads. `TRANSFER_ILLEGAL_STEP` (detail: state, step) when the table has no such line or the
 * deadline is still to come, `FORBIDDEN` when somebody else may take it or nobody looked at the list, `REASON_REQUIRED`
 * for an empty reason, `UNDO_TOO_LATE` when the minutes to take an approval back are over.
 */
export const nextState = (move: Move): Result<TransferState> => {
  const { state, step, actor, route, circumstances } = move;
  const lines = (BY_MOVE.get(`${state} ${step}`) ?? []).filter((line) => holds(line, route, circumstances));
  if (lines.length === 0) return illegal(move);
  const line = lines.find(({ by }) => by.includes(actor));
  if (!line) return fail('FORBIDDEN');
  return unmetNeed(line, move) ?? ok(line.to);
};

/** Steps an actor may take now; without a route, those that some route allows. */
export const stepsFor = (
  state: StateOrNone,
  actor: Actor,
  route?: RouteFacts,
  circumstances?: Circumstances,
): TransferStep[] => {
  const lines = TRANSITIONS.filter(
    (line) => line.from === state && line.by.includes(actor) && holds(line, route, circumstances),
  );
  return [...new Set(lines.map(({ step }) => step))];
};

/** A submission is a new attempt: its own number, clock and notices. */
export const startsAttempt = (step: TransferStep): boolean => step === 'submit' || step === 'register';

/** Whether the form is open to the graduate: they can hand in from this state. */
export const isEditable = (state: TransferState): boolean => stepsFor(state, 'graduate').some(startsAttempt);

/** Attempts count submissions: 0 before the first one. */
export const attemptAfter = (attempt: number, step: TransferStep): number =>
  startsAttempt(step) ? attempt + 1 : attempt;
