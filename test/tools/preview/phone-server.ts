import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { compileMiniprogram, disposeCompilers } from '../../../tools/preview/compile';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const TEMPLATES = [{ templateId: 'notice-1', title: '提醒', fields: [] }];

/** @public The fixtures' types name it. */
export interface PhoneServer {
  url: string;
  /** Moves the clock as the emulator does: the answer of `/control/clock`, then the event. */
  setOffset(offset: number): void;
  close(): Promise<void>;
}

/** Serves a compiled mini-program and a clock, as the desk's server does. */
async function servePhone(folder: string): Promise<PhoneServer> {
  let offset = 0;
  const listeners = new Set<ServerResponse>();
  const clock = () => JSON.stringify({ now: Date.now() + offset, offset });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/control/clock')
      return response.setHeader('content-type', 'application/json').end(clock());
    if (pathname === '/control/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
      return listeners.add(response);
    }
    if (pathname === '/control/templates') return response.end(JSON.stringify({ templates: TEMPLATES }));
    if (pathname === '/client/subscribe') return response.end('{}');
    const file = join(folder, pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'max-age=3600');
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setOffset(next) {
      offset = next;
      for (const listener of listeners) listener.write(`event: clock\ndata: ${clock()}\n\n`);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export interface Served {
  readonly server: PhoneServer;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Compiles a mini-program and serves it, with a browser to look at it. */
export async function serveMiniprogram(root: string): Promise<Served> {
  const outDir = mkdtempSync(join(tmpdir(), 'preview-'));
  const { errors } = await compileMiniprogram({ root, outDir, nodeModules: resolve('node_modules') });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const server = await servePhone(outDir);
  const browser = await connectBrowser();
  return {
    server,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      await disposeCompilers();
      rmSync(outDir, { recursive: true });
    },
  };
}
