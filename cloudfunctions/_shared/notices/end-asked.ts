/** What staff were asked to do and is done counts as read: nobody opens a message to find that out. */
import { codeDoneBy, doneBy, type Told } from '../../../miniprogram/domain/reminding/still-true';
import type { ResetState } from '../../../miniprogram/domain/transfer/reset-states';
import { describeBug } from '../kernel/bugs';
import type { Ports } from '../platform/ports';
import type { ResetRequest, Transfer } from '../store/records';
import { timelineOf } from '../store/records/timeline';
import { countAsRead } from './count-as-read';

type Needs = Pick<Ports, 'store' | 'clock' | 'log'>;

/** After a commit, which stands whatever comes of this. */
const end = async (ports: Needs, aboutId: string, done: readonly Told[]): Promise<void> => {
  try {
    for (const audience of new Set(done.map((one) => one.audience))) {
      const kinds = done.filter((one) => one.audience === audience).map(({ kind }) => kind);
      // What is asked from now on is not meant.
      const dueAt = { lte: ports.clock.now() };
      await countAsRead(ports, { aboutId, dueAt, audience, kind: { in: kinds } });
    }
  } catch (error) {
    ports.log('telling-failed', describeBug(error));
  }
};

/** A draft may be somebody's first; only who has changed their way has had the college asked about it. */
const mayBeAsked =
  (transfer: Transfer) =>
  ({ kind }: { readonly kind: string }): boolean =>
    kind !== 'situation-changed' || timelineOf(transfer).some(({ step }) => step === 'change-situation');

/** Of a transfer, by a step. */
export const endAsked = (ports: Needs, before: Transfer, after: Transfer): Promise<void> =>
  end(ports, before.memberId, doneBy(before, after).filter(mayBeAsked(before)));

/** Of a request for a code that has changed. @param before the state it was stored in */
export const endAskedForCode = (
  ports: Needs,
  before: ResetState,
  { memberId, state }: Pick<ResetRequest, 'memberId' | 'state'>,
): Promise<void> => end(ports, memberId, codeDoneBy(before, state));
