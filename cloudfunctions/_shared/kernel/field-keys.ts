/** The keys that seal fields, as the environment holds them: several while one replaces another. */
const KEY_BYTES = 32;
/** Of a key written without one. */
const FIRST_ID = '1';

export interface FieldKey {
  readonly id: string;
  readonly secret: Buffer;
}

const readKey = (part: string): FieldKey => {
  const [, id = FIRST_ID, encoded = ''] = /^(?:([\w-]{1,20}):)?(.*)$/.exec(part.trim()) ?? [];
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length !== KEY_BYTES) throw new Error('each key of FIELD_KEY must be 32 bytes in base64');
  return { id, secret };
};

/**
 * Reads `FIELD_KEY`: `<base64>`, or `<id>:<base64>` parts with commas between, the newest first.
 * @throws when a key has another length or an id occurs twice.
 */
export const readFieldKeys = (text: string): readonly [FieldKey, ...FieldKey[]] => {
  const [newest, ...older] = text.split(',').map(readKey);
  if (!newest) throw new Error('FIELD_KEY is empty');
  const keys = [newest, ...older] as const;
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('FIELD_KEY names a key twice');
  return [...keys];
};
