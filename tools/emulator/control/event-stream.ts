import type { ServerResponse } from 'node:http';
import type { Events } from '../events';

/** Proxies drop a connection on which nothing comes for long. */
const PING_MS = 15_000;

/** Sends every event as server-sent events (`event: <type>`, `data: <JSON>`) until the client goes away. */
export function streamEvents(events: Events, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write(': connected\n\n');
  const end = events.subscribe(({ type, data }) => {
    response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const ping = setInterval(() => response.write(': ping\n\n'), PING_MS);
  ping.unref();
  response.on('close', () => {
    end();
    clearInterval(ping);
  });
}
