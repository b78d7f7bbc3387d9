/** Classmates one by one: seeing, nudging, confirming. */
import * as v from 'valibot';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { defineAction } from '../define';
import {
  manyOfOthers,
  manyRecorded,
  MANY_OF_OTHERS_ERRORS,
  recorded,
  START_OF_OTHER_ERRORS,
  startOfOther,
  WAY_OF_OTHER_ERRORS,
  wayOfOther,
} from '../on-behalf';
import { TICK_ERRORS, ticked, ticking } from '../offline';
import { confirmedOutcome, id, instant, text, version } from '../parts';
import { personView } from '../person';
import { NUDGE_OUTCOMES } from './nudge-outcomes';
import { remembered } from './remembered';

export const peopleActions = {
  /** For a classmate who has not acted yet. */
  recordWay: defineAction(wayOfOther, recorded, [...WAY_OF_OTHER_ERRORS, 'DAILY_LIMIT']),
  recordStart: defineAction(startOfOther, recorded, [...START_OF_OTHER_ERRORS, 'DAILY_LIMIT']),
  recordMany: defineAction(manyOfOthers, manyRecorded, MANY_OF_OTHERS_ERRORS),
  person: defineAction(
    v.strictObject({ memberId: id }),
    v.object({
      person: personView,
      /** The secretary who asks. */
      self: v.boolean(),
      /** What a nudge would come to now. */
      nudge: v.picklist(NUDGE_OUTCOMES),
      /** The branch's code, for who has not signed in yet. */
      inviteCode: v.nullable(v.string()),
      rulebookId: v.string(),
      now: instant,
    }),
    ['NOT_FOUND'],
  ),
  /** Asks people who lag to go on; at most once a day each. One who is not of the branch refuses the whole call. */
  nudge: defineAction(
    v.union([
      v.strictObject({ memberIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(200)), ...remembered }),
      v.strictObject({ all: v.literal(true), ...remembered }),
    ]),
    v.object({
      results: v.array(v.object({ memberId: id, name: v.string(), outcome: v.picklist(NUDGE_OUTCOMES) })),
      nudged: v.number(),
      now: instant,
    }),
    ['NOT_FOUND'],
  ),
  /** Where the rulebook asks the secretary first. */
  decide: defineAction(
    v.strictObject({
      memberId: id,
      version,
      decision: v.picklist(['approve', 'return', 'undo-approve']),
      reason: v.optional(text(100)),
    }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    [
      'NOT_FOUND',
      'TRANSFER_ILLEGAL_STEP',
      'TRANSFER_VERSION_STALE',
      'REASON_REQUIRED',
      'UNDO_TOO_LATE',
      'TEXT_REJECTED',
    ],
  ),
  /** Ticks what is done on paper for a classmate, or takes it back. */
  tickOffline: defineAction(v.strictObject({ memberId: id, ...ticking }), ticked, TICK_ERRORS),
  /** What the secretary saw in the list on 智慧团建. */
  confirmStatus: defineAction(
    v.strictObject({ memberId: id, ...confirmedOutcome }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'TEXT_REJECTED', 'DAILY_LIMIT'],
  ),
};
