import { createHmac, timingSafeEqual } from 'node:crypto';

type Verb = 'PUT' | 'GET';

export interface Signatures {
  /** `expiresAt` in epoch seconds. */
  sign(verb: Verb, path: string, expiresAt: number): string;
  isValid(verb: Verb, path: string, expiresAt: number, signature: string): boolean;
}

/** Signs a path for one verb until a point in time. */
export function openSignatures(secret: Buffer): Signatures {
  const sign = (verb: Verb, path: string, expiresAt: number) =>
    createHmac('sha256', secret).update(`${verb}\n${expiresAt}\n${path}`).digest('hex');
  return {
    sign,
    isValid(verb, path, expiresAt, signature) {
      const expected = Buffer.from(sign(verb, path, expiresAt));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
