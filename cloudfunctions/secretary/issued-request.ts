import type { Response } from '../../miniprogram/domain/contract';
import type { ResetRequest } from '../_shared/records';
import { hasExpired } from '../_shared/resets/view';

type Issued = Response<'secretary', 'issueResetCode'>['issued'];

const SHOWN: readonly string[] = [
  'issued',
  'revealed',
  'solved',
  'failed',
  'expired',
] satisfies Issued['state'][];

const isShown = (state: string): state is Issued['state'] => SHOWN.includes(state);

/** One request that has its code, or nothing when it has none. */
export const toIssued = (request: ResetRequest, now: number): Issued[] => {
  const { _id: id, memberName, issuedAt, expiresAt } = request;
  const state = hasExpired(request, now) ? 'expired' : request.state;
  return issuedAt !== null && expiresAt !== null && isShown(state)
    ? [{ id, memberName, issuedAt, expiresAt, state }]
    : [];
};
