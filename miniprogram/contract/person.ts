/** One person, as a secretary and a college see them: never a contact, never a reset code. */
import * as v from 'valibot';
import { NOTICE_KINDS, TEMPLATE_KEYS } from '../domain/reminding/kinds';
import { PEOPLE_STEPS } from '../domain/people/steps';
import { RESET_STATES } from '../domain/transfer/reset-states';
import { id, instant, pastAttempt, routeId, templateKey, transferStanding, wayId } from './parts';

export const step = v.picklist(PEOPLE_STEPS);

/**
 * What became of a notice. planned: still to come or on its way; sent: WeChat took it; read: opened in the inbox;
 * no-credit: in the inbox only; failed: neither sent nor to be tried again.
 */
const DELIVERY_STATES = ['planned', 'sent', 'read', 'no-credit', 'failed'] as const;

const personTransfer = v.object({
  ...transferStanding,
  /** Earlier attempts, first one first; not where they went. */
  past: v.array(v.object(pastAttempt)),
  /** Whether a parents' contact is kept, to be asked for by `revealContact`. */
  hasContact: v.boolean(),
});

const personSeen = v.object({
  id,
  name: v.string(),
  studentNumber: v.string(),
  branchId: v.string(),
  branchName: v.string(),
  collegeName: v.string(),
  isSecretary: v.boolean(),
  bound: v.boolean(),
  step,
  /** Null where no roster says it. */
  hasLeaguePost: v.nullable(v.boolean()),
  overAge: v.boolean(),
  loginConfirmedAt: v.nullable(instant),
  lastNudgedAt: v.nullable(instant),
  transfer: v.nullable(personTransfer),
  /** Newest first. */
  resetRequests: v.array(
    v.object({
      id,
      state: v.picklist(RESET_STATES),
      handler: v.object({ role: v.picklist(['secretary', 'teacher']), name: v.string() }),
      requestedAt: instant,
      escalatedAt: v.nullable(instant),
      issuedAt: v.nullable(instant),
      expiresAt: v.nullable(instant),
    }),
  ),
  /** To this person about themselves, newest first. */
  notices: v.array(
    v.object({
      id: v.string(),
      kind: v.picklist(NOTICE_KINDS),
      title: v.string(),
      template: templateKey,
      at: instant,
      delivery: v.picklist(DELIVERY_STATES),
    }),
  ),
  /** Reminders WeChat still takes for them, by template. */
  credits: v.object(v.entriesFromList(TEMPLATE_KEYS, v.number())),
  /** Templates they have switched off in WeChat's settings. */
  off: v.array(templateKey),
});

/** As the college sees them. */
export type PersonSeen = v.InferOutput<typeof personSeen>;

/** Null where it is the college's affair, and nothing else in the answer names the way. */
const wayTold = { wayId: v.nullable(wayId), routeId: v.nullable(routeId) };

/** As others are told of them: a secretary, or the committee. */
export const personView = v.object({
  ...personSeen.entries,
  transfer: v.nullable(
    v.object({
      ...personTransfer.entries,
      ...wayTold,
      past: v.array(v.object({ ...pastAttempt, ...wayTold })),
    }),
  ),
});
