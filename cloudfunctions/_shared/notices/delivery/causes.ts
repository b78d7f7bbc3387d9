/** Whether what a notice says is still so: its cause is read again just before sending. */
import type { StateOrNone } from '../../../../miniprogram/domain/transfer/lifecycle';
import { isResetNoticeStillTrue, isStillTrue } from '../../../../miniprogram/domain/reminding/still-true';
import type { Ports } from '../../platform/ports';
import { transferIdOf } from '../../store/record-ids';
import type { Notice, ResetRequest, Transfer } from '../../store/records';
import { rulesOf } from '../../season/rules-of';

type Cause =
  | { readonly of: 'reset'; readonly id: string }
  /** Season reminders belong to no attempt. */
  | { readonly of: 'transfer'; readonly id: string; readonly attempt: number | null };

/** Plan ids are `transferId:attempt:kind`, `requestId:1:kind` or `seasonId:memberId:season-near-days`. */
const causeOf = ({ kind, planId }: Notice): Cause | undefined => {
  const [owner = '', second = ''] = planId.split(':');
  if (kind === 'season-near') return { of: 'transfer', id: transferIdOf(owner, second), attempt: null };
  if (owner.startsWith('r-')) return { of: 'reset', id: owner };
  // What is true of nobody's transfer depends on none, such as a nudge.
  return isStillTrue(kind, 'none') ? undefined : { of: 'transfer', id: owner, attempt: Number(second) };
};

/** A transfer without a card step completes with its arrival, and that is still news. */
const toldState = (transfer: Transfer | undefined): StateOrNone => {
  if (!transfer) return 'none';
  return transfer.state === 'completed' && !rulesOf(transfer).route.cardStep ? 'accepted' : transfer.state;
};

/** `unknown`: its cause is there, but cannot be read. */
export type Truth = (notice: Notice) => boolean | 'unknown';

/** Reads the causes of a batch at once. */
export const readCauses = async ({ store }: Ports, notices: readonly Notice[]): Promise<Truth> => {
  const causes = notices.flatMap((notice) => causeOf(notice) ?? []);
  const idsOf = (of: Cause['of']) => [...new Set(causes.filter((one) => one.of === of).map(({ id }) => id))];
  const [transfers, requests] = await Promise.all([
    store.lookUp('transfers', idsOf('transfer')),
    store.lookUp('resetRequests', idsOf('reset')),
  ]);
  const transferOf = new Map<string, Transfer>(transfers.records.map((one) => [one._id, one]));
  const requestOf = new Map<string, ResetRequest>(requests.records.map((one) => [one._id, one]));
  return (notice) => {
    const cause = causeOf(notice);
    if (!cause) return true;
    if (transfers.unreadable.has(cause.id) || requests.unreadable.has(cause.id)) return 'unknown';
    if (cause.of === 'reset') {
      const request = requestOf.get(cause.id);
      return request !== undefined && isResetNoticeStillTrue(notice.kind, request.state);
    }
    const transfer = transferOf.get(cause.id);
    const isThisAttempt = cause.attempt === null || cause.attempt === transfer?.attempt;
    return isThisAttempt && isStillTrue(notice.kind, toldState(transfer));
  };
};
