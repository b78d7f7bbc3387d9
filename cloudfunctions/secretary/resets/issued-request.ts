import type { Response } from '../../../miniprogram/contract';
import type { ResetRequest } from '../../_shared/store/records';
import { requestAt } from '../../_shared/resets/by-clock';

type Issued = Response<'secretary', 'issueResetCode'>['issued'];

/** States of a request whose code has been given out. */
export const ISSUED_STATES = [
  'issued',
  'revealed',
  'solved',
  'failed',
  'expired',
] as const satisfies readonly Issued['state'][];

const isIssued = (state: string): state is Issued['state'] =>
  (ISSUED_STATES as readonly string[]).includes(state);

/** One request that has its code, or nothing when it has none. */
export const toIssued = (request: ResetRequest, now: number): Issued[] => {
  const { _id: id, memberName, issuedAt, expiresAt, state } = requestAt(request, now);
  return issuedAt !== null && expiresAt !== null && isIssued(state)
    ? [{ id, memberName, issuedAt, expiresAt, state }]
    : [];
};
