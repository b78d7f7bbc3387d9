import { fail, ok, type Result } from '../../../miniprogram/domain/errors';
import type { Ports } from '../platform/ports';
import type { Member, ResetRequest } from '../store/records';
import { ifReadable } from '../store/records/unreadable';

/** A member's last requests, the newest first. */
export const latestRequests = ({ store }: Ports, memberId: string, limit: number): Promise<ResetRequest[]> =>
  store.find('resetRequests', { where: { memberId }, orderBy: ['requestedAt', 'desc'], limit, strict: true });

export const latestRequest = async (ports: Ports, memberId: string): Promise<ResetRequest | undefined> => {
  const [request] = await latestRequests(ports, memberId, 1);
  return request;
};

/** The one that home tells of: nothing is looked for once it is known that the person waits for none. */
export const requestShown = async (
  ports: Ports,
  { _id, asksForCode }: Pick<Member, '_id' | 'asksForCode'>,
): Promise<ResetRequest | undefined> =>
  asksForCode === false ? undefined : ifReadable(latestRequest(ports, _id));

/** For an early read of the request for a code that a call names. */
export const requestNamed = (
  { store }: Ports,
  { requestId }: { readonly requestId: string },
): Promise<ResetRequest | undefined> => store.get('resetRequests', requestId);

/** `NOT_FOUND` also when it is somebody else's: the caller learns nothing about it. */
export const requestWithin = (
  request: ResetRequest | undefined,
  isInScope: (request: ResetRequest) => boolean,
): Result<ResetRequest> => (request && isInScope(request) ? ok(request) : fail('NOT_FOUND'));
