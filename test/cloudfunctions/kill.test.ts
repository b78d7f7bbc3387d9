/** The whole cloud killed with SIGKILL under load: nothing acknowledged is lost, and everything still fits together. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Result } from '../../miniprogram/domain/errors';
import { check } from '../../tools/admin/check';
import { connect } from '../../tools/admin/connect';
import { builtFunctions } from '../../tools/browser/broker';
import { SeedClient } from '../../tools/preview/seed/client';
import { loadRoster } from '../../tools/roster/load-roster';
import { compiled, type Compiled } from '../tools/emulator/support/compiled';

/** `KILLS=50 KILL_SEED=7 npx jest test/cloudfunctions/kill` goes on for longer. */
const KILLS = Number(process.env['KILLS'] ?? 3);
const PEOPLE = 8;
const ROOT = resolve(__dirname, '../..');
const READY = /^CloudBase emulator: (http:\/\/127\.0\.0\.1:\d+)\/admin$/m;

/** Small, seeded, good enough to pick moments. */
let seed = Number(process.env['KILL_SEED'] ?? 20270610);
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

let dir = '';
let functions = '';
let emulator: Compiled;
let cloud: ChildProcess;
let url = '';
const openidOf = (number: number): string => `oPerson${number}`;

const start = async (): Promise<void> => {
  const args = [emulator.file, '--port', '0'];
  const folders = ['--data', join(dir, 'data'), '--functions', functions];
  cloud = spawn(process.execPath, [...args, ...folders], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  url = await new Promise((done, fail) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const ready = READY.exec(output)?.[1];
      if (ready) done(ready);
    };
    cloud.stdout?.on('data', read);
    cloud.stderr?.on('data', read);
    cloud.once('exit', () => fail(new Error(output)));
  });
};
const kill = (): Promise<void> =>
  new Promise((done) => {
    cloud.once('exit', () => done());
    cloud.kill('SIGKILL');
  });

/** undefined when no answer came: it may have happened or not. */
const call = async (openid: string, name: string, action: string, payload: object) => {
  try {
    const reply = await fetch(`${url}/client/callFunction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify({ name, data: { action, payload } }),
    });
    return ((await reply.json()) as { result?: Result<Record<string, never>> }).result;
  } catch {
    return undefined;
  }
};
const must = async (openid: string, name: string, action: string, payload: object) => {
  const result = await call(openid, name, action, payload);
  if (!result?.ok) throw new Error(`${action}: ${JSON.stringify(result)}`);
  return result.data as Record<string, unknown>;
};

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kill-'));
  functions = await builtFunctions();
  emulator = await compiled(join(ROOT, 'tools/emulator/main.ts'));
  await start();
  await must('oAdmin', 'account', 'claimAdministrator', { code: 'local-administrator', name: '校团委' });
  await must('oAdmin', 'teacher', 'openSeason', {
    id: '2027',
    name: '2027届毕业季',
    rulebookId: 'usst-2020',
  });
  const { collegeId } = await must('oAdmin', 'teacher', 'createCollege', { name: '光电学院' });
  const rows = Array.from({ length: PEOPLE }, (_, number) => ({
    studentNumber: `S${number}`,
    name: `团员${number}`,
    branchName: '光电2302团支部',
    graduationMonth: '2027-06',
    isSecretary: number === 0,
  }));
  const [branch] = await loadRoster(new SeedClient(url).deskOf('oAdmin'), String(collegeId), rows);
  for (const [number, { studentNumber, name }] of rows.entries()) {
    const person = { studentNumber, name, inviteCode: branch?.inviteCode };
    await must(openidOf(number), 'account', 'signIn', person);
    const choice = { wayId: 'employed', routeId: 'direct', version: null };
    await must(openidOf(number), 'graduate', 'chooseWay', choice);
  }
}, 120_000);
afterAll(async () => {
  await kill();
  emulator.remove();
  rmSync(dir, { recursive: true, force: true });
});

/** The timer makes up for what steps have left unfinished. */
const sweep = async (): Promise<void> => {
  const reply = await fetch(`${url}/control/timers/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ function: 'reminder' }),
  });
  if (!reply.ok) throw new Error(await reply.text());
};

/** What one person has been told happened, and what else they asked for. */
interface Ledger {
  drafts: { told: number; asked: number };
  credits: { told: number; asked: number };
}
const ledgers: Ledger[] = Array.from({ length: PEOPLE }, () => ({
  drafts: { told: 0, asked: 0 },
  credits: { told: 0, asked: 0 },
}));

/** Called at each acknowledgement. */
let onTold = (): void => undefined;

/** Types, consents and asks for codes until no answer comes any more. */
const liveOn = async (number: number, round: number): Promise<void> => {
  const openid = openidOf(number);
  const { drafts, credits } = ledgers[number] as Ledger;
  for (;;) {
    drafts.asked += 1;
    const mine = drafts.asked;
    const draft = { organisation: `第${mine}稿团支部` };
    const saved = await call(openid, 'graduate', 'saveDraft', { draft, screenshots: [] });
    if (saved?.ok) {
      drafts.told = mine;
      onTold();
    }
    credits.asked += 1;
    const sheet = { askId: `sheet-${round}-${credits.asked}`, accepted: ['progress'] };
    const booked = await call(openid, 'account', 'addCredits', sheet);
    if (booked?.ok) {
      credits.told += 1;
      onTold();
    }
    const asked = await call(openid, 'graduate', 'requestResetCode', {});
    if (!saved || !booked || !asked) return;
  }
};

const settled = async (number: number): Promise<void> => {
  const home = await must(openidOf(number), 'graduate', 'home', {});
  const { draft } = home['transfer'] as { draft: { organisation?: string } };
  const { credits } = home['subscription'] as { credits: { progress: number } };
  const stored = Number(/\d+/.exec(draft.organisation ?? '0')?.[0] ?? 0);
  const { drafts, credits: booked } = ledgers[number] as Ledger;
  expect(stored).toBeGreaterThanOrEqual(drafts.told);
  expect(stored).toBeLessThanOrEqual(drafts.asked);
  // Nothing in this story is sent with them.
  expect(credits.progress).toBeGreaterThanOrEqual(booked.told);
  expect(credits.progress).toBeLessThanOrEqual(booked.asked);
};

it(`loses nothing that was acknowledged in ${KILLS} kills`, async () => {
  for (let round = 0; round < KILLS; round += 1) {
    let left = PEOPLE + Math.floor(random() * PEOPLE * 4);
    const moment = new Promise<void>((done) => {
      onTold = () => {
        left -= 1;
        if (left === 0) done();
      };
    });
    const people = ledgers.map((_, number) => liveOn(number, round));
    await moment;
    await kill();
    await Promise.all(people);
    await start();
    await sweep();
    const environment = connect({ env: 'local-env', url: `${url}/admin`, secretId: 'x', secretKey: 'y' });
    expect(await check(environment, { now: Date.now(), say: () => undefined })).toEqual([]);
    for (const number of ledgers.keys()) await settled(number);
  }
  const told = ledgers.reduce((sum, { drafts, credits }) => sum + drafts.told + credits.told, 0);
  expect(told).toBeGreaterThanOrEqual(KILLS * PEOPLE);
}, 600_000);
