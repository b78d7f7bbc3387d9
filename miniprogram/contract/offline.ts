/** Ticking what is done on paper: by the graduate, or for people who never come. */
import * as v from 'valibot';
import { OFFLINE_PARTS } from '../domain/transfer/offline';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { offlineView } from './offline-view';
import { id, plain, version } from './parts';

/** `part`: that it is done, or that the receipt of its letter came back; `isDone` false takes it back. */
export const ticking = {
  version,
  stepId: id,
  part: v.picklist(OFFLINE_PARTS),
  isDone: v.boolean(),
  /** Of the letter, where the step needs one. */
  number: v.optional(plain(40)),
};

export const ticked = v.object({
  version,
  state: v.picklist(TRANSFER_STATES),
  offline: v.array(offlineView),
});

export const TICK_ERRORS = [
  'NOT_FOUND',
  'TRANSFER_ILLEGAL_STEP',
  'TRANSFER_VERSION_STALE',
  'FIELD_REQUIRED',
  'TEXT_REJECTED',
  'DAILY_LIMIT',
] as const;
