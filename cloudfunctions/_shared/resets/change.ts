/** Every change of a reset request: record and event in one transaction, then it is told. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { ResetState } from '../../../miniprogram/domain/transfer/reset-states';
import { toldOfReset } from '../../../miniprogram/domain/reminding/told';
import { putEvent } from '../events/audit';
import { begunAnew } from '../kernel/begun';
import type { ActingPerson } from '../kernel/actor';
import { isSamePlace, readPlace, type Place } from '../notices/place';
import { tellNow } from '../notices/telling/tell-events';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { College, Event, ResetRequest } from '../store/records';
import { seasonShown } from '../season/season';

type OfGraduate = 'request' | 'reveal' | 'report' | 'solve';
type OfStaff = 'issue' | 'escalate' | 'hand-over' | 'close-request';

export interface ResetChange {
  readonly action: OfGraduate | OfStaff | 'expire';
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

/** What happened to a request, and the event of it that is still to be told. */
export interface Changed {
  readonly request: ResetRequest;
  readonly event: Event;
}

/** Writes a request in its new state with its event. */
export const putRequest = (
  tx: Transaction,
  {
    request,
    change: { action, actor },
    now,
  }: { request: ResetRequest; change: Pick<ResetChange, 'action' | 'actor'>; now: number },
): Changed => {
  const { _id: subjectId, state, version } = request;
  tx.put('resetRequests', request);
  const entry = { subjectId, key: version, action, actor, at: now, facts: { to: state } };
  return { request, event: putEvent(tx, entry, toldOfReset(state).length > 0 ? now : null) };
};

/** After the commit. */
export const tellChanged = async (ports: Ports, { request, event }: Changed, place: Place): Promise<void> => {
  if (event.tellAt === null) return;
  const season = await seasonShown(ports);
  await tellNow(ports, [event], { about: { of: 'reset', request }, place, season });
};

/** Changes a stored request the caller has already been allowed to see. */
export const changeRequest = async (
  ports: Ports,
  seen: ResetRequest,
  change: ResetChange,
): Promise<Result<ResetRequest>> => {
  const loaded = begunAnew(() => readPlace(ports, seen));
  const changed = await ports.store.transact(async (tx) => {
    const seenPlace = await loaded();
    const before = await tx.get('resetRequests', seen._id);
    if (!before) return fail('NOT_FOUND');
    const now = ports.clock.now();
    if (!change.from.includes(before.state)) return fail('RESET_ILLEGAL_STEP');
    const place = isSamePlace(before, seen) ? seenPlace : await readPlace(ports, before);
    const more = change.change?.(before, now, place.college) ?? ok({});
    if (!more.ok) return more;
    const request = { ...before, state: change.to, version: before.version + 1, ...more.data };
    const put = putRequest(tx, { request, change, now });
    await change.also?.(tx, now);
    return ok({ put, place });
  });
  if (!changed.ok) return changed;
  await tellChanged(ports, changed.data.put, changed.data.place);
  return ok(changed.data.put.request);
};
