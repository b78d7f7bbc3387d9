/** Every step of a transfer goes through here: record and event in one transaction, then it is told. */
import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import { begunAnew } from '../kernel/begun';
import { endAsked } from '../notices/end-asked';
import { isSamePlace, placeOfCollege, placeToTell, type Place } from '../notices/place';
import { tellNow } from '../notices/telling/tell-events';
import type { Ports } from '../platform/ports';
import type { Member, Transfer } from '../store/records';
import { followArrival } from '../resets/follow-arrival';
import { seasonShown } from '../season/season';
import { rulesOf } from '../season/rules-of';
import { applyStep, completeByItself, type StepRequest } from './apply-step';
import { isSecretaryAsked } from './circumstances';
import { ownIdOf } from './load';

const isAsked = (transfer: Transfer, { route }: StepRequest): boolean =>
  isSecretaryAsked(transfer, route ?? rulesOf(transfer).route);

/** Where no secretary has a part in it, nothing is decided by the branch and nobody of it is told. */
const placeOf = (ports: Ports, transfer: Transfer, request: StepRequest): Promise<Place> =>
  isAsked(transfer, request) ? placeToTell(ports, transfer) : placeOfCollege(ports, transfer);

/** A step on the transfer with this id; what it asks for may hang on the record. */
interface Asked {
  readonly id: string;
  readonly requestOf: (transfer: Transfer) => StepRequest;
  readonly placeFor: (transfer: Transfer, request: StepRequest) => Promise<Place>;
}

const take = async (ports: Ports, { id, requestOf, placeFor }: Asked): Promise<Result<Transfer>> => {
  // Until when a message is held and who has an office are asked once more before it leaves.
  const loaded = begunAnew(() => seasonShown(ports));
  const taken = await ports.store.transact(async (tx) => {
    const season = await loaded();
    const transfer = await tx.get('transfers', id);
    if (!transfer) return fail('NOT_FOUND');
    const request = requestOf(transfer);
    const place = await placeFor(transfer, request);
    const told = { before: transfer, place, season, request };
    if (request.repeated?.(transfer)) return ok({ transfer, events: [], ...told });
    if (request.version !== undefined && request.version !== transfer.version)
      return fail('TRANSFER_VERSION_STALE');
    const now = ports.clock.now();
    const applied = await applyStep(tx, place, { transfer, request, now });
    const done = applied.ok ? await completeByItself(tx, place, applied.data, now) : applied;
    if (!done.ok) return done;
    await request.also?.(tx, now);
    return ok({ ...done.data, ...told });
  });
  if (!taken.ok) return taken;
  const { before, transfer, events, place, season, request } = taken.data;
  const about = { of: 'transfer', transfer } as const;
  await Promise.all([
    request.isToldByTimer ? undefined : tellNow(ports, events, { about, place, season }),
    events.length > 0 ? endAsked(ports, before, transfer) : undefined,
    events.length > 0 ? followArrival(ports, before, transfer) : undefined,
    events.length > 0 ? request.follow?.() : undefined,
  ]);
  return ok(transfer);
};

/**
 * Takes a step on a stored transfer the caller has already been allowed to see.
 * `TRANSFER_VERSION_STALE` when it changed since; the lifecycle's failures otherwise.
 */
export const takeStep = (ports: Ports, seen: Transfer, request: StepRequest): Promise<Result<Transfer>> => {
  const early = begunAnew(() => placeOf(ports, seen, request));
  return take(ports, {
    id: seen._id,
    requestOf: () => request,
    placeFor: async (transfer) => {
      const seenPlace = await early();
      const isAsSeen = isSamePlace(transfer, seen) && isAsked(transfer, request) === isAsked(seen, request);
      return isAsSeen ? seenPlace : placeOf(ports, transfer, request);
    },
  });
};

/** The same on the caller's own latest transfer, which nobody has read yet. `TRANSFER_ILLEGAL_STEP` where there is none. */
export const takeOwnStep = async (
  ports: Ports,
  member: Member,
  requestOf: (transfer: Transfer) => StepRequest,
): Promise<Result<Transfer>> => {
  const id = await ownIdOf(ports, member);
  if (id === undefined) return fail('TRANSFER_ILLEGAL_STEP');
  const placeFor: Asked['placeFor'] = (transfer, request) => placeOf(ports, transfer, request);
  const done = await take(ports, { id, requestOf, placeFor });
  return !done.ok && done.error.code === 'NOT_FOUND' ? fail('TRANSFER_ILLEGAL_STEP') : done;
};
