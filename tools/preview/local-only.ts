import type { IncomingMessage } from 'node:http';

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * True for a request a page of this machine made to this machine: neither a foreign site's script nor a
 * rebound host name may drive the preview.
 */
export const isLocalRequest = ({ headers }: IncomingMessage): boolean => {
  if (!headers.host || !LOCAL.test(headers.host)) return false;
  return headers.origin === undefined || LOCAL.test(headers.origin.replace(/^https?:\/\//, ''));
};
