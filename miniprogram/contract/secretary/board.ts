/** The branch at a glance. */
import * as v from 'valibot';
import { SHOWN_STATES } from '../../domain/transfer/shown-state';
import { TRANSFER_STATES } from '../../domain/transfer/states';
import { WAITS_FOR } from '../../domain/transfer/waits-for';
import { defineAction } from '../define';
import { instant } from '../parts';
import { step } from '../person';
import { NUDGE_OUTCOMES } from './nudge-outcomes';
import { remembered } from './remembered';

export const boardActions = {
  /** Everybody of the branch; whoever the product cannot reach first: not signed in, then not by WeChat. */
  branchBoard: defineAction(
    v.strictObject(remembered),
    v.object({
      branch: v.object({ id: v.string(), name: v.string(), inviteCode: v.string() }),
      members: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          /** Tells people of one name apart; left out where nobody else of the branch has it. */
          studentNumber: v.optional(v.string()),
          /** The secretary who asks. */
          self: v.boolean(),
          bound: v.boolean(),
          state: v.nullable(v.picklist(TRANSFER_STATES)),
          /** The state with who in the school acted. */
          shown: v.picklist(SHOWN_STATES),
          /** Whom they wait for, if for anybody: whose own turn it is not is not chased. */
          turn: v.picklist(WAITS_FOR),
          deadlineAt: v.nullable(instant),
          step,
          /** Whether the next notice to them has a reminder credit left. */
          reachable: v.boolean(),
          /** Who owes them a reset code; null when they wait for none. */
          codeFrom: v.nullable(v.picklist(['secretary', 'teacher'])),
          /** What a nudge would come to now. */
          nudge: v.picklist(NUDGE_OUTCOMES),
        }),
      ),
      counts: v.object({
        members: v.number(),
        bySteps: v.record(step, v.number()),
        unbound: v.number(),
        unreachable: v.number(),
        waitingForCode: v.number(),
        /** Whom `nudge { all: true }` would reach on WeChat now. */
        nudgeable: v.number(),
      }),
      /** For the words to the group: by when the college wants it done. */
      season: v.object({ rulebookId: v.string(), deadlineAt: instant }),
      now: instant,
    }),
    [],
  ),
};
