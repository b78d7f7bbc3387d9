import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { buildFunctions, watchFunctions } from '../build/functions';
import { disposeCompilers } from './compile';
import { startEmulator } from '../emulator';
import { FUNCTION_ENV, product } from '../emulator/product';
import { buildDesk } from './desk/build';
import { buildPhone, watchPhone } from './phone';
import { seed, type SeedResult } from './seed';
import { type Route, startPreviewServer } from './server';

export interface PreviewOptions {
  /** 0 picks a free port. */
  port: number;
  dataDir: string;
  /** Forgets the data of earlier runs. */
  fresh?: boolean;
  /** Rebuilds phones and functions when a file is saved. */
  watch?: boolean;
  log?(line: string): void;
}

export interface Preview {
  readonly url: string;
  readonly emulatorUrl: string;
  close(): Promise<void>;
}

/** Keeps what the desk must know between runs: who the people are. Absent means not seeded yet. */
class SeedFile {
  private readonly file: string;
  constructor(dataDir: string) {
    this.file = path.join(dataDir, 'seed.json');
  }
  async read(): Promise<SeedResult | undefined> {
    return existsSync(this.file) ? (JSON.parse(await readFile(this.file, 'utf8')) as SeedResult) : undefined;
  }
  async write(result: SeedResult): Promise<void> {
    await writeFile(this.file, JSON.stringify(result));
  }
  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

/** Tells open desks about rebuilds, by server-sent events. */
class BuildEvents {
  private readonly listeners = new Set<ServerResponse>();
  readonly route: Route = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write(': open\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  };
  send(errors: readonly string[]): void {
    for (const listener of this.listeners)
      listener.write(`event: built\ndata: ${JSON.stringify({ errors })}\n\n`);
  }
}

const json = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

/** Starts the product on this machine: emulator, seeded college, three phones. */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  const log = options.log ?? (() => undefined);
  if (options.fresh) await rm(options.dataDir, { recursive: true, force: true });
  await mkdir(options.dataDir, { recursive: true });
  const phoneDir = path.join(options.dataDir, 'phone');
  const deskDir = path.join(options.dataDir, 'desk');
  const functionsDir = path.join(options.dataDir, 'functions');

  log('编译小程序和云函数…');
  const builds = new BuildEvents();
  await buildFunctions({ outDir: functionsDir });
  const [errors] = await Promise.all([buildPhone(phoneDir), buildDesk(deskDir)]);
  errors.forEach(log);

  const emulator = await startEmulator({
    ...product,
    port: 0,
    dataDir: path.join(options.dataDir, 'cloud'),
    functionsDir,
    functionEnv: FUNCTION_ENV,
    watch: options.watch ?? false,
  });
  const seedFile = new SeedFile(options.dataDir);
  const control = (to: string, body: unknown) =>
    fetch(`${emulator.url}/control/${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const fill = async (): Promise<void> => {
    log('第一次运行：准备一个学院…');
    await control('reset', {});
    await seedFile.write(await seed(emulator.url, FUNCTION_ENV.ADMIN_CODE));
  };
  if (!(await seedFile.read())) await fill();

  const server = await startPreviewServer({
    port: options.port,
    emulatorUrl: emulator.url,
    folders: [deskDir, phoneDir],
    routes: {
      'GET /desk/people': async (_request, response) => json(response, await seedFile.read()),
      'GET /desk/events': builds.route,
      'POST /desk/reset': async (_request, response) => {
        await seedFile.remove();
        await fill();
        json(response, {});
      },
    },
  });
  const watches = options.watch
    ? [
        await watchPhone(phoneDir, (found) => builds.send(found)),
        await watchFunctions({ outDir: functionsDir }, (found) => {
          if (found.length > 0) builds.send(found);
        }),
      ]
    : [];
  return {
    url: server.url,
    emulatorUrl: emulator.url,
    close: async () => {
      await Promise.all(watches.map((watch) => watch.stop()));
      await server.close();
      await emulator.close();
      await disposeCompilers();
    },
  };
};
