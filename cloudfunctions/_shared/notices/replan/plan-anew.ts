/** Which of a person's reminders are no longer at the right time, after the season's rules have changed. */
import { IDLE_STATES } from '../../../../miniprogram/domain/transfer/lifecycle';
import type { PlannedNotice } from '../../../../miniprogram/domain/reminding/planned-notice';
import { noticeId } from '../../../../miniprogram/domain/reminding/planned-notice';
import { deadlineReminderIds, seasonReminders } from '../../../../miniprogram/domain/reminding/reminders';
import { replanReminders } from '../../../../miniprogram/domain/reminding/replan';
import type { Rulebook } from '../../../../miniprogram/domain/rules/rulebook';
import { asPlanned } from '../outbox-record';
import type { Member, Notice, Transfer } from '../../store/records';
import { rulebookNamed, withSeason, type CollegeSeason } from '../../season/season';

export interface FreshPlan {
  /** The season's reminders to plan, and those about the transfer. */
  readonly seasonal: readonly PlannedNotice[];
  readonly timed: readonly PlannedNotice[];
  /** Ids that are planned and must not go out as they are. */
  readonly cancel: readonly string[];
  readonly transfer: Transfer | undefined;
  /** Nothing is under way, so the season's own deadline is what matters. */
  readonly isIdle: boolean;
}

/** Whatever became of it, its message is over. */
export const isTold = ({ status }: Notice): boolean => !['planned', 'sending', 'cancelled'].includes(status);

type Seasonal = Pick<FreshPlan, 'seasonal' | 'cancel'>;

/** `dueSince` tells what has been due and says the right day: it goes out as it is. */
const planSeason = (
  wanted: readonly PlannedNotice[],
  unsent: readonly PlannedNotice[],
  stored: readonly Notice[],
  dueSince: (planned: PlannedNotice) => boolean,
): Seasonal => {
  const timeOf = new Map(unsent.map(({ id, dueAt }) => [id, dueAt]));
  const told = new Map(stored.filter(isTold).map(({ _id, dueAt }) => [_id, dueAt]));
  const fresh = wanted.filter(({ id, dueAt }) => timeOf.get(id) !== dueAt && told.get(id) !== dueAt);
  const isRight = (planned: PlannedNotice) => {
    const again = wanted.find(({ id }) => id === planned.id);
    return again ? again.dueAt === planned.dueAt : dueSince(planned);
  };
  const stale = unsent.filter((planned) => !isRight(planned));
  return { seasonal: fresh, cancel: stale.map(({ id }) => id) };
};

/** Somebody who has signed in, and the season as it is to hold for them. */
export interface Subject {
  readonly member: Member;
  readonly season: CollegeSeason;
}

/** What somebody has under way, and what the season wants of it. */
interface Standing extends Subject, Pick<FreshPlan, 'transfer' | 'isIdle'> {
  readonly rules: Rulebook;
  readonly unsent: readonly PlannedNotice[];
  readonly wanted: readonly PlannedNotice[];
  /** Notices of which it matters whether they have been told. */
  readonly ids: readonly string[];
}

export const standingOf = (
  { member, season }: Subject,
  transfer: Transfer | undefined,
  planned: readonly Notice[],
  now: number,
): Standing => {
  const seasonRules = withSeason(rulebookNamed(season.rulebookId), season);
  const rules = transfer ? withSeason(rulebookNamed(transfer.rulebookId), season) : seasonRules;
  const unsent = planned
    .filter(({ audience }) => audience === 'graduate')
    .map((notice) => asPlanned(notice, notice.planId));
  const isIdle = IDLE_STATES.includes(transfer?.state ?? 'none');
  const seasonClock = { seasonId: season.id, memberId: member._id, deadlineAt: season.deadlineAt };
  const wanted = isIdle ? seasonReminders(seasonClock, now, seasonRules) : [];
  const { _id: transferId = '', attempt = 0 } = transfer ?? {};
  const timedIds = transfer
    ? [...deadlineReminderIds(transferId, attempt, rules), noticeId(transferId, attempt, 'timed-out')]
    : [];
  const ids = [...wanted.map(({ id }) => id), ...timedIds];
  return { member, season, transfer, isIdle, rules, unsent, wanted, ids };
};

/** @param stored those of its `ids` that are there */
export const planOf = (
  { season, transfer, isIdle, rules, unsent, wanted }: Standing,
  stored: readonly Notice[],
  now: number,
): FreshPlan => {
  const seasonal = planSeason(
    wanted,
    unsent.filter(({ kind }) => kind === 'season-near'),
    stored,
    ({ dueAt, notAfter }) => isIdle && dueAt <= now && notAfter === season.deadlineAt,
  );
  const { _id: transferId = '', attempt = 0 } = transfer ?? {};
  const timed = transfer
    ? replanReminders({
        transferId,
        attempt,
        state: transfer.state,
        deadlineAt: transfer.deadlineAt,
        now,
        rulebook: rules,
        unsent: unsent.filter(({ id }) => id.startsWith(`${transferId}:${attempt}:`)),
        sentIds: stored.filter(isTold).map(({ _id }) => _id),
      })
    : { plan: [], cancel: [] };
  const moved = timed.plan.map(({ id }) => id).filter((id) => unsent.some((one) => one.id === id));
  return {
    ...seasonal,
    timed: timed.plan,
    cancel: [...seasonal.cancel, ...timed.cancel, ...moved],
    transfer,
    isIdle,
  };
};
