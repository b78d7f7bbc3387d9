/** A waiting request is with whoever answers codes in its branch: it changes hands when its owner moves or they leave. */
import { ok } from '../../../miniprogram/domain/errors';
import { resetHandlerOf, secretaryNoticeIds } from '../../../miniprogram/domain/reminding/plan-reset';
import { SYSTEM } from '../kernel/actor';
import { openOutbox, type Outbox, type OutboxOwner } from '../notices/outbox';
import { touchBranch } from '../store/touch-member';
import { PAGING } from '../kernel/policy';
import type { Ports } from '../platform/ports';
import type { Transaction } from '../store/ports';
import type { ResetRequest } from '../store/records';
import { putRequest } from './change';
import { teacherHandler } from './escalate';

/** To be called within the transaction, once the request stands in its new place. */
export type HandOver = (tx: Transaction, owner: { readonly isSecretary: boolean }) => Promise<void>;

const handed = (request: ResetRequest, outbox: Outbox, isSecretary: boolean, now: number): ResetRequest => {
  const secretary = outbox.branch?.secretaries[0];
  const { role, state } = resetHandlerOf({ isSecretary, branchHasSecretary: secretary !== undefined });
  const next = { ...request, version: request.version + 1, state };
  return role === 'secretary'
    ? { ...next, handler: { role, name: secretary?.name ?? request.handler.name } }
    : { ...next, handler: teacherHandler(outbox.college), escalatedAt: now, escalatesAt: null };
};

/**
 * Reads, before the transaction, who answers where the owner will be. The hour at which it escalates stays. Nobody
 * asked for it by itself, so whoever caused it is told as well. Nothing when the request does not wait.
 */
export const openHandOver = async (
  ports: Ports,
  { _id: requestId, state }: ResetRequest,
  owner: OutboxOwner,
): Promise<HandOver | undefined> => {
  if (state !== 'waiting') return undefined;
  const outbox = await openOutbox(ports, owner);
  return async (tx, { isSecretary }) => {
    const before = await tx.get('resetRequests', requestId);
    if (before?.state !== 'waiting') return;
    const now = ports.clock.now();
    const request = handed(before, outbox, isSecretary, now);
    const action = request.state === 'waiting' ? 'hand-over' : 'escalate';
    const change = { action, actor: SYSTEM, outdated: secretaryNoticeIds(requestId) } as const;
    await putRequest(tx, outbox, { request, change, now });
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
    await store.transact(async (tx) => {
      await handOver?.(tx, { isSecretary: false });
      return ok(undefined);
    });
  }
};
