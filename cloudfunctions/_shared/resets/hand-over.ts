/** A waiting request belongs to whoever answers codes in its branch. It changes hands when its owner moves or that person leaves. */
import { ok } from '../../../miniprogram/domain/errors';
import { resetHandlerOf } from '../../../miniprogram/domain/reminding/reset-hours';
import { resetStateAt } from '../../../miniprogram/domain/transfer/reset-states';
import { SYSTEM } from '../kernel/actor';
import { readPlace, type Owner, type Place } from '../notices/place';
import { tellEvents } from '../notices/telling/tell-events';
import { touchBranch } from '../store/touch-member';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { College, Event, ResetRequest } from '../store/records';
import { putRequest } from './change';
import { teacherHandler, withTeacher } from './by-clock';

/**
 * Hands the request over. Call it within the transaction, after the request was written to its new place. Resolves to the
 * event of it, which the caller may tell after the commit; otherwise the timer does.
 */
export type HandOver = (
  tx: Transaction,
  owner: { readonly isSecretary: boolean },
) => Promise<Event | undefined>;

/** Whether a secretary is still to answer it: not once its hour to go to the teacher has come. */
const isWaiting = (request: ResetRequest, now: number): boolean => resetStateAt(request, now) === 'waiting';

/** The request as it waits for whoever answers in its place; the hour at which it escalates stays where a secretary does. */
export const handed = (
  request: ResetRequest,
  place: Pick<Place, 'branch' | 'college'>,
  isSecretary: boolean,
  now: number,
): ResetRequest => {
  const secretary = place.branch?.secretaries[0];
  const goes = resetHandlerOf({ isSecretary, branchHasSecretary: secretary !== undefined });
  const next = { ...request, version: request.version + 1 };
  const { college } = place;
  return goes.role === 'secretary'
    ? { ...next, handler: { role: goes.role, name: secretary?.name ?? request.handler.name } }
    : withTeacher(next, { at: now, cause: goes.cause, reason: null, college });
};

/**
 * Reads, before the transaction, who answers codes where the owner will be. The hour at which the request escalates
 * stays. It happens by itself, so the person who caused it is told as well. Undefined when the request does not wait.
 */
export const openHandOver = async (
  ports: Ports,
  request: ResetRequest,
  owner: Pick<Owner, 'branchId' | 'collegeId'>,
): Promise<HandOver | undefined> => {
  if (!isWaiting(request, ports.clock.now())) return undefined;
  const place = await readPlace(ports, owner);
  return async (tx, { isSecretary }) => {
    const before = await tx.get('resetRequests', request._id);
    const now = ports.clock.now();
    if (!before || !isWaiting(before, now)) return undefined;
    const after = handed(before, place, isSecretary, now);
    const action = after.state === 'waiting' ? 'hand-over' : 'escalate';
    return putRequest(tx, { request: after, change: { action, actor: SYSTEM }, now }).event;
  };
};

/** After a secretary has left a branch: those they were to answer go to another of its secretaries, or to the teacher. */
export const handOverBranch = async (ports: Ports, branchId: string): Promise<void> => {
  const { store } = ports;
  // A request that is being made at this moment conflicts with this write, runs again and finds somebody else.
  await touchBranch(store, branchId);
  const [{ records, unreadable }, waiting] = await Promise.all([
    store.lookUp('branches', [branchId]),
    store.find('resetRequests', {
      where: { branchId, state: 'waiting' },
      orderBy: ['requestedAt', 'asc'],
      limit: PAGING.queue,
    }),
  ]);
  // The branch cannot be read, so nobody knows who is left to answer.
  if (unreadable.size > 0) return;
  const names = records.flatMap(({ secretaries }) => secretaries.map(({ name }) => name));
  for (const request of waiting.filter(({ handler }) => !names.includes(handler.name))) {
    const handOver = await openHandOver(ports, request, request);
    // A request that was answered meanwhile stays as it is; one that conflicts stays, too, and escalates in its hour.
    const handed = await store.transact(async (tx) => ok(await handOver?.(tx, { isSecretary: false })));
    if (handed.ok && handed.data) await tellEvents(ports, [handed.data]);
  }
};

/** More than a college has waiting at once. */
const MOST = 1000;

/** Requests that name somebody as their teacher who is no teacher of this college any more. */
const leftByTeachers = async (
  { store }: Ports,
  { _id: collegeId, teachers }: College,
): Promise<ResetRequest[]> => {
  const where = { collegeId, state: 'escalated' as const };
  const open = await store.find('resetRequests', { where, orderBy: ['requestedAt', 'asc'], limit: MOST });
  const names = teachers.map(({ name }) => name);
  return open.filter(({ handler }) => handler.role === 'teacher' && !names.includes(handler.name));
};

/**
 * After a teacher has left these colleges: the requests that named them name another teacher, or the office. The other
 * teachers see these requests as before and were told of them when they came. So nobody is told now, and the version stays.
 */
export const handOverColleges = async (ports: Ports, collegeIds: readonly string[]): Promise<void> => {
  const { records: colleges } = await ports.store.lookUp('colleges', collegeIds);
  for (const college of colleges) {
    const handler = teacherHandler(college);
    for (const { _id, handler: seen } of await leftByTeachers(ports, college)) {
      // A request that was answered meanwhile keeps the name of whoever answered it.
      await ports.store.transact(async (tx) => {
        const request = await tx.get('resetRequests', _id);
        if (request?.state === 'escalated' && request.handler.name === seen.name)
          tx.put('resetRequests', { ...request, handler });
        return ok(undefined);
      });
    }
  }
};
