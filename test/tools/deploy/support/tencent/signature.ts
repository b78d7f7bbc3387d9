/** Source: "签名方法 v3" of Tencent Cloud's API documentation. */
import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from './answer';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const CREDENTIAL = /Credential=([^/]+)\/([^/]+)\/([^/]+)\/tc3_request.*Signature=([0-9a-f]+)/;

/** Throws what Tencent Cloud answers to a key it does not know and to a signature that is wrong. */
export const checkSignature = (
  headers: IncomingHttpHeaders,
  body: string,
  keys: { readonly secretId: string; readonly secretKey: string },
): void => {
  const [, id, date, service, signature] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
  if (!id || !date || !service) throw new Refused('AuthFailure.InvalidAuthorization', 'no signature');
  if (id !== keys.secretId)
    throw new Refused(
      'AuthFailure.SecretIdNotFound',
      'The SecretId is not found, please ensure it is correct.',
    );
  const named = `content-type:application/json\nhost:${headers.host ?? ''}\n`;
  const canonical = `POST\n/\n\n${named}\ncontent-type;host\n${hash(body)}`;
  const timestamp = String(headers['x-tc-timestamp']);
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${hash(canonical)}`;
  const signing = hmac(hmac(hmac(`TC3${keys.secretKey}`, date), service), 'tc3_request');
  if (hmac(signing, text).toString('hex') !== signature)
    throw new Refused('AuthFailure.SignatureFailure', 'The provided credentials could not be validated.');
};
