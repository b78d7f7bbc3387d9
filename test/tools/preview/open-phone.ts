/** Opens a fixture mini-program in a real browser, with a stand-in for the emulator behind it. */
import { mkdtempSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { connectBrowser } from '../../../tools/browser/launch';
import { compileMiniprogram, disposeCompilers, formatProblem } from '../../../tools/preview/compile';
import { startPreviewServer } from '../../../tools/preview/server';
import { OneTab } from './one-tab';

interface Asked {
  method: string;
  path: string;
  openid: string | undefined;
  body: Buffer;
}

/** What the stand-in answers: by path without the query. */
export type Replies = Record<
  string,
  (asked: Asked) => { status?: number; body: unknown; type?: string } | 'hang'
>;

export interface TestPhone {
  page: Page;
  asked: Asked[];
  /** What the phone reported as errors. */
  errors: string[];
  close(): Promise<void>;
}

async function startStandIn(asked: Asked[], replies: Replies): Promise<{ url: string; server: http.Server }> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/control/events')
        return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      if (pathname === '/control/clock')
        return void response.end(JSON.stringify({ now: Date.now(), offset: 0 }));
      const header = request.headers['x-openid'];
      const call: Asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        openid: typeof header === 'string' ? header : undefined,
        body: Buffer.concat(chunks),
      };
      asked.push(call);
      const reply = replies[pathname]?.(call) ?? { status: 404, body: {} };
      if (reply === 'hang') return;
      const { status = 200, body, type = 'application/json' } = reply;
      response
        .writeHead(status, { 'content-type': type })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const ROOT = resolve(__dirname, '../../..');

/** Compiles `fixtures/<name>`; the returned function opens one of its pages on a phone nobody has used. */
export async function serveFixture(name: string, replies: Replies = {}) {
  const outDir = mkdtempSync(join(tmpdir(), 'preview-fixture-'));
  const compiled = await compileMiniprogram({
    root: join(__dirname, 'fixtures', name),
    outDir,
    nodeModules: join(ROOT, 'node_modules'),
  });
  if (!compiled.ok) throw new Error(compiled.errors.map((item) => formatProblem(item)).join('\n'));
  const asked: Asked[] = [];
  const standIn = await startStandIn(asked, replies);
  const server = await startPreviewServer({
    port: 0,
    emulatorUrl: standIn.url,
    folders: [outDir],
    routes: {},
    isFinal: true,
  });
  const browser = await connectBrowser();
  const tab = new OneTab(browser);
  /** @param query what else the phone is told, see `runtime/launch-query.ts` */
  const open = async (path: string, query = ''): Promise<TestPhone> => {
    const page = await tab.take({ width: 375, height: 700 });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
    });
    const told = `seat=graduate&openid=o-1&page=${encodeURIComponent(path)}&${query}`;
    await page.goto(`${server.url}/phone.html?${told}`);
    await page.locator('wx-page').first().waitFor();
    return { page, asked, errors, close: () => tab.putBack() };
  };
  const close = async () => {
    await browser.close();
    await server.close();
    standIn.server.closeAllConnections();
    standIn.server.close();
    await disposeCompilers();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { open, close, warnings: compiled.warnings, url: server.url };
}

/** Waits until the fixture has noted such an event of an element. */
export async function noted(page: Page, id: string, type: string): Promise<void> {
  const isThere = (wanted: { id: string; type: string }) =>
    (globalThis as unknown as { seen: { id: string; type: string }[] }).seen.some(
      (event) => event.id === wanted.id && event.type === wanted.type,
    );
  await page.waitForFunction(isThere, { id, type });
}

/** Events the fixture noted since the last call. */
export function takeSeen(
  page: Page,
): Promise<{ id: string; type: string; detail: Record<string, unknown> }[]> {
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: never[] };
    return seen.splice(0);
  });
}

/** Details of such events of one element since the last call, in order. */
export const detailsOf = async (page: Page, id: string, type: string) =>
  (await takeSeen(page))
    .filter((event) => event.id === id && event.type === type)
    .map(({ detail }) => detail);

/** Sets data of the page on top. */
export const setDataOn = (page: Page, data: Record<string, unknown>): Promise<void> =>
  page.evaluate((values) => {
    const pages = (
      globalThis as unknown as { getCurrentPages(): { setData(data: object): void }[] }
    ).getCurrentPages();
    pages.at(-1)?.setData(values);
  }, data);
