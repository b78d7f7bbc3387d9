import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from './ports';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';

/**
 * AES-256-GCM bound to its context. A sealed text is `v1.<base64url of iv, tag, ciphertext>`.
 * @param key 32 bytes as base64.
 * @throws when the key has another length.
 */
export const createCipher = (key: string, randomBytes: (size: number) => Buffer): Cipher => {
  const secret = Buffer.from(key, 'base64');
  if (secret.length !== KEY_BYTES) throw new Error('FIELD_KEY must be 32 bytes in base64');
  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${FORMAT}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [format, encoded] = sealed.split('.');
      if (format !== FORMAT || encoded === undefined) throw new Error('unknown format of a sealed text');
      const bytes = Buffer.from(encoded, 'base64url');
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(ALGORITHM, secret, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
      const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    },
  };
};
