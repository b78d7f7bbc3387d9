/** The HTTP server: finds the route, keeps failures from ending the process. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, sendAnswer, toExchange, type Answer, type Exchange, type Route } from './exchange';
import { refuseForeign } from './guard';
import { ProtocolError } from './types';

export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Breaks the connections that a fault lets hang: a client that has given up may hold its own for good. */
  letGo(): void;
  close(): Promise<void>;
}

/** Longer than the SDKs keep an idle connection, so that they never write into one just being closed. */
const KEEP_ALIVE_MS = 65_000;

/** `port` 0 picks a free one. */
export async function openServer(
  port: number,
  routes: readonly Route[],
  log: (line: string) => void,
): Promise<RunningServer> {
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    response.once('close', () => hanging.delete(response));
    void serve(request, response, routes, log).then((answered) => {
      if (answered?.kind === 'hang') hanging.add(response);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    letGo: () => hanging.forEach((response) => response.socket?.destroy()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
  log: (line: string) => void,
): Promise<Answer | undefined> {
  // A client that goes away in the middle is its own affair.
  response.on('error', () => undefined);
  try {
    const answered = await answer(toExchange(request), routes);
    sendAnswer(answered, response);
    return answered;
  } catch (error) {
    if (!(error instanceof ProtocolError) && !request.destroyed) {
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (!response.headersSent) sendAnswer(failure(error), response);
    return undefined;
  }
}

async function answer(exchange: Exchange, routes: readonly Route[]): Promise<Answer> {
  const refused = refuseForeign(exchange);
  if (refused) return json({ code: 'INVALID_REQUEST_SOURCE', message: refused }, 403);
  const { pathname } = exchange.url;
  const found = routes.filter(({ path }) =>
    path.endsWith('/') ? pathname.startsWith(path) : pathname === path,
  );
  if (found.length === 0) return json({ code: 'NOT_FOUND', message: `${pathname} does not exist` }, 404);
  const route = found.find(({ method }) => method === 'ANY' || method === exchange.method);
  if (!route) return json({ code: 'METHOD_NOT_ALLOWED', message: `${exchange.method} ${pathname}` }, 405);
  return route.handle(exchange);
}

function failure(error: unknown): Answer {
  if (error instanceof ProtocolError) return json({ code: error.code, message: error.message }, 400);
  return json({ code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }, 500);
}
