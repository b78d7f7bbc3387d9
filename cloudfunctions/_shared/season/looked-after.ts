import { rulesOf } from './rules-of';
import { outlasts } from './standing-in';
import type { Transfer } from '../store/records';

/** Whether the college handles it and it was not taken back: the college answers for it beyond the season. */
const isWithCollege = (transfer: Transfer): boolean =>
  rulesOf(transfer).route.handledBy === 'college' && !['draft', 'withdrawn'].includes(transfer.state);

/** Sent back and not handed in again while the season was open: nobody works on it any more. */
const isGivenUp = ({ state }: Transfer): boolean => ['returned', 'refused', 'lapsed'].includes(state);

/** Whether this transfer is still under way after its season. Purging and the wiping of pictures leave it alone until it is finished or closed. */
export const isLookedAfter = (transfer: Transfer): boolean =>
  isWithCollege(transfer) || (outlasts(transfer) && !isGivenUp(transfer));
