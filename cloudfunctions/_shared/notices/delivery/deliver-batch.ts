/** One lease from its claim to its end: sort out, fund, send, settle. */
import { apart } from '../../kernel/apart';
import { describeBug } from '../../kernel/bugs';
import { DELIVERY } from '../../kernel/policy';
import type { Ports } from '../../platform/ports';
import type { CurrentSeason } from '../../season/season';
import { isOfDatabase } from '../../store/database-errors';
import type { Notice } from '../../store/records';
import { CHANNELS } from '../channels';
import type { SomeNotices } from '../channels/channel';
import { raiseAlarms, tellBroken } from './alarms';
import { BatchBook } from './batch-book';
import type { Claim, Lease } from './claim-notices';
import type { Prepared } from './prepare-batch';
import { count, PAUSE, type Run } from './run';
import { settleNotices, type Judged } from './settle-notices';
import type { Verdict } from './settlement';
import { allowedFrom } from './sort-out';

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

/** Decides for a claimed batch before anybody is asked. */
type Prepare = (ports: Ports, notices: readonly Notice[], season: CurrentSeason) => Promise<Prepared>;

/** Why nobody is asked any more: no quota, night, no time, or a lease that a slow send could outlive. */
const unasked = (
  notice: Notice,
  { run, season, lease }: { run: Run; season: CurrentSeason; lease: Lease },
  now: number,
): Verdict | undefined => {
  const why = run.stopped.get(notice.channel);
  if (why) return { kind: 'held', until: now + PAUSE[why] };
  const until = allowedFrom(notice, season, now);
  if (until > now) return { kind: 'held', until };
  return now >= run.stopAt || now + DELIVERY.sendTimeoutMs >= lease.endsAt ? { kind: 'unsent' } : undefined;
};

const logBroken = ({ log }: Ports, { _id: id, kind }: Notice, error: unknown): void =>
  log('notice-broken', { id, kind, ...describeBug(error) });

/**
 * Nobody was asked yet: where the database fails, the batch goes back without an attempt. Otherwise some minutes of its
 * failures would use up all attempts, and the messages would never leave. Where a fault of ours meets one notice, the
 * others go on without it.
 */
const prepared = async (
  ports: Ports,
  notices: readonly Notice[],
  { season, lease, prepare }: { season: CurrentSeason; lease: Lease; prepare: Prepare },
): Promise<Prepared> => {
  try {
    const parts = await apart<Notice, Prepared>(notices, {
      work: (some) => prepare(ports, some, season),
      isForAll: isOfDatabase,
      broken: (notice, error): Prepared => {
        logBroken(ports, notice, error);
        return { toSend: [], judged: [{ notice, verdict: { kind: 'broken' } }], accounts: new Map() };
      },
    });
    return {
      toSend: parts.flatMap(({ toSend }) => toSend),
      judged: parts.flatMap(({ judged }) => judged),
      accounts: new Map(parts.flatMap(({ accounts }) => [...accounts])),
    };
  } catch (error) {
    const unsent = notices.map((notice): Judged => ({ notice, verdict: { kind: 'unsent' } }));
    await settleNotices(ports, { lease, season }, unsent);
    throw error;
  }
};

/** Sends a batch, writing down what was sent as it goes. */
export const deliverBatch = async (
  ports: Ports,
  { lease, notices }: Claim,
  { run, season, prepare }: { run: Run; season: CurrentSeason; prepare: Prepare },
): Promise<void> => {
  const { toSend, judged, accounts } = await prepared(ports, notices, { season, lease, prepare });
  const book = new BatchBook(ports, { lease, season }, judged);

  const attempt = async (about: SomeNotices): Promise<void> => {
    const [first] = about;
    const channel = CHANNELS[first.channel];
    try {
      const within = { run, season, lease };
      const verdict = unasked(first, within, ports.clock.now()) ?? (await channel.send(ports, about));
      const stopped = channel.stoppedBy(verdict);
      if (stopped) run.stopped.set(first.channel, stopped);
      for (const notice of about) {
        book.note(notice, verdict);
        if (verdict.kind === 'sent') count(run, 'sent');
      }
    } catch (error) {
      // It may have been sent. Unsettled, it comes up again when its lease ends; the others must not wait for it.
      for (const notice of about) {
        logBroken(ports, notice, error);
        count(run, 'failed');
      }
      if (!isOfDatabase(error)) await tellBroken(ports, about);
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
  for (const { verdict } of ended) count(run, verdict.kind);
};
