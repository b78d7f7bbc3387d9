import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions, functionNames, type FunctionsBuild } from '../../../tools/build/functions';

interface Config {
  timeout: number;
  memorySize: number;
  permissions?: { openapi: string[] };
  triggers?: { type: string; config: string }[];
}

describe('the built cloud functions', () => {
  let outDir: string;
  let build: FunctionsBuild;
  const configOf = async (name: string): Promise<Config> =>
    JSON.parse(await readFile(path.join(outDir, name, 'config.json'), 'utf8')) as Config;

  beforeAll(async () => {
    outDir = await mkdtemp(path.join(tmpdir(), 'functions-'));
    build = await buildFunctions({ outDir });
  });
  afterAll(() => rm(outDir, { recursive: true }));

  it('are one per actor, and nothing shared is deployed as a function', async () => {
    expect(await functionNames()).toEqual([
      'account',
      'graduate',
      'reminder',
      'secretary',
      'teacher',
      'wechat',
    ]);
    expect(existsSync(path.join(outDir, '_shared'))).toBe(false);
  });

  it('load with nothing installed beside them', () => {
    for (const name of build.names) {
      const program = `process.stdout.write(typeof require(${JSON.stringify(path.join(outDir, name))}).main)`;
      expect(execFileSync(process.execPath, ['-e', program], { cwd: outDir, encoding: 'utf8' })).toBe(
        'function',
      );
    }
  });

  it('state a timeout and memory the platform allows, and at most one trigger', async () => {
    for (const name of build.names) {
      const { timeout, memorySize, triggers = [] } = await configOf(name);
      expect(timeout).toBeGreaterThan(0);
      expect(timeout).toBeLessThanOrEqual(60);
      expect([128, 256, 512]).toContain(memorySize);
      expect(triggers.length).toBeLessThanOrEqual(1);
    }
  });

  it('let only the reminder run by a timer and send messages', async () => {
    for (const name of build.names) {
      const { permissions, triggers = [] } = await configOf(name);
      expect(triggers.length).toBe(name === 'reminder' ? 1 : 0);
      expect(permissions?.openapi.includes('subscribeMessage.send') ?? false).toBe(name === 'reminder');
    }
  });
});
