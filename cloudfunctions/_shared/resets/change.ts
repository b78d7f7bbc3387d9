/** Every change of a reset request: record, audit and notices in one transaction. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { ResetState } from '../../../miniprogram/domain/people/reset-states';
import { planForReset } from '../../../miniprogram/domain/reminding/plan-reset';
import { putAudit } from '../events/audit';
import { begunAnew } from '../kernel/begun';
import type { ActingPerson } from '../kernel/actor';
import { isSameOwner, openOutbox, type Outbox } from '../notices/outbox';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { College, ResetRequest } from '../store/records';
import { rulebookNamed } from '../season/season';

export interface ResetChange {
  readonly action: 'request' | 'issue' | 'reveal' | 'report' | 'escalate' | 'hand-over' | 'expire';
  readonly actor: ActingPerson;
  /** States the change may start from; `RESET_ILLEGAL_STEP` otherwise. */
  readonly from: readonly ResetState[];
  readonly to: ResetState;
  /** What else changes; may refuse. */
  readonly change?: (
    request: ResetRequest,
    now: number,
    college: College | undefined,
  ) => Result<Partial<ResetRequest>>;
  /** Further records of the same transaction. */
  readonly also?: (tx: Transaction, now: number) => Promise<void>;
}

interface Change extends Pick<ResetChange, 'action' | 'actor'> {
  /** Plan ids that must not go out any more, besides those that always go with the new state. */
  readonly outdated?: readonly string[];
}

/** Writes a request in its new state with its audit entry and notices. */
export const putRequest = async (
  tx: Transaction,
  outbox: Outbox,
  { request, change, now }: { request: ResetRequest; change: Change; now: number },
): Promise<void> => {
  const { _id: requestId, state, requestedAt, memberName, branchName, escalationReason } = request;
  const { action, actor, outdated = [] } = change;
  const rulebook = rulebookNamed(request.rulebookId);
  tx.put('resetRequests', request);
  putAudit(tx, { subjectId: requestId, key: request.version, action, actor, at: now, facts: { to: state } });
  const { plan, cancel } = planForReset({ requestId, state, actor: actor.role, requestedAt, now, rulebook });
  await outbox.put(
    tx,
    { plan, cancel: [...cancel, ...outdated] },
    {
      memberName,
      branchName,
      rulebook,
      reason: escalationReason,
      byName: actor.name,
      expiresAt: request.expiresAt,
      escalatesAt: request.escalatesAt,
    },
    actor,
  );
};

/** Changes a stored request the caller has already been allowed to see. */
export const changeRequest = async (
  ports: Ports,
  seen: ResetRequest,
  change: ResetChange,
): Promise<Result<ResetRequest>> => {
  const loaded = begunAnew(() => openOutbox(ports, seen));
  return ports.store.transact(async (tx) => {
    const opened = await loaded();
    const before = await tx.get('resetRequests', seen._id);
    if (!before) return fail('NOT_FOUND');
    const now = ports.clock.now();
    if (!change.from.includes(before.state)) return fail('RESET_ILLEGAL_STEP');
    // A change made since it was seen has planned notices that were not open yet; elsewhere others are told.
    const isAsSeen = before.version === seen.version && isSameOwner(before, seen);
    const outbox = isAsSeen ? opened : await openOutbox(ports, before);
    const more = change.change?.(before, now, outbox.college) ?? ok({});
    if (!more.ok) return more;
    const request = { ...before, state: change.to, version: before.version + 1, ...more.data };
    await Promise.all([putRequest(tx, outbox, { request, change, now }), change.also?.(tx, now)]);
    return ok(request);
  });
};
