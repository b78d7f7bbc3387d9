import type { SendOutcome } from './ports';

/** Stands for a reply without a code: timeout, broken connection, empty answer. */
export const UNKNOWN_CODE = -999;

/** WeChat's answers to `subscribeMessage.send`; every other code leaves open whether it was sent. */
const KIND_OF_CODE: Readonly<Record<number, SendOutcome['kind']>> = {
  0: 'sent',
  43101: 'no-credit',
  47003: 'invalid',
  40003: 'invalid',
  40037: 'invalid',
  41030: 'invalid',
  45009: 'busy',
  [-1]: 'busy',
};

export const outcomeOf = (code: number): SendOutcome => ({ kind: KIND_OF_CODE[code] ?? 'unknown', code });
