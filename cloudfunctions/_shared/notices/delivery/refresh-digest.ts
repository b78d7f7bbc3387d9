import { HOUR_MS } from '../../../../miniprogram/domain/calendar/china-time';
import { ok } from '../../../../miniprogram/domain/errors';
import { rulebookNamed } from '../../season/season';
import type { Ports } from '../../platform/ports';
import type { Notice } from '../../store/records';
import { digestWords } from '../digest';
import { waitingFor } from '../reminders/waiting';

const waitingIn = async (ports: Ports, { audience, aboutId, digestOf, rulebookId }: Notice) => {
  if (audience === 'graduate') return undefined;
  const now = ports.clock.now();
  const { escalateAfterHours, ageLimit } = rulebookNamed(rulebookId);
  const patienceMs = digestOf === 'all' ? 0 : escalateAfterHours * HOUR_MS;
  return waitingFor(ports, { audience, aboutId }, { since: now - patienceMs, ageLimit });
};

/** Writes a claimed digest anew from what waits now; drops it when nothing does. Resolves to the digest to send, if any. */
export const refreshDigest = async (ports: Ports, claimed: Notice): Promise<Notice | undefined> => {
  const { store, clock } = ports;
  const rulebook = rulebookNamed(claimed.rulebookId);
  const now = clock.now();
  const facts = await waitingIn(ports, claimed);
  const refreshed = await store.transact(async (tx) => {
    const notice = await tx.get('notices', claimed._id);
    if (notice?.status !== 'sending' || notice.leaseId !== claimed.leaseId) return ok(undefined);
    if (!facts) {
      tx.put('notices', { ...notice, status: 'cancelled', readAt: now, settledAt: now });
      return ok(undefined);
    }
    const isLate = notice.notAfter !== null && notice.notAfter < now;
    const words = { ...notice, ...digestWords(facts, notice, { rulebook, at: now }) };
    tx.put('notices', isLate ? { ...notice, status: 'too-late', readAt: now, settledAt: now } : words);
    return ok(isLate ? undefined : words);
  });
  return refreshed.ok ? refreshed.data : undefined;
};
