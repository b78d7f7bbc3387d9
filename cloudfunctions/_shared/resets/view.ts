import type { Response } from '../../../miniprogram/contract';
import type { College, ResetRequest } from '../store/records';
import { requestAt } from './by-clock';

type ResetView = NonNullable<Response<'graduate', 'home'>['resetRequest']>;

/** Why it is with the teacher, where that is known. */
export const causeOf = ({ escalationCause }: ResetRequest): Pick<ResetRequest, 'escalationCause'> =>
  escalationCause === undefined ? {} : { escalationCause };

/** @param college names the teacher it has gone to by the clock */
export const toResetView = (request: ResetRequest, now: number, college?: College): ResetView => {
  const current = requestAt(request, now, college);
  const { _id: id, state, handler, note, requestedAt, issuedAt, expiresAt, escalatesAt } = current;
  const view = { id, handler, note, requestedAt, issuedAt, expiresAt, escalatesAt, state };
  return { ...view, ...causeOf(current) };
};
