import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { CurrentSeason } from '../../season/season';
import type { Lease } from './claim-notices';
import { persist } from './persist';
import { settlementOf, type Settlement, type Verdict } from './settlement';
import { allowedFrom } from './sort-out';

export interface Judged {
  readonly notice: Notice;
  readonly verdict: Verdict;
}

/** Writes verdicts where the claim is still this sender's: one call for all that end alike. */
export const settleNotices = async (
  { store, clock }: Ports,
  { lease, season }: { lease: Lease; season: CurrentSeason },
  judged: readonly Judged[],
): Promise<void> => {
  const now = clock.now();
  const groups = new Map<string, { settlement: Settlement; ids: string[] }>();
  for (const { notice, verdict } of judged) {
    const readyAt = () => allowedFrom(notice, season, notice.dueAt);
    const settlement = settlementOf(notice, verdict, { now, readyAt });
    if (!settlement) continue;
    const key = JSON.stringify(settlement);
    const group = groups.get(key) ?? { settlement, ids: [] };
    group.ids.push(notice._id);
    groups.set(key, group);
  }
  await Promise.all(
    [...groups.values()].map(({ settlement: { set, over, attempts }, ids }) =>
      persist(() =>
        store.changeAll(
          'notices',
          { _id: { in: ids }, leaseId: lease.id, status: { in: over } },
          attempts === 0 ? { set } : { set, add: { attempts } },
        ),
      ),
    ),
  );
};
