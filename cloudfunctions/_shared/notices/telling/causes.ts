/** What an event tells, read from the records it is about at the moment it is told. */
import { noticeId, EVENT_LIFE_MS, type DueNotice } from '../../../../miniprogram/domain/reminding/due-notice';
import type { NoticeKind } from '../../../../miniprogram/domain/reminding/kinds';
import { placeOf, toldId } from '../../../../miniprogram/domain/reminding/told-ids';
import {
  isOverAgeNoticeStillTrue,
  OVER_AGE_KINDS,
  overAgeNotice,
} from '../../../../miniprogram/domain/reminding/over-age';
import { isResetNoticeStillTrue, isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import { audienceOf, toldOfReset, toldOfStep } from '../../../../miniprogram/domain/reminding/told';
import { saidToTeacher } from '../../../../miniprogram/domain/transfer/reset-states';
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { TransferStep } from '../../../../miniprogram/domain/transfer/steps';
import { takenBackIn } from '../../../../miniprogram/domain/transfer/taken-back';
import { chinaDay, DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { nextAllowed } from '../../../../miniprogram/domain/calendar/quiet-hours';
import { rulebookNamed, withSeason, type CollegeSeason } from '../../season/season';
import type { Branch, College, Event, Mark, Member, ResetRequest, Transfer } from '../../store/records';
import { timelineOf } from '../../store/records/timeline';
import type { CauseFacts } from '../notice-of';
import type { Owner } from '../place';
import { noticeFacts } from '../transfer-facts';

/** What is to be told of one event: nothing where none of it is true any more. */
export interface Cause {
  readonly owner: Owner;
  readonly facts: CauseFacts;
  readonly told: readonly DueNotice[];
}

/**
 * A transfer with nothing left to do on paper completes with its arrival, and that is still news; also where the last
 * thing on paper was done before the message was made, which says then that nothing is left.
 * @param madeAt epoch ms from which the message is
 */
export const toldState = (transfer: Transfer, madeAt: number): StateOrNone => {
  if (transfer.state !== 'completed') return transfer.state;
  const [before, last] = timelineOf(transfer).slice(-2);
  const isByItself = last?.step === 'complete' && last.by.role === 'system';
  return isByItself && (before?.step !== 'tick' || last.at <= madeAt) ? 'accepted' : 'completed';
};

export const transferCause = (event: Event, transfer: Transfer, season: CollegeSeason): Cause => {
  const { action, actor, at, tellAt, facts } = event;
  const step = action as TransferStep;
  const attempt = Number(facts.attempt);
  const timeline = timelineOf(transfer);
  const index = placeOf(timeline, { step, at });
  const isTold = transfer.attempt === attempt && !takenBackIn(timeline).has(index);
  const place = { state: toldState(transfer, tellAt ?? at), waitsFor: transfer.waitsFor };
  const dueOf = (kind: NoticeKind): DueNotice => ({
    id: toldId({ id: transfer._id, timeline }, { index, attempt, kind }),
    kind,
    audience: audienceOf(kind, transfer.waitsFor),
    dueAt: tellAt ?? at,
    notAfter: (tellAt ?? at) + EVENT_LIFE_MS,
  });
  const told = toldOfStep(step, actor.role as Parameters<typeof toldOfStep>[1])
    .map(dueOf)
    .filter((due) => isTold && isStillTrue(due, place));
  const entry = timeline[index];
  return {
    owner: transfer,
    told,
    facts: {
      ...noticeFacts(transfer, season),
      at,
      reason: entry?.note ?? transfer.reason,
      byName: entry?.by.name ?? null,
      bySecretary: actor.role === 'secretary',
      step,
    },
  };
};

/** Epoch ms after which nobody needs to hear of it: the request has gone to the teacher, or the code has expired. */
const endOf = ({ state, escalatesAt, expiresAt }: ResetRequest): number | null =>
  state === 'waiting' ? escalatesAt : state === 'issued' ? expiresAt : null;

export const resetFacts = (request: ResetRequest, at: number): CauseFacts => ({
  at,
  memberName: request.memberName,
  branchName: request.branchName,
  rulebook: rulebookNamed(request.rulebookId),
  reason: request.state === 'closed' ? (request.closedReason ?? null) : saidToTeacher(request),
  escalationCause: request.escalationCause,
  byName: request.handler.name,
  expiresAt: request.expiresAt,
  escalatesAt: request.escalatesAt,
});

export const resetCause = ({ at, tellAt, facts }: Event, request: ResetRequest): Cause => {
  const dueAt = tellAt ?? at;
  const dueOf = (kind: NoticeKind): DueNotice => ({
    id: noticeId(request._id, 1, kind),
    kind,
    audience: audienceOf(kind, 'nobody'),
    dueAt,
    notAfter: endOf(request) ?? dueAt + EVENT_LIFE_MS,
  });
  const told = request.state === facts.to ? toldOfReset(request.state) : [];
  return {
    owner: request,
    told: told.filter((kind) => isResetNoticeStillTrue(kind, request.state)).map(dueOf),
    facts: resetFacts(request, at),
  };
};

/** What somebody told the college of their age, or the college recorded of it. */
export const overAgeCause = (
  { action, at, tellAt, actor }: Event,
  member: Member,
  { mark, college, season }: { mark: Mark | undefined; college: College | undefined; season: CollegeSeason },
): Cause => {
  const rulebook = withSeason(rulebookNamed(season.rulebookId), season);
  const { _id: memberId, name: memberName, branchName } = member;
  const kind = OVER_AGE_KINDS[action as keyof typeof OVER_AGE_KINDS];
  const isTrue = isOverAgeNoticeStillTrue(kind, at, { person: member, ageLimit: rulebook.ageLimit });
  const teacher = college?.teachers.find(({ accountId }) => accountId === actor.accountId);
  return {
    owner: { ...member, memberId },
    told: isTrue ? [overAgeNotice(kind, { memberId, at, dueAt: tellAt ?? at })] : [],
    facts: {
      at,
      memberName,
      branchName,
      rulebook,
      byName: teacher?.name ?? null,
      reason: mark?.overAgeReason ?? null,
    },
  };
};

/** A nudge is about the person, whatever they have under way. */
export const nudgeCause = (
  { at, tellAt, actor }: Event,
  member: Member,
  { branch, season }: { branch: Branch | undefined; season: CollegeSeason },
): Cause => {
  const rulebook = withSeason(rulebookNamed(season.rulebookId), season);
  const dueAt = tellAt ?? at;
  const { _id: memberId, name: memberName, branchName } = member;
  const kind = 'nudged';
  const secretary = branch?.secretaries.find(({ accountId }) => accountId === actor.accountId);
  return {
    owner: { ...member, memberId },
    told: [
      {
        id: noticeId(memberId, chinaDay(at), kind),
        kind,
        audience: 'graduate',
        dueAt,
        notAfter: nextAllowed(dueAt, rulebook.quietHours) + DAY_MS,
      },
    ],
    facts: {
      at,
      memberName,
      branchName,
      rulebook,
      byName: secretary?.name ?? null,
      seasonDeadlineAt: season.deadlineAt,
    },
  };
};
