/** `PUT` and `POST /cos/…`, `GET /file/…`: the bytes themselves, behind signed addresses. */
import { UPLOAD_LIMIT_BYTES } from '../client/files';
import type { Faults } from '../control/faults';
import type { Answer, Exchange, Route } from '../exchange';
import type { FileService } from '../files';
import { ProtocolError } from '../types';
import { parseForm } from './form';

interface Upload {
  readonly path: string;
  readonly bytes: Buffer;
  readonly signature: string;
}

/** The fields of a form beside its file. */
const FORM_BYTES = 64 * 1024;

/** `filesOf`: the files of an environment; undefined is the first one's. */
export function bytesRoutes(filesOf: (env?: string) => Promise<FileService>, faults: Faults): Route[] {
  async function put(exchange: Exchange): Promise<Answer> {
    const { env, target } = placeOf(exchange);
    return take(env, async () => ({
      path: decodePath(new URL(target, exchange.url).pathname, '/cos/'),
      bytes: await exchange.read(UPLOAD_LIMIT_BYTES),
      signature: exchange.header('authorization') ?? '',
    }));
  }

  /** As SDKs before 3.1 send it (wx-server-sdk 2.4 to 3.0): the fields of a form say path and signature. */
  async function post(exchange: Exchange): Promise<Answer> {
    return take(placeOf(exchange).env, async () => {
      const body = await exchange.read(UPLOAD_LIMIT_BYTES + FORM_BYTES);
      const form = await parseForm(exchange.header('content-type') ?? '', body);
      const text = (name: string) => form.get(name)?.toString() ?? '';
      const bytes = form.get('file');
      if (!bytes) throw new ProtocolError('INVALID_PARAM', 'the form has no file');
      return { path: text('key'), bytes, signature: text('Signature') };
    });
  }

  async function take(env: string | undefined, read: () => Promise<Upload>): Promise<Answer> {
    try {
      const { path, bytes, signature } = await read();
      const files = await filesOf(env);
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
    const { env, target } = placeOf(exchange);
    try {
      const files = await filesOf(env);
      return await faults.around('storage.get', { path: target }, toXml, async () => {
        const { bytes, contentType } = await files.get(target);
        return { kind: 'bytes', body: bytes, contentType, headers: { 'x-content-type-options': 'nosniff' } };
      });
    } catch (error) {
      if (error instanceof ProtocolError)
        return toXml(error.code, error.message, notFound(error.code) ? 404 : 403);
      throw error;
    }
  }

  return ['', '/env/'].flatMap((of): Route[] => [
    { method: 'PUT', path: of || '/cos/', handle: put },
    { method: 'POST', path: of || '/cos/', handle: post },
    { method: 'GET', path: of || '/file/', handle: get },
    { method: 'HEAD', path: of || '/file/', handle: get },
  ]);
}

/** Addresses of another environment begin with `/env/<id>`. */
function placeOf({ target }: Exchange): { env: string | undefined; target: string } {
  const [, env, rest] = /^\/env\/([^/]+)(\/.*)$/.exec(target) ?? [];
  return { env, target: rest ?? target };
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
