/** Every step of a transfer goes through here: lifecycle, record, audit and notices in one transaction. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { RouteRule } from '../../../miniprogram/domain/rules/rulebook';
import { nextState } from '../../../miniprogram/domain/transfer/lifecycle';
import type { TransferState, TransferStep } from '../../../miniprogram/domain/transfer/states';
import { oneMoreToday } from '../../../miniprogram/domain/transfer/per-day';
import { planFor } from '../../../miniprogram/domain/reminding/plan';
import type { NoticePlan } from '../../../miniprogram/domain/reminding/planned-notice';
import { putAudit, type AuditEntry } from '../events/audit';
import { begunAnew } from '../kernel/begun';
import { SYSTEM } from '../kernel/actor';
import { isSameOwner, openOutbox, type CauseFacts, type Outbox } from '../notices/outbox';
import { PER_DAY } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { Branch, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { seasonIn, withSeason, type CollegeSeason } from '../season/season';
import { rulesOf } from '../season/rules-of';
import { noticeFacts } from '../notices/transfer-facts';
import { circumstancesOf } from './circumstances';
import { moved, type Deed } from './moved';
import { putTransfer } from './put-transfer';

export interface StepRequest extends Deed {
  /** Version the actor saw; none for the timer, which looks at the record as it is. */
  readonly version?: number;
  /** The route a new way leads by; the transfer's own otherwise. */
  readonly route?: RouteRule;
  /** What else changes with the step; may refuse. */
  readonly change?: (transfer: Transfer, now: number, next: TransferState) => Result<Partial<Transfer>>;
  readonly auditFacts?: AuditEntry['facts'];
  /** Whether the record already shows this very step; then it is answered as it is. */
  readonly repeated?: (transfer: Transfer) => boolean;
}

/** A step on a transfer as it is stored, or about to be. */
interface Taking {
  readonly transfer: Transfer;
  readonly request: StepRequest;
  readonly season: CollegeSeason;
  readonly now: number;
}

const planAfter = ({ transfer, request: { step, actor }, season, now }: Taking): NoticePlan => {
  const { _id: transferId, attempt, state, deadlineAt, memberId } = transfer;
  const clock = { seasonId: season.id, memberId, deadlineAt: season.deadlineAt };
  const isCurrent = season.id === transfer.seasonId;
  return planFor({
    transferId,
    attempt,
    state,
    step,
    deadlineAt,
    now,
    rulebook: withSeason(rulesOf(transfer).rulebook, season),
    actor: actor.role,
    ...(isCurrent ? { season: clock } : {}),
  });
};

const causeOf = ({ transfer, request: { step, actor, reason }, season }: Taking): CauseFacts => ({
  ...noticeFacts(transfer, season),
  reason: reason ?? null,
  byName: actor.name,
  step,
});

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

const nextOf = ({ transfer, request, now }: Taking, branch: Branch | undefined): Result<TransferState> => {
  const { step, actor, reason, seenOnSystem } = request;
  const own = rulesOf(transfer);
  const route = request.route ?? own.route;
  return nextState({
    state: transfer.version === 0 ? 'none' : transfer.state,
    step,
    actor: actor.role,
    route,
    circumstances: circumstancesOf(transfer, { rulebook: own.rulebook, route, branch, now }),
    reason,
    seenOnSystem,
    approvedAt: transfer.approvals.given.at(-1)?.at ?? null,
    deadlineAt: transfer.deadlineAt,
    now,
  });
};

/** Applies a step to a transfer read in `tx`. Also used where the step creates the record. */
export const applyStep = async (
  tx: Transaction,
  outbox: Outbox,
  taking: Taking,
): Promise<Result<Transfer>> => {
  const { transfer, request, now } = taking;
  const { step, actor } = request;
  const { branch } = outbox;
  const next = nextOf(taking, branch);
  if (!next.ok) return next;
  const within = withinDay(taking);
  if (!within.ok) return within;
  const change: Result<Partial<Transfer>> = request.change?.(transfer, now, next.data) ?? ok({});
  if (!change.ok) return change;
  const after = moved(transfer, { deed: request, state: next.data, branch, change: change.data, now });
  putAudit(tx, {
    subjectId: after._id,
    key: after.version,
    action: step,
    actor,
    at: now,
    facts: { from: transfer.state, to: after.state, attempt: after.attempt, ...request.auditFacts },
  });
  const taken = { ...taking, transfer: after };
  const [stored] = await Promise.all([
    // Nothing has happened yet to a transfer that is not stored.
    putTransfer(tx, transfer.timeline.length === 0 ? undefined : transfer, after),
    outbox.put(tx, planAfter(taken), causeOf(taken), actor),
  ]);
  return ok(stored);
};

/** Nothing is left to do once it arrived on a route with nothing to do offline. */
const completeByItself = async (
  tx: Transaction,
  outbox: Outbox,
  arrived: Omit<Taking, 'request'>,
): Promise<Result<Transfer>> => {
  const { transfer } = arrived;
  if (transfer.state !== 'accepted' || rulesOf(transfer).route.offlineSteps.length > 0) return ok(transfer);
  return applyStep(tx, outbox, { ...arrived, request: { step: 'complete', actor: SYSTEM } });
};

/**
 * Takes a step on a stored transfer the caller has already been allowed to see.
 * `TRANSFER_VERSION_STALE` when it changed since; the lifecycle's failures otherwise.
 */
export const takeStep = async (
  ports: Ports,
  seen: Transfer,
  request: StepRequest,
): Promise<Result<Transfer>> => {
  const loaded = begunAnew(() => Promise.all([openOutbox(ports, seen), seasonIn(ports, seen.collegeId)]));
  return ports.store.transact(async (tx) => {
    const [opened, season] = await loaded();
    const transfer = await tx.get('transfers', seen._id);
    if (!transfer) return fail('NOT_FOUND');
    if (request.repeated?.(transfer)) return ok(transfer);
    if (request.version !== undefined && request.version !== transfer.version)
      return fail('TRANSFER_VERSION_STALE');
    // A step taken since it was seen has planned notices that were not open yet; elsewhere others are told.
    const isAsSeen = transfer.version === seen.version && isSameOwner(transfer, seen);
    const outbox = isAsSeen ? opened : await openOutbox(ports, transfer);
    const now = ports.clock.now();
    const applied = await applyStep(tx, outbox, { transfer, request, season, now });
    return applied.ok ? completeByItself(tx, outbox, { transfer: applied.data, season, now }) : applied;
  });
};
