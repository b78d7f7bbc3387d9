/** An emulator on a free port with the fixture functions, and short ways to talk to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '../../../tools/emulator';
import type { Emulator, EmulatorOptions, TemplateSpec } from '../../../tools/emulator/types';

export const FUNCTIONS = join(__dirname, 'fixtures/functions');

export const TEMPLATE: TemplateSpec = {
  templateId: 'tmpl-deadline',
  title: '截止提醒',
  fields: [
    { key: 'thing1', label: '事项' },
    { key: 'date2', label: '截止日期' },
  ],
};
const PAGES = ['pages/home/home', 'pages/track/track'];

export interface Json {
  [key: string]: unknown;
}

export interface TestEmulator extends Emulator {
  readonly dataDir: string;
  readonly lines: string[];
  get(path: string): Promise<Json>;
  /** `method` DELETE for removing. */
  post(path: string, body?: unknown, headers?: Record<string, string>, method?: string): Promise<Json>;
  admin(request: unknown): Promise<Json>;
  client(api: string, body: unknown, openid?: string): Promise<Json>;
}

export async function startTestEmulator(options: Partial<EmulatorOptions> = {}): Promise<TestEmulator> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'emulator-'));
  const lines: string[] = [];
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: FUNCTIONS,
    collections: [{ name: 'notes', indexes: [] }],
    templates: [TEMPLATE],
    pages: PAGES,
    liveTimers: false,
    log: (line) => lines.push(line),
    ...options,
  });

  async function send(path: string, init: RequestInit): Promise<Json> {
    const response = await fetch(emulator.url + path, init);
    return (await response.json()) as Json;
  }
  const post: TestEmulator['post'] = (path, body = {}, headers = {}, method = 'POST') =>
    send(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    ...emulator,
    dataDir,
    lines,
    post,
    get: (path) => send(path, {}),
    admin: (request) => post('/admin', request),
    client: (api, body, openid = 'oPerson') => post(`/client/${api}`, body, { 'x-openid': openid }),
    async close() {
      await emulator.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
