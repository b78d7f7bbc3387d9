import { createReadStream, existsSync, statSync } from 'node:fs';
import * as http from 'node:http';
import path from 'node:path';
import { isLocalRequest } from './local-only';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Paths that belong to the emulator; the phones and the desk talk to one origin only. */
const PASSED_ON = ['/client/', '/control/', '/file/'];

const passOn = (request: http.IncomingMessage, response: http.ServerResponse, emulatorUrl: string): void => {
  const target = new URL(request.url ?? '/', emulatorUrl);
  const headers = { ...request.headers, host: target.host, origin: emulatorUrl };
  const onward = http.request(target, { method: request.method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
};

/** A browser asks again each time, but gets the file only when it was built anew; its compiled form stays useful too. */
const ASKED_AGAIN = 'no-cache';
const KEPT = 'max-age=86400';

const sendFile = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { file, caching }: { file: string; caching: string },
): void => {
  const { size, mtimeMs } = statSync(file);
  const etag = `"${size.toString(36)}-${mtimeMs.toString(36)}"`;
  const headers = { 'cache-control': caching, etag };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': size,
  });
  createReadStream(file).pipe(response);
};

/** The first of the folders that holds the file; never a path outside them. */
const findFile = (folders: readonly string[], pathname: string): string | undefined => {
  const wanted = pathname === '/' ? '/desk.html' : decodeURIComponent(pathname);
  for (const folder of folders) {
    const file = path.join(folder, path.normalize(wanted));
    if (file.startsWith(folder + path.sep) && existsSync(file) && statSync(file).isFile()) return file;
  }
  return undefined;
};

export type Route = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void> | void;

export interface PreviewServerOptions {
  port: number;
  emulatorUrl: string;
  /** Searched in order. */
  folders: readonly string[];
  /** By `METHOD path`. */
  routes: Readonly<Record<string, Route>>;
  /** Nobody builds into the folders while this server runs: a browser need not ask for a file twice. */
  isFinal?: boolean;
}

/** Serves the desk and the phones on 127.0.0.1 and answers the URL. */
export const startPreviewServer = async (
  options: PreviewServerOptions,
): Promise<{ url: string; close(): Promise<void> }> => {
  const caching = options.isFinal ? KEPT : ASKED_AGAIN;
  const server = http.createServer((request, response) => {
    if (!isLocalRequest(request)) {
      response.writeHead(403).end();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const route = options.routes[`${request.method} ${pathname}`];
    if (route) {
      Promise.resolve(route(request, response)).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(error instanceof Error ? error.message : String(error));
      });
      return;
    }
    if (PASSED_ON.some((prefix) => pathname.startsWith(prefix))) {
      passOn(request, response, options.emulatorUrl);
      return;
    }
    const file = findFile(options.folders, pathname);
    if (file) sendFile(request, response, { file, caching });
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
