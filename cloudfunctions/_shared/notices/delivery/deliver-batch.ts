/** One lease from its claim to its end: sort out, fund, send, settle. */
import type { NoticeChannel } from '../../../../miniprogram/domain/reminding/kinds';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import { isOfDatabase } from '../../store/database-errors';
import { CHANNELS } from '../channels';
import type { SomeNotices } from '../channels/channel';
import { raiseAlarms } from './alarms';
import { BatchBook } from './batch-book';
import type { Claim, Lease } from './claim-notices';
import { prepareBatch, type Prepared } from './prepare-batch';
import type { Limit, Turns } from './send-limit';
import { settleNotices, type Judged } from './settle-notices';
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
  /** Channels by which nobody else is to be asked in this run: the day's quota is used up, or nothing of ours is taken. */
  readonly stopped: Map<NoticeChannel, keyof typeof PAUSE>;
  /** Something due cannot be read: from now on only what this release knows is looked for. */
  isThinned: boolean;
  count(kind: Verdict['kind'] | 'failed'): void;
}

const PAUSE = { quota: DELIVERY.firstBackoffMs, denied: DELIVERY.deniedMs } as const;

/** Those that are told by one send. */
const together = (notices: readonly Notice[]): SomeNotices[] => {
  const groups = new Map<string, SomeNotices>();
  for (const notice of notices) {
    const name = `${notice.channel}/${CHANNELS[notice.channel].togetherBy(notice)}`;
    const others = groups.get(name);
    groups.set(name, others ? [...others, notice] : [notice]);
  }
  return [...groups.values()];
};

/** Why nobody is asked any more: no quota, night, no time, or a lease that a slow send could outlive. */
const unasked = (notice: Notice, run: Run, lease: Lease, now: number): Verdict | undefined => {
  const why = run.stopped.get(notice.channel);
  if (why) return { kind: 'held', until: now + PAUSE[why] };
  const until = allowedFrom(notice, run.season, now);
  if (until > now) return { kind: 'held', until };
  return now >= run.stopAt || now + DELIVERY.sendTimeoutMs >= lease.endsAt ? { kind: 'unsent' } : undefined;
};

/**
 * Nobody was asked yet: where the database fails, the batch goes back without an attempt. Otherwise some minutes of its
 * failures would use up all attempts, and the messages would never leave. A bug keeps its attempt, or it went on for ever.
 */
const prepare = async (ports: Ports, { lease, notices }: Claim, { season }: Run): Promise<Prepared> => {
  try {
    return await prepareBatch(ports, notices, season);
  } catch (error) {
    const unsent = notices.map((notice): Judged => ({ notice, verdict: { kind: 'unsent' } }));
    if (isOfDatabase(error)) await settleNotices(ports, { lease, season }, unsent);
    throw error;
  }
};

/** Sends a batch, writing down what was sent as it goes. */
export const deliverBatch = async (ports: Ports, claim: Claim, run: Run): Promise<void> => {
  const { lease } = claim;
  const { toSend, judged, accounts } = await prepare(ports, claim, run);
  const book = new BatchBook(ports, { lease, season: run.season }, judged);

  const attempt = async (about: SomeNotices): Promise<void> => {
    const [first] = about;
    const channel = CHANNELS[first.channel];
    try {
      const verdict = unasked(first, run, lease, ports.clock.now()) ?? (await channel.send(ports, about));
      const stopped = channel.stoppedBy(verdict);
      if (stopped) run.stopped.set(first.channel, stopped);
      for (const notice of about) {
        book.note(notice, verdict);
        if (verdict.kind === 'sent') run.count('sent');
      }
    } catch {
      // Unsettled, it comes up again when its lease ends; the others must not wait for it.
      for (const _ of about) run.count('failed');
    }
  };

  const sends = together(toSend).map((about) => {
    const [first] = about;
    const turn = `${first.channel}/${CHANNELS[first.channel].inTurnBy(first)}`;
    return run.inTurn(turn, () => run.limit(() => attempt(about)));
  });
  await Promise.all(sends);
  const ended = await book.writeSent();
  // Before they are settled: a sender that dies here does it again, one that dies later has done it.
  await raiseAlarms(ports, ended);
  await book.close(accounts);
  for (const { verdict } of ended) run.count(verdict.kind);
};
