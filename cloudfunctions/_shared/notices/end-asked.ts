/** What staff were asked to do and is done counts as read: nobody opens a message to find that out. */
import { doneBy } from '../../../miniprogram/domain/reminding/still-true';
import { describeBug } from '../kernel/bugs';
import type { Ports } from '../platform/ports';
import type { Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { countAsRead } from './count-as-read';

/** A draft may be somebody's first; only who has changed their way has had the college asked about it. */
const mayBeAsked =
  (transfer: Transfer) =>
  ({ kind }: { readonly kind: string }): boolean =>
    kind !== 'situation-changed' || timelineOf(transfer).some(({ step }) => step === 'change-situation');

/** After a step was committed, which stands whatever comes of this. */
export const endAsked = async (
  ports: Pick<Ports, 'store' | 'clock' | 'log'>,
  before: Transfer,
  after: Transfer,
): Promise<void> => {
  const done = doneBy(before, after).filter(mayBeAsked(before));
  try {
    for (const audience of new Set(done.map((one) => one.audience))) {
      const kinds = done.filter((one) => one.audience === audience).map(({ kind }) => kind);
      // What is asked from now on is not meant.
      const dueAt = { lte: ports.clock.now() };
      await countAsRead(ports, { aboutId: before.memberId, dueAt, audience, kind: { in: kinds } });
    }
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};
