/** Whose transfer is through needs no code for it any more: nobody goes on looking for one, unless that was a mistake. */
import { ok } from '../../../miniprogram/domain/errors';
import { escalatesAtOf } from '../../../miniprogram/domain/reminding/reset-hours';
import {
  isUnanswered,
  resetStateAt,
  UNANSWERED_RESETS,
} from '../../../miniprogram/domain/transfer/reset-states';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { CODE_NEEDLESS } from '../../../miniprogram/domain/words/reset-states';
import { describeBug } from '../kernel/bugs';
import { SYSTEM } from '../kernel/actor';
import { readPlace } from '../notices/place';
import type { Ports } from '../platform/ports';
import { rulebookNamed } from '../season/season';
import type { College, ResetRequest, Transfer } from '../store/records';
import { touchMember } from '../store/touch-member';
import { byOffice } from './by-office';
import { changeRequest } from './change';
import { handed } from './hand-over';
import { latestRequest } from './load';

const THROUGH: readonly TransferState[] = ['accepted', 'completed'];
const isThrough = ({ state }: Transfer): boolean => THROUGH.includes(state);

const close = async (ports: Ports, seen: ResetRequest): Promise<void> => {
  if (!isUnanswered(resetStateAt(seen, ports.clock.now()))) return;
  await changeRequest(ports, seen, {
    action: 'close-request',
    actor: SYSTEM,
    from: UNANSWERED_RESETS,
    to: 'closed',
    // No act of theirs leads here from whoever was only to answer.
    change: (request) =>
      ok({ handler: byOffice(request).handler, closedReason: CODE_NEEDLESS, escalatesAt: null }),
    // They are told of the arrival.
    isUntold: true,
  });
};

type Again = (request: ResetRequest, now: number, college: College | undefined) => ResetRequest;

const withSecretary: Again = (request, now) => ({
  ...request,
  state: 'waiting',
  escalatesAt: escalatesAtOf(now, rulebookNamed(request.rulebookId)),
});

/**
 * It waits again where it waited: at a secretary's with its whole time before it goes to the teacher, and at the teacher's
 * where the branch has no secretary to ask by now. One whose branch cannot be read has a secretary as far as is known.
 */
const waitsAgain = async (ports: Ports, seen: ResetRequest): Promise<Again> => {
  if (seen.handler.role === 'teacher') return (request) => ({ ...request, state: 'escalated' });
  const [{ branch, isBranchUnreadable }, member] = await Promise.all([
    readPlace(ports, seen),
    ports.store.get('members', seen.memberId),
  ]);
  if (isBranchUnreadable) return withSecretary;
  return (request, now, college) =>
    handed(withSecretary(request, now, college), { branch, college }, member?.isSecretary ?? false, now);
};

const reopen = async (ports: Ports, seen: ResetRequest): Promise<void> => {
  if (seen.state !== 'closed' || seen.closedReason !== CODE_NEEDLESS) return;
  const again = await waitsAgain(ports, seen);
  await changeRequest(ports, seen, {
    action: 'hand-over',
    actor: SYSTEM,
    from: ['closed'],
    to: again(seen, ports.clock.now(), undefined).state,
    change: (request, now, college) => ok(again(request, now, college)),
    // Whoever is asking at this very moment begins again and finds that they wait already.
    also: async (tx) => void (await touchMember(tx, seen.memberId, { asksForCode: true })),
  });
};

/** After a step was committed, which stands whatever comes of this. A code that was given stays until it expires. */
export const followArrival = async (ports: Ports, before: Transfer, after: Transfer): Promise<void> => {
  // Whoever asks once they are through has a reason of their own.
  if (isThrough(before) === isThrough(after)) return;
  try {
    const seen = await latestRequest(ports, after.memberId);
    if (seen) await (isThrough(after) ? close : reopen)(ports, seen);
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};
