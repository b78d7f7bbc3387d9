/** A digest says what waited at its hour: it counts as read once there is a newer one, or nothing waits any more. */
import { DAY_MS } from '../../../../miniprogram/domain/calendar/china-time';
import type { DigestSlot } from '../../../../miniprogram/domain/reminding/digest';
import { inParallel } from '../../kernel/in-parallel';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import type { NoticeStatus } from '../../store/records/notice';
import { rulebookNamed } from '../../season/season';
import { countAsRead, countTheseAsRead } from '../count-as-read';
import { waitingFor } from './waiting';

const MOST = 1000;
const PARALLEL = 10;
/** One that nothing has replaced is looked at again for a day beyond the slot before: by then all it told of is overdue. */
const LOOKED_BACK_MS = DAY_MS;
/** The inbox shows those. */
const SHOWN: readonly NoticeStatus[] = ['sent', 'no-credit', 'dead', 'invalid'];

const isSameReader = (one: Notice, other: Notice): boolean =>
  one.accountId === other.accountId && one.audience === other.audience;

/** Of whoever is told anew, however long ago. */
const replace = async (ports: Ports, digests: readonly Notice[]): Promise<void> => {
  for (const audience of ['secretary', 'teacher'] as const) {
    const own = digests.filter((digest) => digest.audience === audience);
    const [first] = own;
    if (!first) continue;
    const ids = own.map(({ accountId }) => accountId);
    const dueAt = { lt: Math.min(...own.map((digest) => digest.dueAt)) };
    await countAsRead(ports, { accountId: { in: ids }, dueAt, kind: 'digest', audience });
  }
};

/** Of all others where all is done by now. */
const endDone = async (ports: Ports, { at, since }: DigestSlot, told: readonly Notice[]): Promise<void> => {
  const { store, clock } = ports;
  const settledAt = { gte: since - LOOKED_BACK_MS };
  const shown = await store.find('notices', {
    where: { status: { in: SHOWN }, settledAt, kind: 'digest', readAt: null },
    orderBy: ['settledAt', 'desc'],
    limit: MOST,
  });
  const left = shown.filter((digest) => digest.dueAt < at && !told.some((one) => isSameReader(one, digest)));
  const jobs = left.map((digest) => async (): Promise<Notice[]> => {
    const { audience, aboutId, rulebookId } = digest;
    if (audience === 'graduate') return [];
    const { ageLimit } = rulebookNamed(rulebookId);
    const waiting = await waitingFor(ports, { audience, aboutId }, { since: clock.now(), ageLimit });
    return waiting ? [] : [digest];
  });
  await countTheseAsRead(ports, (await inParallel(jobs, PARALLEL)).flat());
};

/** @param told the digests of this slot, of which those that are told already may be among */
export const endEarlierDigests = async (
  ports: Ports,
  slot: DigestSlot,
  told: readonly Notice[],
): Promise<void> => {
  await replace(ports, told);
  await endDone(ports, slot, told);
};
