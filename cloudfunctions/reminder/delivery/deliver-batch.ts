/** One lease from its claim to its end: sort out, fund, send, settle. */
import { describeBug } from '../../_shared/bugs';
import { DELIVERY } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Notice } from '../../_shared/records';
import { raiseAlarms } from './alarms';
import { planCatchUps } from './catch-up';
import { readCauses } from './causes';
import type { Claim } from './claim-notices';
import { fundedOf, type Accounts } from './credits';
import type { CurrentSeason } from '../../_shared/season';
import { postToRobot } from './post-to-robots';
import { refreshDigest } from './refresh-digest';
import type { Limit } from './send-limit';
import { settleNotices, type Judged } from './settle-notices';
import type { Verdict } from './settlement';
import { fateOf } from './sort-out';
import { refusedSpending, spend, Spending } from './spend-credits';

/** What all batches of one run share. */
export interface Run {
  readonly limit: Limit;
  /** Epoch ms after which nothing is sent any more. */
  readonly stopAt: number;
  readonly season: CurrentSeason;
  /** WeChat's daily quota is used up: nobody else is to be asked in this run. */
  quotaUsed: boolean;
  count(kind: Verdict['kind'] | 'failed'): void;
}

const QUOTA_USED = 45009;

interface Prepared {
  readonly toSend: readonly Notice[];
  readonly toPost: readonly Notice[];
  readonly judged: readonly Judged[];
  readonly accounts: Accounts;
}

/** One that fails waits for the end of its lease; the others must not. */
const refreshed = async (ports: Ports, digest: Notice): Promise<Notice | undefined> => {
  try {
    return await refreshDigest(ports, digest);
  } catch (error) {
    ports.log('digest-failed', describeBug(error));
    return undefined;
  }
};

/** Digests are written anew; one that is not to be sent has been settled by that. */
const withFreshDigests = async (ports: Ports, notices: readonly Notice[]): Promise<Notice[]> => {
  const current = await Promise.all(
    notices.map((notice) => (notice.kind === 'digest' ? refreshed(ports, notice) : notice)),
  );
  return current.filter((notice) => notice !== undefined);
};

/** Decides for all of a batch, with one read for each collection. */
const prepare = async (ports: Ports, claimed: readonly Notice[], { season }: Run): Promise<Prepared> => {
  const notices = await withFreshDigests(ports, claimed);
  const people = notices.filter(({ channel }) => channel === 'subscribe');
  const [isTrue, found] = await Promise.all([
    readCauses(ports, notices),
    ports.store.getMany('accounts', [...new Set(people.map(({ accountId }) => accountId))]),
  ]);
  const accounts = new Map(found.map((account) => [account._id, account]));
  const judged: Judged[] = [];
  const fit = notices.filter((notice) => {
    const verdict = fateOf(notice, { isTrue, season, now: ports.clock.now() });
    if (verdict) judged.push({ notice, verdict });
    return verdict === undefined;
  });
  const asked = fit.filter(({ channel }) => channel === 'subscribe');
  const funded = await fundedOf(ports, asked, accounts);
  for (const notice of asked)
    if (!funded.has(notice._id)) judged.push({ notice, verdict: { kind: 'not-asked' } });
  return {
    toSend: asked.filter(({ _id }) => funded.has(_id)),
    toPost: fit.filter(({ channel }) => channel === 'wecom'),
    judged,
    accounts,
  };
};

const byCollege = (notices: readonly Notice[]): Map<string, Notice[]> => {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const collegeId = notice.collegeId ?? '';
    groups.set(collegeId, [...(groups.get(collegeId) ?? []), notice]);
  }
  return groups;
};

/** Sends a batch, writing down what was sent as it goes. */
export const deliverBatch = async (ports: Ports, { lease, notices }: Claim, run: Run): Promise<void> => {
  const { toSend, toPost, judged: sortedOut, accounts } = await prepare(ports, notices, run);
  const ended: Judged[] = [...sortedOut];
  const spent = new Spending();
  let sent: Judged[] = [];
  const writes: Promise<void>[] = [];

  /** Why nobody is to be asked any more: no quota, no time, or a lease that a slow send could outlive. */
  const unaskedVerdict = (): Verdict | undefined => {
    const now = ports.clock.now();
    if (run.quotaUsed) return { kind: 'held', until: now + DELIVERY.firstBackoffMs };
    return now >= run.stopAt || now + DELIVERY.sendTimeoutMs >= lease.endsAt ? { kind: 'unsent' } : undefined;
  };
  const writeSent = async (): Promise<void> => {
    const part = sent;
    sent = [];
    const spending = new Spending();
    for (const { notice } of part) {
      if (notice.channel === 'subscribe') spending.add(notice);
    }
    await settleNotices(ports, lease, part);
    await spend(ports, spending);
  };
  const note = (notice: Notice, verdict: Verdict): void => {
    if (verdict.kind !== 'sent') return void ended.push({ notice, verdict });
    if (notice.channel === 'subscribe') spent.add(notice);
    run.count('sent');
    sent.push({ notice, verdict });
    if (sent.length >= DELIVERY.settleSize) writes.push(writeSent());
  };
  const attempt = async (about: readonly Notice[], send: () => Promise<Verdict>): Promise<void> => {
    try {
      const verdict = unaskedVerdict() ?? (await send());
      if (verdict.kind === 'busy' && verdict.code === QUOTA_USED && about[0]?.channel === 'subscribe')
        run.quotaUsed = true;
      for (const notice of about) note(notice, verdict);
    } catch {
      // Unsettled, it comes up again when its lease ends; the others must not wait for it.
      for (const _ of about) run.count('failed');
    }
  };

  const sends = toSend.map((notice) =>
    run.limit(() =>
      attempt([notice], () => {
        const { _id: noticeId, accountId: openid, template, page, fields } = notice;
        return ports.messenger.send({ noticeId, openid, template, page, fields });
      }),
    ),
  );
  const posts = [...byCollege(toPost)].map(([collegeId, group]) =>
    run.limit(() => attempt(group, () => postToRobot(ports, collegeId, group))),
  );
  await Promise.all([...sends, ...posts]);
  if (sent.length > 0) writes.push(writeSent());
  await Promise.all(writes);
  await settleNotices(ports, lease, ended);
  const refused = ended.filter(({ verdict }) => verdict.kind === 'no-credit').map(({ notice }) => notice);
  await spend(ports, refusedSpending(refused, accounts, spent));
  await raiseAlarms(ports, ended);
  const untold = ended.filter(({ verdict }) => verdict.kind === 'no-credit' || verdict.kind === 'not-asked');
  await planCatchUps(
    ports,
    untold.map(({ notice }) => notice),
    accounts,
  );
  for (const { verdict } of ended) run.count(verdict.kind);
};
