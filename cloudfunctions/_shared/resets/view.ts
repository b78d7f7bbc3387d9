import type { Response } from '../../../miniprogram/contract';
import type { ResetRequest } from '../store/records';

type ResetView = NonNullable<Response<'graduate', 'home'>['resetRequest']>;

/** A code past its time counts as expired even before the timer has written so. */
export const hasExpired = ({ state, expiresAt }: ResetRequest, now: number): boolean =>
  state === 'expired' || (state === 'issued' && expiresAt !== null && expiresAt <= now);

export const toResetView = (request: ResetRequest, now: number): ResetView => {
  const { _id: id, state, handler, note, requestedAt, issuedAt, expiresAt, escalatesAt } = request;
  return {
    id,
    handler,
    note,
    requestedAt,
    issuedAt,
    expiresAt,
    escalatesAt,
    state: hasExpired(request, now) ? 'expired' : state,
  };
};
