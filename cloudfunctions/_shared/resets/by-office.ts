/** Whoever is named on a request for a code without having acted for it stands there by office. */
import type { ResetRequest } from '../store/records';

const OFFICES: Readonly<Record<ResetRequest['handler']['role'], string>> = {
  secretary: '团支书',
  teacher: '学院团委老师',
};

/** The request with its handler's office in place of their name. */
export const byOffice = (request: ResetRequest): ResetRequest => ({
  ...request,
  handler: { ...request.handler, name: OFFICES[request.handler.role] },
});
