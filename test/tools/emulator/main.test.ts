/** The command line: starts, survives a kill, keeps what it acknowledged. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { product } from '../../../tools/emulator/product';
import { FUNCTIONS, type Json } from './start-test-emulator';
import { compiled, type Compiled } from './support/compiled';

const ROOT = resolve(__dirname, '../../..');
const READY = /^CloudBase emulator: (http:\/\/127\.0\.0\.1:\d+)\/admin$/m;

const SOURCE = 'tools/emulator/main.ts';
/** As `npm run emulator` starts it. */
const AS_WRITTEN = ['--import', 'tsx', SOURCE];

let emulator: Compiled;
beforeAll(async () => {
  emulator = await compiled(join(ROOT, SOURCE));
});
afterAll(() => emulator.remove());

let dataDir: string;
const running: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'emulator-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => kill(child)));
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

const launch = (...more: string[]) => launchAs([emulator.file], more);

function launchAs(
  command: readonly string[],
  more: readonly string[],
): { child: ChildProcess; output: () => string } {
  const args = [...command, '--port', '0', '--data', dataDir, ...more];
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output };
}

async function start(...more: string[]): Promise<Started> {
  const launched = launch('--functions', FUNCTIONS, ...more);
  for (;;) {
    const url = READY.exec(launched.output())?.[1];
    if (url) return { ...launched, url };
    if (launched.child.exitCode !== null) throw new Error(launched.output());
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Json> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Json;
}
const phone = (url: string, api: string, body: object) =>
  post(`${url}/client/${api}`, body, { 'x-openid': 'oPerson' });
const admin = (url: string, action: string, more: object = {}) =>
  post(`${url}/admin`, { action, collectionName: 'notes', ...more });

it('keeps acknowledged documents, messages, consents and the clock through a kill', async () => {
  const [template] = product.templates;
  const first = await start();
  await admin(first.url, 'database.addCollection');
  await admin(first.url, 'database.insertDocument', { data: [JSON.stringify({ _id: 'kept' })] });
  for (let times = 0; times < 2; times += 1) {
    await phone(first.url, 'subscribe', { answers: { [template?.templateId ?? '']: 'accept' } });
  }
  await post(`${first.url}/control/clock`, { advanceMs: 5000 });
  const send = async (url: string) => {
    const fields = template?.fields.map(({ key }) => [key, { value: sampleOf(key) }]) ?? [];
    const args = { touser: 'oPerson', templateId: template?.templateId, data: Object.fromEntries(fields) };
    const reply = await phone(url, 'callFunction', {
      name: 'notify',
      data: { api: 'subscribeMessage.send', args },
    });
    return reply.result;
  };
  expect(await send(first.url)).toMatchObject({ errCode: 0 });
  await kill(first.child);

  const second = await start();
  expect(
    await admin(second.url, 'database.getDocument', { query: '{}', queryType: 'WHERE', limit: 10 }),
  ).toMatchObject({ data: { list: [expect.stringContaining('kept')] } });
  const messages = await (await fetch(`${second.url}/control/messages`)).json();
  expect(messages).toMatchObject({ messages: [{ openid: 'oPerson', templateId: template?.templateId }] });
  expect(await (await fetch(`${second.url}/control/clock`)).json()).toMatchObject({ offset: 5000 });
  expect(await send(second.url)).toMatchObject({ errCode: 0 });
  expect(await send(second.url)).toMatchObject({ errCode: 43101 });
});

it('runs functions in UTC whatever the zone of the machine, and ends cleanly', async () => {
  const { url, child } = await start();
  const { result } = await phone(url, 'callFunction', { name: 'act', data: { act: 'clock' } });
  expect(result).toMatchObject({ zone: 0, fromParts: Date.UTC(2020, 0, 2, 3) });
  expect(await kill(child, 'SIGTERM')).toBe(0);
});

it('refuses a second emulator on the same data, and to empty a foreign folder', async () => {
  const { url } = await start();
  const second = launch('--functions', FUNCTIONS);
  await new Promise((done) => second.child.once('close', done));
  expect(second.output()).toMatch(/used by another emulator/);
  expect(second.child.exitCode).toBe(1);
  expect(await (await fetch(`${url}/control/clock`)).json()).toHaveProperty('now');

  const foreign = mkdtempSync(join(tmpdir(), 'letters-'));
  writeFileSync(join(foreign, 'letter.txt'), 'dear');
  const third = launch('--functions', FUNCTIONS, '--fresh', '--data', foreign);
  await new Promise((done) => third.child.once('close', done));
  rmSync(foreign, { recursive: true });
  expect(third.output()).toMatch(/will not be emptied/);
});

it.each(['documents.db', 'wechat.db'])('names a damaged %s in a plain sentence', async (name) => {
  const file = join(dataDir, name);
  writeFileSync(join(dataDir, '.emulator'), '');
  writeFileSync(file, 'this was a database once. '.repeat(500));
  const { child, output } = launch('--functions', FUNCTIONS);
  await new Promise((done) => child.once('close', done));
  expect(output()).toContain(`the data file ${file} is damaged`);
  expect(output()).not.toMatch(/^\s+at /m);
  expect(child.exitCode).toBe(1);
});

it('refuses a folder of functions that is not there', async () => {
  const { child, output } = launchAs(AS_WRITTEN, ['--functions', join(dataDir, 'nowhere')]);
  await new Promise((done) => child.once('close', done));
  expect(output()).toMatch(/--functions .*nowhere does not exist/);
  expect(child.exitCode).toBe(1);
});

/** A value that fits a field of a template. */
function sampleOf(key: string): string {
  if (/^(?:time|date)/.test(key)) return '2026年7月16日 09:00';
  if (/^(?:number|amount|character_string|phone_number)/.test(key)) return '15';
  return '待审批';
}
