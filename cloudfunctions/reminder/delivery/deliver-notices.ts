/** Claim → send → settle, batch by batch, until nothing is due or the function's time is nearly over. */
import { inParallel } from '../../_shared/in-parallel';
import { DELIVERY } from '../../_shared/policy';
import type { Ports } from '../../_shared/ports';
import type { Notice } from '../../_shared/records';
import { isFunded } from './credits';
import { claimNotices } from './claim-notices';
import { refreshDigest } from './refresh-digest';
import { settleNotice, type Verdict } from './settle-notice';

export type DeliveryCounts = Partial<Record<Verdict['kind'] | 'too-late' | 'failed', number>>;

const groupByAccount = (notices: readonly Notice[]): Notice[][] => {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices)
    groups.set(notice.accountId, [...(groups.get(notice.accountId) ?? []), notice]);
  return [...groups.values()];
};

/** Without a credit WeChat is not asked: the answer would be 43101. */
const sendOne = async (ports: Ports, notice: Notice): Promise<Verdict> => {
  const { store, messenger } = ports;
  const account = await store.get('accounts', notice.accountId);
  const { template, page, fields, accountId: openid } = notice;
  if (!account || !(await isFunded(ports, notice, account))) return { kind: 'not-asked' };
  return messenger.send({ openid, template, page, fields });
};

/** One person's notices one after the other, so that they see each other's spent credits. */
const deliverGroup = async (
  ports: Ports,
  group: readonly Notice[],
  counts: DeliveryCounts,
): Promise<void> => {
  for (const notice of group) {
    let kind: keyof DeliveryCounts = 'failed';
    try {
      const current = notice.kind === 'digest' ? await refreshDigest(ports, notice) : notice;
      const verdict: Verdict = current ? await sendOne(ports, current) : { kind: 'not-asked' };
      if (current) await settleNotice(ports, current, verdict);
      kind = verdict.kind;
      if (verdict.kind === 'invalid') ports.log('notice-invalid', { kind: notice.kind, code: verdict.code });
    } catch {
      // Unsettled, it comes up again when its lease ends; the others must not wait for it.
    }
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
};

/** Delivers what is due until `stopAt`; returns how many ended how. */
export const deliverNotices = async (ports: Ports, stopAt: number): Promise<DeliveryCounts> => {
  const counts: DeliveryCounts = {};
  while (ports.clock.now() < stopAt) {
    const { claimed, tooLate, found } = await claimNotices(ports);
    if (tooLate > 0) counts['too-late'] = (counts['too-late'] ?? 0) + tooLate;
    if (found === 0 || (claimed.length === 0 && tooLate === 0)) break;
    const jobs = groupByAccount(claimed).map((group) => () => deliverGroup(ports, group, counts));
    await inParallel(jobs, DELIVERY.parallelSends);
  }
  return counts;
};
