/** Whether notices ended as they had to, looked at one by one. */
import { HOUR_MS } from '../../miniprogram/domain/calendar/china-time';
import type { NoticeKind } from '../../miniprogram/domain/reminding/kinds';
import {
  isResetNoticeStillTrue,
  isStillTrue,
  isTheirPart,
} from '../../miniprogram/domain/reminding/still-true';
import type { Notice } from '../../cloudfunctions/_shared/store/records';
import type { Outcome, Snapshot } from './outcome';

export const causeHolds = (notice: Notice, { transfers, requests }: Snapshot): boolean => {
  if (notice.kind === 'digest') return true;
  const [owner = '', attempt = ''] = notice.planId.split(':');
  const request = requests.find(({ _id }) => _id === owner);
  if (request) return isResetNoticeStillTrue(notice.kind, request.state);
  if (notice.kind === 'season-near') {
    const own = transfers.find(({ memberId }) => memberId === notice.aboutId);
    return isStillTrue(notice.kind, own?.state ?? 'none');
  }
  const transfer = transfers.find(({ _id }) => _id === owner);
  if (transfer?.attempt !== Number(attempt)) return false;
  return isStillTrue(notice.kind, transfer.state) && isTheirPart(notice.kind, transfer.state);
};

/** The longest backoff with a night after it: nobody waits longer when nothing goes wrong any more. */
const PATIENCE_MS = 13 * HOUR_MS;

/** Whether there was time to send it after everything worked again; a day of digests may be leapt over then. */
const hadTime = ({ kind, dueAt, notAfter }: Notice, healedAt: number): boolean =>
  kind !== 'digest' && notAfter !== null && notAfter - Math.max(dueAt, healedAt) > PATIENCE_MS;

const MOVED_BY_SEASON: readonly NoticeKind[] = ['season-near', 'deadline-near', 'timed-out'];

/**
 * A change of the season takes reminders back until all are planned anew; nothing does afterwards. What was due about
 * somebody's own deadline stays due.
 */
const wasMoved = ({ _id, kind, dueAt, settledAt }: Notice, { replanned }: Outcome): boolean =>
  MOVED_BY_SEASON.includes(kind) &&
  (kind === 'season-near' || dueAt > (settledAt ?? 0)) &&
  (replanned?.notices.some((then) => then._id === _id && then.status === 'cancelled') ?? false);

/** Terminal states that say why nothing was sent must be right. */
export const wrongEnd = (notice: Notice, outcome: Outcome): string | undefined => {
  const { status, kind, settledAt, notAfter, attempts, nextAt } = notice;
  const last = outcome.rounds[outcome.rounds.length - 1];
  if (status === 'planned' || status === 'sending')
    return kind === 'digest' && nextAt > (last?.from ?? 0) ? undefined : 'never settled';
  if (status === 'too-late' && !(notAfter !== null && (settledAt ?? 0) > notAfter)) return 'called too late';
  if (status === 'too-late' && hadTime(notice, outcome.healedAt)) return 'too late, but there was time';
  if (status === 'cancelled' && last && kind !== 'digest' && !wasMoved(notice, outcome))
    return causeHolds(notice, last.after) ? 'cancelled, but its cause holds' : undefined;
  if (status === 'invalid' && !outcome.injected.invalid) return 'called invalid';
  if (status === 'dead' && attempts < 8) return `dead after ${attempts} attempts`;
  return undefined;
};

/** Staff who could not be told at once have a digest to come; a fault of ours has its alarm. */
export const untold = (notice: Notice, { notices, alarms }: Outcome): string | undefined => {
  const { status, audience, kind, channel, accountId, dueAt } = notice;
  const isWork = status === 'no-credit' && audience !== 'graduate' && kind !== 'digest';
  const hasDigest = notices.some(
    (one) => one.kind === 'digest' && one.accountId === accountId && one.dueAt > dueAt,
  );
  if (isWork && channel === 'subscribe' && !hasDigest) return 'nobody is told by a digest';
  return status === 'invalid' && alarms.length === 0 ? 'no alarm was raised' : undefined;
};
