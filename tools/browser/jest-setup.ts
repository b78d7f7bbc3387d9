import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserServer } from 'playwright-core';
import { buildCharts } from '../build/charts';
import { buildFunctions } from '../build/functions';
import { buildNpm } from '../build/npm';
import { BROKER_VARIABLE } from './broker';
import { launchBrowserServer } from './launch';

export interface Broker {
  close(): Promise<void>;
}

declare global {
  var browserBroker: Broker | undefined;
}

const PREPARE = resolve(__dirname, '../preview/seed/prepare.ts');

/** A built and seeded preview, made once for all journeys of a run, in a process of its own: this one stays small. */
class Preparation {
  private child?: ChildProcess;
  private made?: Promise<string>;
  private folder = '';

  /** The folder; the first to ask has it made, the others wait for it. */
  ready(): Promise<string> {
    return (this.made ??= this.make());
  }

  async remove(): Promise<void> {
    this.child?.kill();
    await this.made?.catch(() => undefined);
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }

  private async make(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'prepared-preview-'));
    this.folder = folder;
    await new Promise<void>((done, fail) => {
      const args = [createRequire(__filename).resolve('tsx/cli'), PREPARE, folder];
      this.child = execFile(process.execPath, args, (error, _out, errors) =>
        error ? fail(new Error(errors || error.message)) : done(),
      );
    });
    return folder;
  }
}

const buildInto = async (folder: string): Promise<string> => {
  await buildFunctions({ outDir: folder });
  return folder;
};

/**
 * Answers with the address of one browser, at `/preview` with the folder of one prepared preview, and at `/functions`
 * with that of the built functions. Each is made when the first test file asks: a run without browser tests never
 * starts one.
 */
async function startBroker(): Promise<Broker> {
  let browser: Promise<BrowserServer> | undefined;
  const preparation = new Preparation();
  const functionsDir = await mkdtemp(join(tmpdir(), 'built-functions-'));
  let functions: Promise<string> | undefined;
  const address = async (): Promise<string> => (await (browser ??= launchBrowserServer())).wsEndpoint();
  const answers: Readonly<Record<string, () => Promise<string>>> = {
    '/': address,
    '/preview': () => preparation.ready(),
    '/functions': () => (functions ??= buildInto(functionsDir)),
  };
  const server: Server = createServer((request, response) => {
    const answer = answers[request.url ?? ''] ?? (() => Promise.reject(new Error('there is no such thing')));
    answer().then(
      (text) => response.end(text),
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
      await preparation.remove();
      await functions?.catch(() => undefined);
      await rm(functionsDir, { recursive: true, force: true });
    },
  };
}

export default async function setup(): Promise<void> {
  // Test files import what the build makes, so it is made once, before any of them is read.
  await Promise.all([buildCharts(), buildNpm()]);
  globalThis.browserBroker = await startBroker();
}
