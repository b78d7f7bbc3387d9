import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFieldKeys } from './field-keys';
import type { Cipher } from './ports';
import { SealBroken } from './broken-seal';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Names its key. A text of before there was more than one key does not, and was sealed with the oldest. */
const FORMAT = 'v2';
const UNNAMED_FORMAT = 'v1';
/** At least its iv and tag stand in the last part. */
const SEALED = /^(?:v1|v2\.[\w-]{1,20})\.[\w-]{38,}$/;

/** Whether a text is a sealed one, wherever it stands. */
export const looksSealed = (text: string): boolean => SEALED.test(text);

/** The name of the key that a sealed text says it was sealed with. */
export const sealedBy = (sealed: string): string => /^v2\.([\w-]+)\./.exec(sealed)?.[1] ?? '1';

/**
 * AES-256-GCM bound to its context. A sealed text is `v2.<key id>.<base64url of iv, tag, ciphertext>`; the newest key
 * seals, every key opens what it sealed.
 * @param fieldKey as the environment holds it.
 */
export const createCipher = (fieldKey: string, randomBytes: (size: number) => Buffer): Cipher => {
  const keys = readFieldKeys(fieldKey);
  const [newest] = keys;
  const oldest = keys[keys.length - 1] ?? newest;

  const takeApart = (sealed: string): { secret: Buffer; encoded: string } => {
    const [format, ...rest] = sealed.split('.');
    if (format === UNNAMED_FORMAT && rest[0] !== undefined)
      return { secret: oldest.secret, encoded: rest[0] };
    const key = keys.find(({ id }) => id === rest[0]);
    if (format !== FORMAT || rest[1] === undefined) throw new SealBroken('unknown format of a sealed text');
    if (!key) throw new SealBroken('sealed with a key that is not in FIELD_KEY');
    return { secret: key.secret, encoded: rest[1] };
  };

  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, newest.secret, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([iv, cipher.getAuthTag(), body]);
      return `${FORMAT}.${newest.id}.${bytes.toString('base64url')}`;
    },
    open(sealed, context) {
      const { secret, encoded } = takeApart(sealed);
      const bytes = Buffer.from(encoded, 'base64url');
      try {
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(0, IV_BYTES), options);
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        throw new SealBroken('a sealed text was changed, or belongs elsewhere');
      }
    },
  };
};
