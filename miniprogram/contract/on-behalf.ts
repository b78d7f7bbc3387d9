/** What a secretary and a college record for somebody who has not acted yet: the same two steps for both. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { FIELD_ERRORS, submissionFields } from './fields';
import { id, routeId, version, wayId } from './parts';

export const recorded = v.object({ version, state: v.picklist(TRANSFER_STATES) });

/** The way they take; `version` is null where nothing has begun. */
export const wayOfOther = v.strictObject({ memberId: id, version: v.nullable(version), wayId, routeId });
export const WAY_OF_OTHER_ERRORS = [
  'NOT_FOUND',
  'CONFLICT',
  'WAY_UNKNOWN',
  'TRANSFER_ILLEGAL_STEP',
  'TRANSFER_VERSION_STALE',
  'SEASON_NOT_OPEN',
] as const;

/** Of people recorded together, in one call. */
const MOST_TOGETHER = 20;

/** Why somebody of them was left alone: they have begun otherwise, or were just changed; busy can be tried again. */
const LEFT_ALONE = ['begun', 'busy'] as const;

/**
 * Several who took the same way. With `fields` it was also started, with the same particulars; null where only the way
 * is known. Whoever has begun otherwise is left alone, and named.
 */
export const manyOfOthers = v.strictObject({
  memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_TOGETHER)),
  wayId,
  routeId,
  fields: v.nullable(submissionFields),
});
export const manyRecorded = v.object({
  results: v.array(
    v.object({
      memberId: id,
      left: v.nullable(v.picklist(LEFT_ALONE)),
      /** As it is by now; null where nothing is known of it. */
      state: v.nullable(v.picklist(TRANSFER_STATES)),
    }),
  ),
});

/** That it was started on 智慧团建, or what the college has to know where it handles the way. No picture is asked for. */
export const startOfOther = v.strictObject({ memberId: id, version, fields: submissionFields });
export const START_OF_OTHER_ERRORS = [
  'NOT_FOUND',
  'TRANSFER_ILLEGAL_STEP',
  'TRANSFER_VERSION_STALE',
  ...FIELD_ERRORS,
  'TEXT_REJECTED',
] as const;

export const MANY_OF_OTHERS_ERRORS = [
  'NOT_FOUND',
  'WAY_UNKNOWN',
  'SEASON_NOT_OPEN',
  ...FIELD_ERRORS,
  'TEXT_REJECTED',
] as const;
