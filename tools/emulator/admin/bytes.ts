/** `PUT /cos/…` and `GET /file/…`: the bytes themselves, behind signed addresses. */
import { UPLOAD_LIMIT_BYTES } from '../client/files';
import type { Faults } from '../control/faults';
import type { Answer, Exchange, Route } from '../exchange';
import type { FileService } from '../files';
import { ProtocolError } from '../types';

export function bytesRoutes(files: FileService, faults: Faults): Route[] {
  async function put(exchange: Exchange): Promise<Answer> {
    const path = decodePath(exchange.url.pathname, '/cos/');
    const signature = exchange.header('authorization') ?? '';
    try {
      const bytes = await exchange.read(UPLOAD_LIMIT_BYTES);
      return await faults.around('storage.put', { path }, toXml, async () => {
        await files.put(path, bytes, signature);
        return { kind: 'bytes', body: '', contentType: 'application/xml' };
      });
    } catch (error) {
      if (error instanceof ProtocolError) return toXml(error.code, error.message);
      throw error;
    }
  }

  async function get(exchange: Exchange): Promise<Answer> {
    try {
      return await faults.around('storage.get', { path: exchange.target }, toXml, async () => {
        const { bytes, contentType } = await files.get(exchange.target);
        return { kind: 'bytes', body: bytes, contentType, headers: { 'x-content-type-options': 'nosniff' } };
      });
    } catch (error) {
      if (error instanceof ProtocolError)
        return toXml(error.code, error.message, notFound(error.code) ? 404 : 403);
      throw error;
    }
  }

  return [
    { method: 'PUT', path: '/cos/', handle: put },
    { method: 'GET', path: '/file/', handle: get },
    { method: 'HEAD', path: '/file/', handle: get },
  ];
}

function notFound(code: string): boolean {
  return code === 'STORAGE_FILE_NONEXIST';
}

function decodePath(pathname: string, prefix: string): string {
  try {
    return decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    throw new ProtocolError('INVALID_PARAM', 'the path is not valid');
  }
}

/** The storage speaks XML; the SDKs read `Code` and `Message` and need the ids beside them. */
function toXml(code: string | number, message: string, status = 403): Answer {
  const escaped = message.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Error><Code>${code}</Code><Message>${escaped}</Message>`,
    '<RequestId>emulator</RequestId><TraceId>emulator</TraceId></Error>',
  ].join('');
  return { kind: 'bytes', body, contentType: 'application/xml', status };
}
