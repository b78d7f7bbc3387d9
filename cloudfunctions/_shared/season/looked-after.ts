import { rulesOf } from './rules-of';
import { outlasts } from './standing-in';
import type { Transfer } from '../store/records';

/** Handed to the college and not taken back: it answers for them beyond the season. */
const isWithCollege = (transfer: Transfer): boolean =>
  rulesOf(transfer).route.handledBy === 'college' && !['draft', 'withdrawn'].includes(transfer.state);

/** Sent back, and not handed in again while the season was open: nobody is at it any more. */
const isGivenUp = ({ state }: Transfer): boolean => ['returned', 'refused', 'lapsed'].includes(state);

/** Whoever still has something under way: what a season leaves behind spares them until it is finished or closed. */
export const isLookedAfter = (transfer: Transfer): boolean =>
  isWithCollege(transfer) || (outlasts(transfer) && !isGivenUp(transfer));
