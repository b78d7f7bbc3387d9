import { keepingOf, type Keeping } from '../../../miniprogram/domain/transfer/keeping';
import { rulesOf } from './rules-of';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';

/** How long the school keeps a stored transfer; null for one that nobody keeps. */
export const keepingIn = (transfer: Transfer): Keeping | null => {
  if (transfer.state !== 'recorded') return null;
  const { rulebook, route } = rulesOf(transfer);
  return keepingOf(rulebook, route, { state: transfer.state, timeline: timelineOf(transfer) });
};
