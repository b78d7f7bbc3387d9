import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../ports';
import type { ResetRequest } from '../records';

export const latestRequest = async (
  { store }: Ports,
  memberId: string,
): Promise<ResetRequest | undefined> => {
  const [request] = await store.find('resetRequests', {
    where: { memberId },
    orderBy: ['requestedAt', 'desc'],
    limit: 1,
  });
  return request;
};

/** `NOT_FOUND` also when it is somebody else's: the caller learns nothing about it. */
export const requestWithin = async (
  { store }: Ports,
  requestId: string,
  isInScope: (request: ResetRequest) => boolean,
): Promise<Result<ResetRequest>> => {
  const request = await store.get('resetRequests', requestId);
  return request && isInScope(request) ? ok(request) : fail('NOT_FOUND');
};
