/** What a secretary and a college record for somebody who has not acted yet: the same two steps for both. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { defineAction } from './define';
import { submissionFields } from './fields';
import { id, routeId, version, wayId } from './parts';

const recorded = v.object({ version, state: v.picklist(TRANSFER_STATES) });

export const onBehalfActions = {
  /** The way they take; `version` is null where nothing has begun. */
  recordWay: defineAction(
    v.strictObject({ memberId: id, version: v.nullable(version), wayId, routeId }),
    recorded,
    [
      'NOT_FOUND',
      'CONFLICT',
      'WAY_UNKNOWN',
      'TRANSFER_ILLEGAL_STEP',
      'TRANSFER_VERSION_STALE',
      'SEASON_NOT_OPEN',
      'DAILY_LIMIT',
    ],
  ),
  /** That it was started on 智慧团建, or what the college has to know where it handles the way. No picture is asked for. */
  recordStart: defineAction(v.strictObject({ memberId: id, version, fields: submissionFields }), recorded, [
    'NOT_FOUND',
    'TRANSFER_ILLEGAL_STEP',
    'TRANSFER_VERSION_STALE',
    'FIELD_REQUIRED',
    'FIELD_FORBIDDEN',
    'FIELD_INVALID',
    'INITIATED_AT_IN_FUTURE',
    'INITIATED_AT_LONG_AGO',
    'TEXT_REJECTED',
    'DAILY_LIMIT',
  ]),
};
