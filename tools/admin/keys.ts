/** The keys an operator has given, for opening with all of them and with the newest alone. */
import { randomBytes } from 'node:crypto';
import { createCipher } from '../../cloudfunctions/_shared/kernel/cipher';
import { readFieldKeys } from '../../cloudfunctions/_shared/kernel/field-keys';
import type { Cipher } from '../../cloudfunctions/_shared/kernel/ports';
import { Refusal } from './refusal';

export interface Keys {
  readonly all: Cipher;
  /** What the newest does not open here needs an older one. */
  readonly newest: Cipher;
  readonly newestName: string;
  readonly count: number;
}

/** @param fieldKey as the environment of the functions holds it */
export const keysOf = (fieldKey: string): Keys => {
  const [first = ''] = fieldKey.split(',');
  try {
    const keys = readFieldKeys(fieldKey);
    return {
      all: createCipher(fieldKey, randomBytes),
      newest: createCipher(first, randomBytes),
      newestName: keys[0].id,
      count: keys.length,
    };
  } catch {
    throw new Refusal(
      'FIELD_KEY 写得不对。写法是 新名字:新密钥,旧名字:旧密钥：每把密钥是 32 字节的 base64，名字不能重复，' +
        '没写名字的就叫 1。照云函数里的 FIELD_KEY 原样抄过来，只在最前面加新的。',
    );
  }
};
