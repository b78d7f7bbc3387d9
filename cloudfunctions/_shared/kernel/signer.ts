import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFieldKeys } from './field-keys';
import type { Signer } from './ports';

/** Keeps this key apart from the one that seals fields. */
const PURPOSE = 'card-pass-v1';
const KEY_BYTES = 32;
/** Enough against guessing while a pass lives ten minutes, and short enough for a QR code. */
const SIGNATURE_BYTES = 16;

/** HMAC-SHA-256 with a key of its own derived from each field key; the newest signs, all verify. */
export const createSigner = (fieldKey: string): Signer => {
  const [newest, ...older] = readFieldKeys(fieldKey).map(({ secret }) =>
    Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES)),
  ) as [Buffer, ...Buffer[]];
  const bytesOf = (key: Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, SIGNATURE_BYTES);
  return {
    sign: (text) => bytesOf(newest, text).toString('base64url'),
    verify: (text, signature) => {
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== SIGNATURE_BYTES) return false;
      return [newest, ...older].some((key) => timingSafeEqual(given, bytesOf(key, text)));
    },
  };
};
