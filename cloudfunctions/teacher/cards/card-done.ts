import { readingEarly, type EarlyReader } from '../../_shared/calls/entry';
import type { CollegeCaller } from '../../_shared/calls/identity';
import { transferNamed } from '../scope';
import { moveCard } from './move-card';

/** The 《团员证》 is stamped: nothing is left to do. */
export const cardDone: EarlyReader<'teacher', 'cardDone', CollegeCaller> = readingEarly(
  transferNamed,
  (ports, { caller, request }, named) =>
    moveCard(ports, caller, { seen: named, version: request.version, step: 'complete' }),
);

/** The last `cardDone` was meant for somebody else. */
export const cardUndo: EarlyReader<'teacher', 'cardUndo', CollegeCaller> = readingEarly(
  transferNamed,
  (ports, { caller, request }, named) =>
    moveCard(ports, caller, { seen: named, version: request.version, step: 'undo-complete' }),
);
