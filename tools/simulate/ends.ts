/** Whether notices ended as they had to, looked at one by one. */
import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import { dueReminders } from '../../miniprogram/domain/reminding/reminders';
import type { NoticeKind } from '../../miniprogram/domain/reminding/kinds';
import { isResetNoticeStillTrue, isStillTrue } from '../../miniprogram/domain/reminding/still-true';
import { falseIds } from '../../miniprogram/domain/reminding/told-ids';
import { resetStateAt } from '../../miniprogram/domain/transfer/reset-states';
import type { Notice } from '../../cloudfunctions/_shared/store/records';
import { timelineOf } from '../../cloudfunctions/_shared/store/records/timeline';
import type { Outcome, Snapshot } from './outcome';
import { standingIn } from './standing';

const REMINDERS: readonly NoticeKind[] = [
  'deadline-near',
  'season-near',
  'still-waiting',
  'keeping-contact',
  'keeping-near',
];
const isReminder = ({ kind }: Notice): boolean => REMINDERS.includes(kind);

/** @param at epoch ms of the moment that is asked about */
export const causeHolds = (notice: Notice, snapshot: Snapshot, at: number): boolean => {
  const { transfers, requests, members } = snapshot;
  if (notice.kind === 'digest') return true;
  if (isReminder(notice)) {
    const member = members.find(({ _id }) => _id === notice.aboutId);
    return (
      member !== undefined &&
      dueReminders(standingIn(snapshot, member), at).some(({ id }) => id === notice.planId)
    );
  }
  const [owner = '', attempt = ''] = notice.planId.split(':');
  const request = requests.find(({ _id }) => _id === owner);
  if (request) return isResetNoticeStillTrue(notice.kind, resetStateAt(request, at));
  const transfer = transfers.find(({ _id }) => _id === owner);
  if (transfer?.attempt !== Number(attempt) || !isStillTrue(notice, transfer)) return false;
  return !falseIds({ id: owner, timeline: timelineOf(transfer) }).has(notice.planId);
};

/** The longest backoff with a night after it: nobody waits longer when nothing goes wrong any more. */
const PATIENCE_MS = 13 * HOUR_MS;

/** Whether there was time to send it after everything worked again; a day of digests may be leapt over then. */
const hadTime = ({ kind, dueAt, notAfter }: Notice, healedAt: number): boolean =>
  kind !== 'digest' && notAfter !== null && notAfter - Math.max(dueAt, healedAt) > PATIENCE_MS;

/** Dropped in a round in which it was true from beginning to end. */
const wasDroppedForNothing = (notice: Notice, { rounds }: Outcome): boolean => {
  const settledAt = notice.settledAt ?? 0;
  const within = rounds.filter(({ from, until }) => from <= settledAt && settledAt <= until);
  return (
    within.length > 0 &&
    within.every(
      ({ before, after }) => causeHolds(notice, before, settledAt) && causeHolds(notice, after, settledAt),
    )
  );
};

/** Terminal states that say why nothing was sent must be right. */
export const wrongEnd = (notice: Notice, outcome: Outcome): string | undefined => {
  const { status, kind, settledAt, notAfter, attempts } = notice;
  if (status === 'planned' || status === 'sending') return 'never settled';
  if (status === 'too-late' && !(notAfter !== null && (settledAt ?? 0) > notAfter)) return 'called too late';
  if (status === 'too-late' && hadTime(notice, outcome.healedAt)) return 'too late, but there was time';
  if (status === 'cancelled' && kind !== 'digest' && wasDroppedForNothing(notice, outcome))
    return 'dropped, but its cause holds';
  if (status === 'invalid' && !outcome.injected.invalid) return 'called invalid';
  if (status === 'dead' && attempts < 8) return `dead after ${attempts} attempts`;
  return undefined;
};

/** A fault of ours has its alarm. */
export const unheard = ({ status }: Notice, { alarms }: Outcome): string | undefined =>
  status === 'invalid' && alarms.length === 0 ? 'no alarm was raised' : undefined;
