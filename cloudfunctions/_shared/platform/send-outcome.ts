import { isDenied } from '../../../miniprogram/domain/reminding/denied-codes';
import type { SendOutcome } from './ports';

/** Stands for a reply without a code: timeout, broken connection, empty answer. */
export const UNKNOWN_CODE = -999;

/** The day's quota is used up. */
export const QUOTA_CODE = 45009;

/** Another message to the same person is on its way just now: a matter of seconds. */
export const CROWDED_CODE = 43108;

/**
 * WeChat's answers to `subscribeMessage.send`; every other code leaves open whether it was sent. -504003 is the cloud's
 * time-out and stays open with them.
 */
const KIND_OF_CODE: Readonly<Record<number, SendOutcome['kind']>> = {
  0: 'sent',
  43101: 'no-credit',
  45168: 'invalid',
  47003: 'invalid',
  40003: 'invalid',
  40037: 'invalid',
  41030: 'invalid',
  [QUOTA_CODE]: 'busy',
  [CROWDED_CODE]: 'busy',
  [-1]: 'busy',
};

/** WeChat names the field it refuses, as in `data.thing4.value invalid`. */
const fieldIn = (message: string): string | undefined => /\bdata\.(\w+)\.value/.exec(message)?.[1];

export const outcomeOf = (code: number, message = ''): SendOutcome => {
  const kind = isDenied(code) ? 'denied' : (KIND_OF_CODE[code] ?? 'unknown');
  const field = kind === 'invalid' ? fieldIn(message) : undefined;
  return field === undefined ? { kind, code } : { kind: 'invalid', code, field };
};

/** 企业微信's answers to a robot's post; every other code is a refusal of what was posted. */
export const robotOutcomeOf = (code: number): SendOutcome => {
  if (code === 0) return { kind: 'sent' };
  if (code === UNKNOWN_CODE) return { kind: 'unknown', code };
  return { kind: code === QUOTA_CODE || code === -1 ? 'busy' : 'invalid', code };
};
