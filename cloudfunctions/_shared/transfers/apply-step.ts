/** What a step makes of a transfer within the transaction: lifecycle, the day's limits, record, counters and event. */
import { ok, type Result } from '../../../miniprogram/domain/errors';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import type { OfflineStep } from '../../../miniprogram/domain/rules/rulebook/offline-steps';
import { nextState, type StateOrNone } from '../../../miniprogram/domain/transfer/lifecycle';
import { isPaperLeft } from '../../../miniprogram/domain/transfer/offline';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import { oneMoreToday } from '../../../miniprogram/domain/transfer/per-day';
import { heldUntil, toldOfStep } from '../../../miniprogram/domain/reminding/told';
import { putEvent, type AuditEntry } from '../events/audit';
import { SYSTEM } from '../kernel/actor';
import type { Place } from '../notices/place';
import { PER_DAY } from '../kernel/policy';
import type { Transaction } from '../store/ports';
import type { Branch, Event, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { rulesOf } from '../season/rules-of';
import { circumstancesOf } from './circumstances';
import { isOnlyAsked, moved, type Deed } from './moved';
import { paperOf } from '../season/paper';
import { putTransfer } from './put-transfer';

export interface StepRequest extends Deed {
  /** Version the actor saw. None for the timer, which decides by the stored record. */
  readonly version?: number;
  /** The route a new way leads by; the transfer's own otherwise. */
  readonly route?: RouteRule;
  /** The step on paper that is ticked, or taken back. */
  readonly paper?: OfflineStep;
  /** What else changes with the step; may refuse. */
  readonly change?: (transfer: Transfer, now: number, next: TransferState) => Result<Partial<Transfer>>;
  readonly auditFacts?: AuditEntry['facts'];
  /** Whether the record already shows this very step, as when a call is repeated. Then nothing is written and it counts as done. */
  readonly repeated?: (transfer: Transfer) => boolean;
  /** Leaves the messages to the timer: those of an earlier submission stand in the inbox already, and making them again takes time. */
  readonly isToldByTimer?: boolean;
  /** Further writes of the same transaction. */
  readonly also?: (tx: Transaction, now: number) => Promise<unknown>;
  /** Runs after the commit, beside the telling of the event. Never rejects. */
  readonly follow?: () => Promise<unknown>;
}

/** A step on a transfer as it is stored, or about to be. */
export interface Taking {
  readonly transfer: Transfer;
  readonly request: StepRequest;
  readonly now: number;
}

/** What a step came to, and the events of it that are still to be told. */
export interface Taken {
  readonly transfer: Transfer;
  readonly events: readonly Event[];
}

const LIMITS: Partial<Record<TransferStep, number>> = PER_DAY.steps;
const LIMITED_ROLES: readonly string[] = ['graduate', 'secretary'];

/** Whoever is told of a step is not told all day: the timeline knows how often it was taken. */
const withinDay = ({ transfer, request: { step, actor }, now }: Taking): Result<undefined> => {
  const most = LIMITS[step];
  if (most === undefined || !LIMITED_ROLES.includes(actor.role)) return ok(undefined);
  const taken = timelineOf(transfer).filter(
    (entry) => entry.step === step && LIMITED_ROLES.includes(entry.by.role),
  );
  return oneMoreToday(
    taken.map(({ at }) => at),
    most,
    now,
  );
};

/** Nothing has been chosen yet of a record that is about to be made. */
const stateBefore = ({ version, state }: Transfer): StateOrNone => (version === 0 ? 'none' : state);

const nextOf = ({ transfer, request, now }: Taking, branch: Branch | undefined): Result<TransferState> => {
  const { step, actor, reason, seenOnSystem } = request;
  const own = rulesOf(transfer);
  const route = request.route ?? own.route;
  return nextState({
    state: stateBefore(transfer),
    step,
    actor: actor.role,
    route,
    circumstances: circumstancesOf(transfer, {
      rulebook: own.rulebook,
      route,
      branch,
      paper: request.paper,
      now,
    }),
    reason,
    seenOnSystem,
    approvedAt: transfer.approvals.given.at(-1)?.at ?? null,
    deadlineAt: transfer.deadlineAt,
    now,
  });
};

const putStep = (
  tx: Transaction,
  { from, after, request }: { from: StateOrNone; after: Transfer; request: StepRequest },
  now: number,
): Event => {
  const { step, actor, auditFacts } = request;
  const facts = { from, to: after.state, attempt: after.attempt, ...auditFacts };
  // It is asked several times of one version, but once a day.
  const key = isOnlyAsked(request) ? `${after.version}:${now}` : after.version;
  const entry = { subjectId: after._id, key, action: step, actor, at: now, facts };
  return putEvent(
    tx,
    entry,
    toldOfStep(step, actor.role).length > 0 ? heldUntil(step, actor.role, now) : null,
  );
};

/** Applies a step to a transfer read in `tx`. Also used where the step creates the record. */
export const applyStep = async (
  tx: Transaction,
  { branch }: Pick<Place, 'branch'>,
  taking: Taking,
): Promise<Result<Taken>> => {
  const { transfer, request, now } = taking;
  const next = nextOf(taking, branch);
  if (!next.ok) return next;
  const within = withinDay(taking);
  if (!within.ok) return within;
  const change: Result<Partial<Transfer>> = request.change?.(transfer, now, next.data) ?? ok({});
  if (!change.ok) return change;
  const after = moved(transfer, { deed: request, state: next.data, branch, change: change.data, now });
  // Nothing has happened yet to a transfer that is not stored.
  const stored = await putTransfer(tx, transfer.timeline.length === 0 ? undefined : transfer, after);
  return ok({
    transfer: stored,
    events: [putStep(tx, { from: stateBefore(transfer), after, request }, now)],
  });
};

/** Nothing is left to do once it has arrived and everything on paper is done. */
export const completeByItself = async (
  tx: Transaction,
  place: Place,
  { transfer, events }: Taken,
  now: number,
): Promise<Result<Taken>> => {
  if (transfer.state !== 'accepted' || isPaperLeft(paperOf(transfer))) return ok({ transfer, events });
  const completed = await applyStep(tx, place, {
    transfer,
    request: { step: 'complete', actor: SYSTEM },
    now,
  });
  return completed.ok
    ? ok({ transfer: completed.data.transfer, events: [...events, ...completed.data.events] })
    : completed;
};
