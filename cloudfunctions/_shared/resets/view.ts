import type { Response } from '../../../miniprogram/contract';
import type { College, ResetRequest } from '../store/records';
import { requestAt } from './by-clock';

type ResetView = NonNullable<Response<'graduate', 'home'>['resetRequest']>;

/** @param college names the teacher it has gone to by the clock */
export const toResetView = (request: ResetRequest, now: number, college?: College): ResetView => {
  const { _id: id, state, handler, note, requestedAt, issuedAt, expiresAt, escalatesAt } = requestAt(
    request,
    now,
    college,
  );
  return { id, state, handler, note, requestedAt, issuedAt, expiresAt, escalatesAt };
};
