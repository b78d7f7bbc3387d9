import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestEmulator, type Json, type TestEmulator } from '../start-test-emulator';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let emulator: TestEmulator;
beforeEach(async () => {
  emulator = await startTestEmulator();
});
afterEach(() => emulator.close());

const jump = async (move: object) =>
  (await emulator.post('/control/clock', move)) as Json & { timers: Json[] };
/** The next 8 o'clock in China, an hour before the fixture's timer. */
const nextEight = () => Math.ceil(Date.now() / DAY_MS) * DAY_MS;

it('fires a timer once when the jump holds one occurrence, at the new time and without an identity', async () => {
  const start = nextEight();
  await jump({ at: start });
  const { timers, now } = await jump({ advanceMs: 2 * HOUR_MS });
  expect(timers).toEqual([{ function: 'ticker', trigger: 'daily', ok: true, result: expect.anything() }]);
  const result = timers[0]?.result as Json;
  expect(result).toMatchObject({
    event: {
      Type: 'Timer',
      TriggerName: 'daily',
      Message: '',
      Time: expect.stringMatching(/^[\d-]+T02:00:\d\dZ$/),
    },
    openid: null,
  });
  expect(Math.abs((result.now as number) - (now as number))).toBeLessThan(5000);
});

it('fires it once for twenty days at a time, too', async () => {
  expect((await jump({ advanceMs: 20 * DAY_MS })).timers).toHaveLength(1);
});

it('fires nothing when no occurrence lies inside the jump, or the clock goes back', async () => {
  const start = nextEight();
  await jump({ at: start });
  expect((await jump({ advanceMs: HOUR_MS / 2 })).timers).toEqual([]);
  expect((await jump({ advanceMs: HOUR_MS })).timers).toHaveLength(1);
  expect((await jump({ at: start })).timers).toEqual([]);
  expect((await jump({ at: start + 2 * HOUR_MS })).timers).toHaveLength(1);
});

it('fires once in two jumps made at the same time', async () => {
  await jump({ at: nextEight() });
  const both = await Promise.all([jump({ advanceMs: HOUR_MS * 0.75 }), jump({ advanceMs: HOUR_MS * 0.75 })]);
  expect(both.flatMap(({ timers }) => timers)).toHaveLength(1);
});

it('runs a timer on demand and remembers how it went', async () => {
  const { timers } = await emulator.post('/control/timers/run', { function: 'ticker' });
  expect(timers).toMatchObject([{ function: 'ticker', ok: true }]);
  expect((await emulator.get('/control/timers')).timers).toEqual([
    {
      function: 'ticker',
      trigger: 'daily',
      cron: '0 0 9 * * * *',
      lastAt: expect.any(Number),
      lastOk: true,
      nextAt: expect.any(Number),
    },
  ]);
  expect(await emulator.post('/control/timers/run', { function: 'who' })).toMatchObject({
    code: 'INVALID_PARAM',
  });
});

it.each([{}, { advanceMs: '1' }, { advanceMs: 1, at: 1 }, { at: 1e300 }, { advanceMs: 8.64e15 }])(
  'refuses the jump %j and leaves the clock',
  async (move) => {
    expect(await jump(move)).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await emulator.get('/control/clock')).toMatchObject({ offset: 0 });
  },
);

describe('a timer that is due every second', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'functions-'));
    mkdirSync(join(dir, 'beat'));
    const code = `
      exports.main = async () => { console.log('beat'); throw new Error('missed a beat'); };
    `;
    writeFileSync(join(dir, 'beat/index.js'), code);
    const triggers = [{ name: 'beat', type: 'timer', config: '* * * * * * *' }];
    writeFileSync(join(dir, 'beat/config.json'), JSON.stringify({ triggers }));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('fires in running time, also when it fails', async () => {
    const live = await startTestEmulator({ functionsDir: dir, liveTimers: true });
    const beatsSoFar = () => live.lines.filter((line) => line === '[beat] beat').length;
    const from = Date.now();
    while (beatsSoFar() < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    const { timers } = await live.get('/control/timers');
    await live.close();
    const seconds = (Date.now() - from) / 1000;
    expect(timers).toMatchObject([{ lastOk: false, lastAt: expect.any(Number) }]);
    expect(beatsSoFar()).toBeLessThanOrEqual(seconds + 1);
  });

  it('is reported with its error', async () => {
    const one = await startTestEmulator({ functionsDir: dir });
    const { timers } = await one.post('/control/timers/run');
    await one.close();
    expect(timers).toEqual([
      { function: 'beat', trigger: 'beat', ok: false, error: expect.stringContaining('missed a beat') },
    ]);
  });

  it('of which a function has two keeps the emulator from starting', async () => {
    mkdirSync(join(dir, 'two'));
    writeFileSync(join(dir, 'two/index.js'), 'exports.main = () => 1;');
    const trigger = (name: string) => ({ name, type: 'timer', config: '0 * * * * * *' });
    writeFileSync(join(dir, 'two/config.json'), JSON.stringify({ triggers: [trigger('a'), trigger('b')] }));
    await expect(startTestEmulator({ functionsDir: dir })).rejects.toThrow(
      /"two".*one timer trigger per function/,
    );
  });
});
