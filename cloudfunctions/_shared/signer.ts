import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Signer } from './ports';

/** Keeps this key apart from the one that seals fields. */
const PURPOSE = 'card-pass-v1';
const KEY_BYTES = 32;
/** Enough against guessing while a pass lives ten minutes, and short enough for a QR code. */
const SIGNATURE_BYTES = 16;

/** HMAC-SHA-256 with a key of its own derived from the field key (base64). */
export const createSigner = (fieldKey: string): Signer => {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(fieldKey, 'base64'), '', PURPOSE, KEY_BYTES));
  const bytesOf = (text: string): Buffer =>
    createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, SIGNATURE_BYTES);
  return {
    sign: (text) => bytesOf(text).toString('base64url'),
    verify: (text, signature) => {
      const given = Buffer.from(signature, 'base64url');
      return given.length === SIGNATURE_BYTES && timingSafeEqual(given, bytesOf(text));
    },
  };
};
