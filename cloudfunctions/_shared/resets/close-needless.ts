/** Whose transfer is through needs no code for it any more: nobody goes on looking for one. */
import { ok } from '../../../miniprogram/domain/errors';
import { resetStateAt, UNANSWERED_RESETS } from '../../../miniprogram/domain/transfer/reset-states';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { CODE_NEEDLESS } from '../../../miniprogram/domain/words/reset-states';
import { describeBug } from '../kernel/bugs';
import { SYSTEM } from '../kernel/actor';
import type { Ports } from '../platform/ports';
import type { Transfer } from '../store/records';
import { byOffice } from './by-office';
import { changeRequest } from './change';
import { latestRequest } from './load';

const THROUGH: readonly TransferState[] = ['accepted', 'completed'];

/** Whoever asks after that has a reason of their own. */
const hasComeThrough = (before: Transfer, after: Transfer): boolean =>
  THROUGH.includes(after.state) && !THROUGH.includes(before.state);

const close = async (ports: Ports, memberId: string): Promise<void> => {
  const seen = await latestRequest(ports, memberId);
  if (!seen || !UNANSWERED_RESETS.some((state) => state === resetStateAt(seen, ports.clock.now()))) return;
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

/** After a step was committed, which stands whatever comes of this. A code that was given stays until it expires. */
export const closeNeedless = async (ports: Ports, before: Transfer, after: Transfer): Promise<void> => {
  if (!hasComeThrough(before, after)) return;
  try {
    await close(ports, after.memberId);
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};
