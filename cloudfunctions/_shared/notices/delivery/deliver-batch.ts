/** One lease from its claim to its end: sort out, fund, send, settle. */
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import { raiseAlarms } from './alarms';
import { BatchBook } from './batch-book';
import { planCatchUps } from './catch-up';
import type { Claim, Lease } from './claim-notices';
import { postToRobot } from './post-to-robot';
import { prepareBatch } from './prepare-batch';
import type { Limit, Turns } from './send-limit';
import type { Judged } from './settle-notices';
import type { Verdict } from './settlement';
import { allowedFrom } from './sort-out';

/** What all batches of one run share. */
export interface Run {
  readonly limit: Limit;
  /** Epoch ms after which nothing is sent any more. */
  readonly stopAt: number;
  readonly season: CurrentSeason;
  /** Of all batches: one person is sent one message after the other. */
  readonly inTurn: Turns;
  /** Why nobody else is to be asked in this run: the daily quota is used up, or WeChat takes nothing of ours. */
  stopped: 'quota' | 'denied' | undefined;
  /** Something due cannot be read: from now on only what this release knows is looked for. */
  isThinned: boolean;
  count(kind: Verdict['kind'] | 'failed'): void;
}

const QUOTA_USED = 45009;
const PAUSE = { quota: DELIVERY.firstBackoffMs, denied: DELIVERY.deniedMs } as const;

/** What a verdict says about everybody else of this run. */
const stopOf = (verdict: Verdict): Run['stopped'] => {
  if (verdict.kind === 'denied') return 'denied';
  return verdict.kind === 'busy' && verdict.code === QUOTA_USED ? 'quota' : undefined;
};

/**
 * Only who has a credit is asked, so a refusal contradicts the ledger, and refusals of people who had agreed are
 * reported. One that was refused before has its answer.
 */
const doubted = ({ errorCode }: Notice, verdict: Verdict): Verdict =>
  verdict.kind === 'no-credit' && errorCode !== verdict.code
    ? { kind: 'doubted', code: verdict.code }
    : verdict;

const byCollege = (notices: readonly Notice[]): Map<string, Notice[]> => {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const collegeId = notice.collegeId ?? '';
    groups.set(collegeId, [...(groups.get(collegeId) ?? []), notice]);
  }
  return groups;
};

/** Why nobody is asked any more: no quota, night, no time, or a lease that a slow send could outlive. */
const unasked = (notice: Notice, run: Run, lease: Lease, now: number): Verdict | undefined => {
  if (run.stopped && notice.channel === 'subscribe') return { kind: 'held', until: now + PAUSE[run.stopped] };
  const until = allowedFrom(notice, run.season, now);
  if (until > now) return { kind: 'held', until };
  return now >= run.stopAt || now + DELIVERY.sendTimeoutMs >= lease.endsAt ? { kind: 'unsent' } : undefined;
};

const untoldOf = (ended: readonly Judged[]): Notice[] =>
  ended
    .filter(({ verdict }) => verdict.kind === 'no-credit' || verdict.kind === 'not-asked')
    .map(({ notice }) => notice);

/** Sends a batch, writing down what was sent as it goes. */
export const deliverBatch = async (ports: Ports, { lease, notices }: Claim, run: Run): Promise<void> => {
  const { toSend, toPost, judged, accounts } = await prepareBatch(ports, notices, run.season);
  const book = new BatchBook(ports, { lease, season: run.season }, judged);

  /** One send that tells all of `about`. */
  const attempt = async (about: readonly Notice[], send: () => Promise<Verdict>): Promise<void> => {
    const [first] = about;
    if (!first) return;
    try {
      const verdict = unasked(first, run, lease, ports.clock.now()) ?? (await send());
      if (first.channel === 'subscribe') run.stopped ??= stopOf(verdict);
      for (const notice of about) {
        book.note(notice, verdict);
        if (verdict.kind === 'sent') run.count('sent');
      }
    } catch {
      // Unsettled, it comes up again when its lease ends; the others must not wait for it.
      for (const _ of about) run.count('failed');
    }
  };

  const sends = toSend.map((notice) =>
    run.inTurn(notice.accountId, () =>
      run.limit(() =>
        attempt([notice], async () => {
          const { _id: noticeId, accountId: openid, template, page, fields } = notice;
          return doubted(notice, await ports.messenger.send({ noticeId, openid, template, page, fields }));
        }),
      ),
    ),
  );
  const posts = [...byCollege(toPost)].map(([collegeId, group]) =>
    run.limit(() => attempt(group, () => postToRobot(ports, collegeId, group))),
  );
  await Promise.all([...sends, ...posts]);
  const ended = await book.writeSent();
  // Before they are settled: a sender that dies here does both again, one that dies later has done both.
  await planCatchUps(ports, untoldOf(ended), accounts);
  await raiseAlarms(ports, ended);
  await book.close(accounts);
  for (const { verdict } of ended) run.count(verdict.kind);
};
