import * as v from 'valibot';
import { TRANSFER_STATES } from '../domain/transfer/states';
import { defineAction } from './define';
import { confirmedOutcome, empty, id, instant, resetCode, subscriptionView, text, version } from './parts';
import { personView, step } from './people';

const waitingRequest = v.object({
  id,
  memberName: v.string(),
  note: v.nullable(v.string()),
  requestedAt: instant,
  /** When it goes to the teacher if nothing happens. */
  escalatesAt: instant,
});

const issuedRequest = v.object({
  id,
  memberName: v.string(),
  issuedAt: instant,
  expiresAt: instant,
  state: v.picklist(['issued', 'revealed', 'solved', 'failed', 'expired']),
});

/**
 * What a nudge came to. no-credit: in the inbox only; today: nudged already today; waiting-code: it is the
 * secretary's or the teacher's turn; nothing-to-do: done, or waiting for the college.
 */
const NUDGE_OUTCOMES = [
  'nudged',
  'no-credit',
  'today',
  'not-bound',
  'waiting-code',
  'nothing-to-do',
] as const;

/**
 * The branch the phone remembers as the secretary's, so that it is read while the cloud finds out who asks. The answer
 * is about the branch they have now, whatever was named.
 */
const remembered = { branchId: v.optional(id) };

/** Actions of a branch secretary on their own branch. */
export const secretaryActions = {
  resetQueue: defineAction(
    empty,
    v.object({
      branch: v.object({ id: v.string(), name: v.string() }),
      waiting: v.array(waitingRequest),
      issuedToday: v.array(issuedRequest),
      subscription: subscriptionView,
      now: instant,
    }),
    [],
  ),
  issueResetCode: defineAction(
    v.strictObject({ requestId: id, code: resetCode }),
    v.object({ issued: issuedRequest }),
    ['RESET_ILLEGAL_STEP', 'RESET_CODE_MALFORMED', 'NOT_FOUND'],
  ),
  escalateResetRequest: defineAction(
    v.strictObject({ requestId: id, reason: text(60) }),
    v.object({ escalatedAt: instant }),
    ['RESET_ILLEGAL_STEP', 'NOT_FOUND'],
  ),
  /** Everybody of the branch; whoever the product cannot reach first: not signed in, then not by WeChat. */
  branchBoard: defineAction(
    v.strictObject(remembered),
    v.object({
      branch: v.object({ id: v.string(), name: v.string(), inviteCode: v.string() }),
      members: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          /** The secretary who asks. */
          self: v.boolean(),
          bound: v.boolean(),
          state: v.nullable(v.picklist(TRANSFER_STATES)),
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
  /** What the secretary saw in the list on 智慧团建. */
  confirmStatus: defineAction(
    v.strictObject({ memberId: id, ...confirmedOutcome }),
    v.object({ version, state: v.picklist(TRANSFER_STATES) }),
    ['NOT_FOUND', 'TRANSFER_ILLEGAL_STEP', 'TRANSFER_VERSION_STALE', 'TEXT_REJECTED', 'DAILY_LIMIT'],
  ),
  /** A new invite code; the one before stops working. */
  rotateInvite: defineAction(empty, v.object({ inviteCode: v.string() }), ['DAILY_LIMIT']),
  /** The mini-program code that opens signing in with the invite code filled in; no `url` while WeChat makes none. */
  inviteImage: defineAction(
    v.strictObject(remembered),
    v.object({ inviteCode: v.string(), branchName: v.string(), url: v.nullable(v.string()) }),
    [],
  ),
};
