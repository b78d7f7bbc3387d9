/** The protobuf messages of `wx.openApi`, the part of them that open APIs use. */
import { Root, type Type } from 'protobufjs';

const root = Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contenttype: { type: 'string', id: 3 },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
    CommApiData: {
      fields: {
        apiType: { type: 'int32', id: 1 },
        openapiData: { type: 'OpenApiData', id: 2 },
        appid: { type: 'string', id: 6 },
      },
    },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'uint32', id: 4 },
      },
    },
  },
});
const request: Type = root.lookupType('CommApiData');
const response: Type = root.lookupType('CommOpenApiResp');

const OPEN_API = 0;

interface DecodedRequest {
  readonly apiType: number;
  readonly openapiData: { readonly pairs: { key: string; value: Buffer; contenttype: string }[] } | null;
}

/**
 * The arguments of an open API by their snake-cased names.
 * @throws Error when the bytes are not such a message.
 */
export function decodeRequest(bytes: Buffer): Record<string, unknown> {
  const decoded = request.toObject(request.decode(bytes), { defaults: true, arrays: true });
  const { apiType, openapiData } = decoded as DecodedRequest;
  if (apiType !== OPEN_API) throw new Error(`API type ${apiType} is not an open API`);
  const entries = (openapiData?.pairs ?? []).map(({ key, value, contenttype }) => {
    // Media travel as they are, everything else as JSON.
    const argument: unknown = contenttype ? Buffer.from(value) : JSON.parse(Buffer.from(value).toString());
    return [key, argument] as const;
  });
  return Object.fromEntries(entries);
}

export type ApiReply =
  | { readonly json: Readonly<Record<string, unknown>> }
  | { readonly bytes: Buffer; readonly contentType: string }
  /** A refusal by the platform itself, before WeChat is asked; see the codes in `index.ts`. */
  | { readonly errorCode: number };

export function encodeReply(reply: ApiReply): Buffer {
  return Buffer.from(response.encode(response.create(toResponse(reply))).finish());
}

function toResponse(reply: ApiReply): Record<string, unknown> {
  if ('errorCode' in reply) return { respData: Buffer.alloc(0), errorCode: reply.errorCode, httpCode: 200 };
  if ('bytes' in reply) return { respData: reply.bytes, contentType: reply.contentType, httpCode: 200 };
  const respData = Buffer.from(JSON.stringify(reply.json));
  return { respData, contentType: 'application/json; encoding=utf-8', httpCode: 200 };
}
