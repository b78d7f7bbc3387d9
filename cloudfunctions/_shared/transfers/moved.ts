/** A transfer in its next state: what every step changes, besides what its use case adds (`change`). */
import type { Approver } from '../../../miniprogram/domain/rules/rulebook/approvals';
import { pendingApprovals } from '../../../miniprogram/domain/transfer/approving';
import { attemptAfter, IDLE_STATES, startsAttempt } from '../../../miniprogram/domain/transfer/lifecycle';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { TransferStep } from '../../../miniprogram/domain/transfer/steps';
import { nextKeepingDay } from '../../../miniprogram/domain/transfer/keeping';
import { paperWaitsFor, ticksForNextAttempt } from '../../../miniprogram/domain/transfer/offline';
import { waitsSince } from '../../../miniprogram/domain/transfer/waits-since';
import { waitsForOf } from '../../../miniprogram/domain/transfer/waits-for';
import type { ActingPerson } from '../kernel/actor';
import { rulesOf } from '../season/rules-of';
import type { Branch, Transfer } from '../store/records';
import { hasSecretary } from './circumstances';
import { keepingIn } from '../season/keeping-in';
import { contactsOf, paperOf } from '../season/paper';
import { timelineOf } from '../store/records/timeline';

/** Who did what, as the timeline shows it. */
export interface Deed {
  readonly step: TransferStep;
  readonly actor: ActingPerson;
  readonly reason?: string | undefined;
  readonly seenOnSystem?: boolean;
  /** What is ticked or taken back on paper, as the history calls it. */
  readonly offline?: string;
}

interface Moved {
  readonly deed: Deed;
  readonly state: TransferState;
  readonly branch: Branch | undefined;
  /** What the use case changes besides. */
  readonly change: Partial<Transfer>;
  readonly now: number;
}

type Approvals = Transfer['approvals'];

const NONE: Approvals = { needed: [], given: [] };
const CHOOSING: readonly TransferStep[] = ['choose-way', 'change-situation', 'end-keeping'];

const approvalsAfter = (transfer: Transfer, { step, actor }: Deed, now: number): Approvals => {
  const { approvals } = transfer;
  if (startsAttempt(step)) return { needed: [...rulesOf(transfer).route.approvals], given: [] };
  if (CHOOSING.includes(step)) return NONE;
  if (step === 'undo-approve') return { ...approvals, given: approvals.given.slice(0, -1) };
  if (step !== 'approve') return approvals;
  const by: Approver = actor.role === 'secretary' ? 'secretary' : 'college';
  return { ...approvals, given: [...approvals.given, { by, name: actor.name, at: now }] };
};

/** States in which the transfer keeps the reason it was sent back for: the graduate has to mend that. */
const MENDED: readonly TransferState[] = ['returned', 'refused', 'lapsed'];

const isCollege = ({ role }: ActingPerson): boolean => role === 'teacher' || role === 'committee';

const entryOf = (
  { step, actor, reason, seenOnSystem, offline }: Deed,
  { state }: Transfer,
  { attempt, wayId, at }: { readonly attempt: number; readonly wayId: string; readonly at: number },
) => ({
  at,
  step,
  by: { role: actor.role, name: actor.name },
  attempt,
  ...(step === 'choose-way' || step === 'change-situation' ? { wayId } : {}),
  ...(reason ? { note: reason } : {}),
  ...(offline ? { offline } : {}),
  ...(seenOnSystem ? { seenOnSystem } : {}),
  ...(seenOnSystem && isCollege(actor) ? { from: state } : {}),
});

/** Who has the next turn on paper. A day to get in touch that has come is the college's, and goes before everything else. */
const paperTurn = (transfer: Transfer, branch: Branch | undefined): Transfer['waitsFor'] =>
  contactsOf(transfer).some(({ status }) => status === 'open')
    ? 'college'
    : paperWaitsFor(paperOf(transfer), hasSecretary(branch, transfer));

/** Whether the college takes back an approval it gave in the place of a secretary. It is asked again then, even if the branch has a secretary by now. */
const isCollegesAgain = ({ step }: Deed, { approvals }: Transfer): boolean =>
  step === 'undo-approve' && approvals.given.at(-1)?.by === 'college';

const waitsForAfter = (
  transfer: Transfer,
  { deed, before, branch }: { deed: Deed; before: Transfer; branch: Branch | undefined },
): Transfer['waitsFor'] => {
  // Somebody whose case the college has closed is asked for nothing until they begin anew.
  if (deed.step === 'close') return 'nobody';
  const isPresent = hasSecretary(branch, transfer) && !isCollegesAgain(deed, before);
  return waitsForOf({
    state: transfer.state,
    pending: pendingApprovals(transfer.approvals, isPresent),
    paper: paperTurn(transfer, branch),
  });
};

/** A new attempt goes to another receiver, maybe by another route. */
const offlineAfter = (transfer: Transfer, { step }: Deed): Transfer['offline'] =>
  startsAttempt(step) || CHOOSING.includes(step)
    ? ticksForNextAttempt(rulesOf(transfer).rulebook.offlineSteps, transfer.offline)
    : transfer.offline;

/** What is done on paper moves no clock and no day. */
const isOnPaper = ({ step }: Deed): boolean => step === 'tick' || step === 'untick';

/** Since when it waits, epoch ms. Steps on paper, and steps that only take another one back, do not start the wait anew. */
const waitingSinceAfter = (transfer: Transfer, deed: Deed, now: number): number => {
  if (isOnPaper(deed)) return transfer.waitingSince;
  return waitsSince([...timelineOf(transfer), { step: deed.step, at: now }]) ?? now;
};

/**
 * Whether the step only asks somebody to hurry. It leaves the version as it is, so that a decision which is open on
 * somebody's screen can still be made.
 */
export const isOnlyAsked = ({ step }: Pick<Deed, 'step'>): boolean => step === 'hurry';

/** When the clock next has to act, epoch ms: the window of a plan opens, or a day of a keeping comes. Null where neither is to come. */
const nextDayOf = (transfer: Transfer): number | null => {
  if (transfer.state === 'planned') return transfer.opensAt;
  const keeping = keepingIn(transfer);
  return keeping && nextKeepingDay(keeping, { timeline: timelineOf(transfer) });
};

export const moved = (transfer: Transfer, { deed, state, branch, change, now }: Moved): Transfer => {
  const attempt = attemptAfter(transfer.attempt, deed.step);
  const entry = entryOf(deed, transfer, { attempt, wayId: change.wayId ?? transfer.wayId, at: now });
  const isResting = state === 'planned' || IDLE_STATES.includes(state);
  const stepped: Transfer = {
    ...transfer,
    state,
    attempt,
    version: transfer.version + (isOnlyAsked(deed) ? 0 : 1),
    waitingSince: waitingSinceAfter(transfer, deed, now),
    // With nothing under way no receiver is waited for any more.
    deadlineAt: isResting ? null : transfer.deadlineAt,
    approvals: approvalsAfter(transfer, deed, now),
    offline: offlineAfter(transfer, deed),
    reason: MENDED.includes(state) || deed.step === 'close' ? (deed.reason ?? null) : null,
    timeline: [...transfer.timeline, entry],
    ...change,
  };
  const after: Transfer =
    isOnPaper(deed) || 'opensAt' in change ? stepped : { ...stepped, opensAt: nextDayOf(stepped) };
  return { ...after, waitsFor: waitsForAfter(after, { deed, before: transfer, branch }) };
};
