/** Every change of a reset request: record and event in one transaction, then it is told. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { ResetState } from '../../../miniprogram/domain/transfer/reset-states';
import { toldOfReset } from '../../../miniprogram/domain/reminding/told';
import { putEvent } from '../events/audit';
import { begunAnew } from '../kernel/begun';
import { SYSTEM, type ActingPerson } from '../kernel/actor';
import { endAskedForCode } from '../notices/end-asked';
import { isSamePlace, readPlace, type Place } from '../notices/place';
import { tellNow } from '../notices/telling/tell-events';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { College, Event, ResetRequest } from '../store/records';
import { seasonShown } from '../season/season';
import { requestAt } from './by-clock';

type OfGraduate = 'request' | 'reveal' | 'report' | 'solve';
type OfStaff = 'issue' | 'escalate' | 'hand-over' | 'close-request';

export interface ResetChange {
  readonly action: OfGraduate | OfStaff | 'expire';
  readonly actor: ActingPerson;
  /** States at that moment which the change may start from; `RESET_ILLEGAL_STEP` otherwise. */
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
  readonly isUntold?: Put['isUntold'];
}

/** What happened to a request, and the event of it that is still to be told. */
export interface Changed {
  readonly request: ResetRequest;
  readonly event: Event;
}

interface Put {
  readonly request: ResetRequest;
  readonly change: Pick<ResetChange, 'action' | 'actor'>;
  readonly now: number;
  /** Whether nobody is told of this: something else follows in the same transaction, or they hear of its cause. */
  readonly isUntold?: boolean | undefined;
}

/** Writes a request in its new state with its event. */
export const putRequest = (
  tx: Transaction,
  { request, change: { action, actor }, now, isUntold = false }: Put,
): Changed => {
  const { _id: subjectId, state, version } = request;
  tx.put('resetRequests', request);
  const entry = { subjectId, key: version, action, actor, at: now, facts: { to: state } };
  const isTold = !isUntold && toldOfReset(state).length > 0;
  return { request, event: putEvent(tx, entry, isTold ? now : null) };
};

/** After the commit. */
export const tellChanged = async (ports: Ports, { request, event }: Changed, place: Place): Promise<void> => {
  if (event.tellAt === null) return;
  const season = await seasonShown(ports);
  await tellNow(ports, [event], { about: { of: 'reset', request }, place, season });
};

interface Found {
  /** As it is stored. */
  readonly stored: ResetRequest;
  readonly now: number;
  readonly college: College | undefined;
}

/** Reads a request anew, changes it in one transaction, and tells of it. */
const inOneTransaction = async (
  ports: Ports,
  seen: ResetRequest,
  put: (tx: Transaction, found: Found) => Promise<Result<Changed>>,
): Promise<Result<ResetRequest>> => {
  const loaded = begunAnew(() => readPlace(ports, seen));
  const changed = await ports.store.transact(async (tx) => {
    const seenPlace = await loaded();
    const stored = await tx.get('resetRequests', seen._id);
    if (!stored) return fail('NOT_FOUND');
    const place = isSamePlace(stored, seen) ? seenPlace : await readPlace(ports, stored);
    const done = await put(tx, { stored, now: ports.clock.now(), college: place.college });
    return done.ok ? ok({ put: done.data, place, before: stored.state }) : done;
  });
  if (!changed.ok) return changed;
  const { put: done, place, before } = changed.data;
  await Promise.all([tellChanged(ports, done, place), endAskedForCode(ports, before, done.request)]);
  return ok(done.request);
};

/** Writes down what the clock has decided; nothing where it has decided nothing. */
const putByClock = (
  tx: Transaction,
  { stored, now, college }: Found,
  { isUntold }: Pick<Put, 'isUntold'>,
): Changed | undefined => {
  const request = requestAt(stored, now, college);
  if (request === stored) return undefined;
  const action = request.state === 'escalated' ? 'escalate' : 'expire';
  const change = { action, actor: SYSTEM } as const;
  return putRequest(tx, { request: { ...request, version: stored.version + 1 }, change, now, isUntold });
};

/** What the clock has decided about a request; `RESET_ILLEGAL_STEP` where it has decided nothing. */
export const settleByClock = (ports: Ports, seen: ResetRequest): Promise<Result<ResetRequest>> =>
  inOneTransaction(ports, seen, async (tx, found) => {
    const put = putByClock(tx, found, {});
    return put ? ok(put) : fail('RESET_ILLEGAL_STEP');
  });

/** Changes a stored request the caller has already been allowed to see. */
export const changeRequest = (
  ports: Ports,
  seen: ResetRequest,
  change: ResetChange,
): Promise<Result<ResetRequest>> =>
  inOneTransaction(ports, seen, async (tx, found) => {
    const { now, college } = found;
    const before = putByClock(tx, found, { isUntold: true })?.request ?? found.stored;
    if (!change.from.includes(before.state)) return fail('RESET_ILLEGAL_STEP');
    const more = change.change?.(before, now, college) ?? ok({});
    if (!more.ok) return more;
    const request = { ...before, ...more.data, state: change.to, version: before.version + 1 };
    const put = putRequest(tx, { request, change, now, isUntold: change.isUntold });
    await change.also?.(tx, now);
    return ok(put);
  });
