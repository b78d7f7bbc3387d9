import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { buildFunctions, functionNames, type FunctionsBuild } from '../../../tools/build/functions';

interface Config {
  timeout: number;
  memorySize: number;
  permissions?: { openapi: string[] };
  triggers?: { type: string; config: string }[];
}

const arrowsIn = (text: string): number => {
  let found = 0;
  const look = (node: ts.Node): void => {
    if (ts.isArrowFunction(node)) found += 1;
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest));
  return found;
};

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

  it('answer for the first time without a part that waits beside the bundle', () => {
    const program = `
      const Module = require('node:module');
      const load = Module._load;
      Module._load = function (asked, ...others) {
        if (asked.startsWith('./')) process.stdout.write(asked);
        return load.call(this, asked, ...others);
      };
      const { main } = require(process.argv[1]);
      main({ Type: 'Timer' }).then(() => process.exit(0));`;
    for (const name of build.names) {
      const read = execFileSync(process.execPath, ['-e', program, path.join(outDir, name)], {
        env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'test', SCF_NAMESPACE: 'test' },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect([name, read]).toEqual([name, '']);
    }
  });

  it('hold no arrow function, which a cold start would read in full, and call nothing to keep a name', async () => {
    const files = ['wechat/index.js', 'teacher/lazy/spreadsheets.js', 'teacher/sdk/jsonwebtoken.js'];
    for (const file of files) {
      const text = await readFile(path.join(outDir, file), 'utf8');
      expect([file, arrowsIn(text)]).toEqual([file, 0]);
    }
    // What esbuild's `keepNames` writes.
    const bundle = await readFile(path.join(outDir, 'wechat/index.js'), 'utf8');
    expect(bundle).not.toMatch(/"name",\{value:\w+,configurable:/);
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
