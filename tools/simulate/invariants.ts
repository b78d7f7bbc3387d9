/** What must hold after every schedule, written without looking at how the timer does it. */
import { HOUR_MS } from '../../miniprogram/domain/china-time';
import { isQuiet } from '../../miniprogram/domain/quiet-hours';
import { isResetNoticeStillTrue, isStillTrue } from '../../miniprogram/domain/still-true';
import type { Notice } from '../../cloudfunctions/_shared/records';
import { rulebookNamed } from '../../cloudfunctions/_shared/season';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/model';
import { DEFAULT_RULEBOOK_ID } from '../../miniprogram/rulebooks';
import type { SentMessage } from '../emulator/state';
import { noticeIdOf } from './ports';
import type { Outcome, Snapshot } from './schedule';

export interface Violation {
  readonly rule: string;
  readonly seed: number;
  readonly detail: string;
}

export interface Verdict {
  readonly violations: readonly Violation[];
  readonly messages: number;
  /** Messages beyond the first of a notice, all inside the documented window. */
  readonly duplicates: number;
  readonly mayRepeat: number;
}

const causeHolds = (notice: Notice, { transfers, requests }: Snapshot): boolean => {
  if (notice.kind === 'digest') return true;
  const [owner = '', attempt = ''] = notice.planId.split(':');
  const request = requests.find(({ _id }) => _id === owner);
  if (request) return isResetNoticeStillTrue(notice.kind, request.state);
  if (notice.kind === 'season-near') {
    const own = transfers.find(({ memberId }) => memberId === notice.aboutId);
    return isStillTrue(notice.kind, own?.state ?? 'none');
  }
  const transfer = transfers.find(({ _id }) => _id === owner);
  return (
    transfer !== undefined && transfer.attempt === Number(attempt) && isStillTrue(notice.kind, transfer.state)
  );
};

/** A send that began before night fell may end in it. */
const UNDER_WAY_MS = 5_000;

const disturbs = (rulebookId: string, at: number): boolean => {
  const { quietHours } = rulebookNamed(rulebookId);
  return isQuiet(at, quietHours) && isQuiet(at - UNDER_WAY_MS, quietHours);
};

/** The longest backoff with a night after it: nobody waits longer when nothing goes wrong any more. */
const PATIENCE_MS = 13 * HOUR_MS;

/** Whether there was time to send it after everything worked again; a day of digests may be leapt over then. */
const hadTime = ({ kind, dueAt, notAfter }: Notice, healedAt: number): boolean =>
  kind !== 'digest' && notAfter !== null && notAfter - Math.max(dueAt, healedAt) > PATIENCE_MS;

/** Terminal states that say why nothing was sent must be right. */
const wrongEnd = (notice: Notice, outcome: Outcome, messages: number): string | undefined => {
  const { status, settledAt, notAfter, attempts } = notice;
  const last = outcome.rounds[outcome.rounds.length - 1];
  if (status === 'planned' || status === 'sending')
    return notice.kind === 'digest' && notice.nextAt > (last?.from ?? 0) ? undefined : 'never settled';
  if (status === 'sent' && messages === 0) return 'called sent, but nothing arrived';
  if (status === 'too-late' && !(notAfter !== null && (settledAt ?? 0) > notAfter)) return 'called too late';
  if (status === 'too-late' && hadTime(notice, outcome.healedAt)) return 'too late, but there was time';
  if (status === 'cancelled' && last && notice.kind !== 'digest' && causeHolds(notice, last.after))
    return 'cancelled, but its cause holds';
  if (status === 'invalid' && !outcome.injected.invalid) return 'called invalid';
  if (status === 'dead' && attempts < 8) return `dead after ${attempts} attempts`;
  return undefined;
};

/** Staff who could not be told at once have a digest to come; a fault of ours has its alarm. */
const untold = (notice: Notice, { notices, alarms }: Outcome): string | undefined => {
  const { status, audience, kind, channel, accountId, dueAt } = notice;
  const isWork = status === 'no-credit' && audience !== 'graduate' && kind !== 'digest';
  const hasDigest = notices.some(
    (one) => one.kind === 'digest' && one.accountId === accountId && one.dueAt > dueAt,
  );
  if (isWork && channel === 'subscribe' && !hasDigest) return 'nobody is told by a digest';
  return status === 'invalid' && alarms.length === 0 ? 'no alarm was raised' : undefined;
};

const ledgerFaults = (
  { accounts, people, negativeLedger, injected, notices }: Outcome,
  all: readonly SentMessage[],
) => {
  const faults: string[] = negativeLedger ? ['below zero'] : [];
  const refused = Boolean(injected.refused) || notices.some(({ errorCode }) => errorCode === 43101);
  for (const { _id: openid, credits } of accounts) {
    for (const template of TEMPLATE_KEYS) {
      const taps = people.taps.get(`${openid}/${template}`) ?? 0;
      const sent = all.filter((one) => one.openid === openid && one.templateId === `tmpl-${template}`).length;
      if (sent > taps) faults.push(`${openid} got ${sent} messages for ${taps} taps`);
      if (credits[template] > taps) faults.push(`${openid} has more than was tapped`);
      if (!refused && credits[template] < taps - sent) faults.push(`${openid} lost a top-up of ${template}`);
    }
  }
  return faults;
};

/** Judges one schedule by what WeChat took and what is stored in the end. */
export const judge = (outcome: Outcome, all: readonly SentMessage[]): Verdict => {
  const { seed, rounds, notices } = outcome;
  const violations: Violation[] = [];
  const violate = (rule: string, detail: string) => void violations.push({ rule, seed, detail });
  const byNotice = new Map<string, SentMessage[]>();
  for (const message of all) {
    const id = noticeIdOf(message.page);
    byNotice.set(id, [...(byNotice.get(id) ?? []), message]);
  }
  let duplicates = 0;
  for (const notice of notices) {
    const messages = byNotice.get(notice._id) ?? [];
    const arrived = notice.channel === 'wecom' ? outcome.posts.length : messages.length;
    const end = wrongEnd(notice, outcome, arrived) ?? untold(notice, outcome);
    if (end) violate('nothing due is lost', `${notice._id} (${notice.status}): ${end}`);
    duplicates += Math.max(0, messages.length - 1);
    if (messages.length > 1 && !notice.mayRepeat)
      violate('duplicates are counted', `${notice._id} was sent ${messages.length} times`);
    for (const message of messages) {
      if (disturbs(notice.rulebookId, message.sentAt))
        violate('quiet hours', `${notice._id} at ${new Date(message.sentAt).toISOString()}`);
      const round = rounds.find(({ messageIds }) => messageIds.includes(message.id));
      if (round && !causeHolds(notice, round.before) && !causeHolds(notice, round.after))
        violate('no cause, no notice', `${notice._id} at ${new Date(message.sentAt).toISOString()}`);
    }
  }
  for (const { sentAt } of outcome.posts)
    if (disturbs(DEFAULT_RULEBOOK_ID, sentAt))
      violate('quiet hours', `a post at ${new Date(sentAt).toISOString()}`);
  for (const detail of ledgerFaults(outcome, all)) violate('the ledger', detail);
  const mayRepeat = notices.filter((notice) => notice.mayRepeat).length;
  return { violations, messages: all.length, duplicates, mayRepeat };
};
