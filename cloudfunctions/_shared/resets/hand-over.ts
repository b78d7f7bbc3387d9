/** A waiting request is with whoever answers codes in its branch: it changes hands when its owner moves or they leave. */
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
 * To be called within the transaction, once the request stands in its new place. The timer tells of it, unless whoever
 * committed does so before.
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
 * Reads, before the transaction, who answers where the owner will be. The hour at which it escalates stays. Nobody
 * asked for it by itself, so whoever caused it is told as well. Nothing when the request does not wait.
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
  // Whoever is just asking the one who left has to begin again, and asks another.
  await touchBranch(store, branchId);
  const [{ records, unreadable }, waiting] = await Promise.all([
    store.lookUp('branches', [branchId]),
    store.find('resetRequests', {
      where: { branchId, state: 'waiting' },
      orderBy: ['requestedAt', 'asc'],
      limit: PAGING.queue,
    }),
  ]);
  // Who is left to answer cannot be told.
  if (unreadable.size > 0) return;
  const names = records.flatMap(({ secretaries }) => secretaries.map(({ name }) => name));
  for (const request of waiting.filter(({ handler }) => !names.includes(handler.name))) {
    const handOver = await openHandOver(ports, request, request);
    // One that was answered meanwhile, or that meets a rival, stays: the timer escalates it in its hour.
    const handed = await store.transact(async (tx) => ok(await handOver?.(tx, { isSecretary: false })));
    if (handed.ok && handed.data) await tellEvents(ports, [handed.data]);
  }
};

/** More than a college has waiting at once. */
const MOST = 1000;

/** Those a teacher is to answer who is none of the college any more. */
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
 * After a teacher has left these colleges: what they were to answer names who is left, or the office. The others see it
 * as before, and were told when it came; so nothing is told, and the request keeps its version.
 */
export const handOverColleges = async (ports: Ports, collegeIds: readonly string[]): Promise<void> => {
  const { records: colleges } = await ports.store.lookUp('colleges', collegeIds);
  for (const college of colleges) {
    const handler = teacherHandler(college);
    for (const { _id, handler: seen } of await leftByTeachers(ports, college)) {
      // One that was answered meanwhile is theirs who answered; one that meets a rival is named by that.
      await ports.store.transact(async (tx) => {
        const request = await tx.get('resetRequests', _id);
        if (request?.state === 'escalated' && request.handler.name === seen.name)
          tx.put('resetRequests', { ...request, handler });
        return ok(undefined);
      });
    }
  }
};
