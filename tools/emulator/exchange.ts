/** One HTTP exchange: what was asked, and what may be answered. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProtocolError } from './types';

export type Answer =
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number }
  | {
      readonly kind: 'bytes';
      readonly body: Buffer | string;
      readonly contentType: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The handler writes by itself, for as long as the client listens. */
  | { readonly kind: 'stream'; readonly open: (response: ServerResponse) => void }
  /** Faults: the connection breaks, or nothing ever comes. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' };

export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** Path and query as they were sent. */
  readonly target: string;
  header(name: string): string | undefined;
  /** The whole body. @throws ProtocolError `EXCEED_REQUEST_SIZE_LIMIT` beyond `limit` bytes. */
  read(limit: number): Promise<Buffer>;
}

export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'ANY';
  /** An exact path, or a folder with everything in it when it ends with `/`. */
  readonly path: string;
  handle(exchange: Exchange): Promise<Answer> | Answer;
}

export function json(body: unknown, status?: number): Answer {
  return { kind: 'json', body, ...(status !== undefined && { status }) };
}

export function toExchange(request: IncomingMessage): Exchange {
  const target = request.url ?? '/';
  return {
    method: request.method ?? 'GET',
    url: new URL(target, 'http://127.0.0.1'),
    target,
    header(name) {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    read: (limit) => readBody(request, limit),
  };
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The rest of a body that is too large is read and dropped: otherwise the client would never see the answer.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) {
    throw new ProtocolError('EXCEED_REQUEST_SIZE_LIMIT', `request body of ${size} bytes exceeds ${limit}`);
  }
  return Buffer.concat(chunks);
}

/** A JSON object. @throws ProtocolError `INVALID_PARAM` for anything else. */
export function parseObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ProtocolError('INVALID_PARAM', 'the request body is not valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new ProtocolError('INVALID_PARAM', 'the request body is not a JSON object');
  }
  return parsed as Record<string, unknown>;
}

type BytesAnswer = Extract<Answer, { kind: 'bytes' }>;

/** JSON as the bytes that will be sent. */
export function toBytes(answer: Extract<Answer, { kind: 'json' }>): BytesAnswer {
  return {
    kind: 'bytes',
    body: Buffer.from(JSON.stringify(answer.body)),
    contentType: 'application/json; charset=utf-8',
    status: answer.status ?? 200,
  };
}

export function sendAnswer(answer: Answer, response: ServerResponse): void {
  if (answer.kind === 'hang') return;
  if (answer.kind === 'reset') return void response.socket?.resetAndDestroy();
  if (answer.kind === 'stream') return answer.open(response);
  const { body, contentType, status, headers } = answer.kind === 'json' ? toBytes(answer) : answer;
  response.writeHead(status ?? 200, {
    ...headers,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
