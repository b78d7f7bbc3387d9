import type { UseCase } from '../../_shared/entry';
import type { CollegeCaller } from '../../_shared/identity';
import { moveCard } from './move-card';

/** The 《团员证》 is stamped: nothing is left to do. */
export const cardDone: UseCase<'teacher', 'cardDone', CollegeCaller> = (ports, { caller, request }) =>
  moveCard(ports, caller, request, 'complete');

/** The last `cardDone` was meant for somebody else. */
export const cardUndo: UseCase<'teacher', 'cardUndo', CollegeCaller> = (ports, { caller, request }) =>
  moveCard(ports, caller, request, 'undo-complete');
