import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserServer } from 'playwright-core';
import { BROKER_VARIABLE, launchBrowserServer } from './launch';

export interface Broker {
  close(): Promise<void>;
}

declare global {
  var browserBroker: Broker | undefined;
}

/**
 * Answers with the address of one browser, started when the first test file asks: a run without browser tests
 * never starts one.
 */
async function startBroker(): Promise<Broker> {
  let browser: Promise<BrowserServer> | undefined;
  const server: Server = createServer((_, response) => {
    browser ??= launchBrowserServer();
    browser.then(
      (started) => response.end(started.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  process.env[BROKER_VARIABLE] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async close() {
      server.closeAllConnections();
      server.close();
      await browser?.then((started) => started.close()).catch(() => undefined);
    },
  };
}

export default async function setup(): Promise<void> {
  globalThis.browserBroker = await startBroker();
}
