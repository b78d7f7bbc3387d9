import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { buildFunctions, watchFunctions } from '../build/functions';
import { disposeCompilers } from './compile';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator';
import { FUNCTION_ENV, product } from '../emulator/product';
import { buildDesk } from './desk/build';
import { buildPhone, watchPhone } from './phone';
import { seed, type SeedResult } from './seed';
import { type Route, startPreviewServer } from './server';

export interface PreviewOptions {
  /** 0 picks a free port. */
  port: number;
  dataDir: string;
  /** Forgets the data of earlier runs, and touches nothing else in the folder. */
  fresh?: boolean;
  /** A folder made by `preparePreview`: its builds are served as they are, its data is where this one starts. */
  prepared?: string;
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

const layoutOf = (root: string) => ({
  phone: path.join(root, 'phone'),
  desk: path.join(root, 'desk'),
  functions: path.join(root, 'functions'),
  cloud: path.join(root, 'cloud'),
});

/** Answers what is wrong with the mini-program, as readable lines. */
const build = async ({ phone, desk, functions }: ReturnType<typeof layoutOf>): Promise<string[]> => {
  await buildFunctions({ outDir: functions });
  const [errors] = await Promise.all([buildPhone(phone), buildDesk(desk)]);
  return errors;
};

/** For a few people, one after the other: each instance more is a process that starts and warms up for a call or two. */
const FEW_INSTANCES = 1;

const startCloud = (
  cloud: string,
  functions: string,
  more: Pick<EmulatorOptions, 'watch' | 'fresh' | 'instancesPerFunction'> = {},
): Promise<Emulator> =>
  startEmulator({
    ...product,
    ...more,
    port: 0,
    dataDir: cloud,
    functionsDir: functions,
    functionEnv: FUNCTION_ENV,
  });

const control = (emulator: Emulator, to: string, body: unknown): Promise<Response> =>
  fetch(`${emulator.url}/control/${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const fill = async (emulator: Emulator, seedFile: SeedFile): Promise<void> => {
  await control(emulator, 'reset', {});
  await seedFile.write(await seed(emulator.url, FUNCTION_ENV.ADMIN_CODE));
};

/** Builds everything and seeds a college into `dir`, for previews that start from there; throws when a build fails. */
export const preparePreview = async (dir: string): Promise<void> => {
  const layout = layoutOf(dir);
  const errors = await build(layout);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const emulator = await startCloud(layout.cloud, layout.functions);
  await fill(emulator, new SeedFile(dir));
  await emulator.close();
  await disposeCompilers();
};

/** Takes the prepared college over; its clock stands where the story ends, however long ago that was. */
const startPrepared = async (prepared: string, dataDir: string): Promise<Emulator> => {
  const { cloud } = layoutOf(dataDir);
  await cp(layoutOf(prepared).cloud, cloud, { recursive: true });
  await cp(path.join(prepared, 'seed.json'), path.join(dataDir, 'seed.json'));
  const emulator = await startCloud(cloud, layoutOf(prepared).functions, {
    instancesPerFunction: FEW_INSTANCES,
  });
  const story = await new SeedFile(dataDir).read();
  await control(emulator, 'clock', { at: story?.now ?? Date.now() });
  return emulator;
};

const startBuilding = async (options: PreviewOptions, seedFile: SeedFile): Promise<Emulator> => {
  const log = options.log ?? (() => undefined);
  const layout = layoutOf(options.dataDir);
  log('编译小程序和云函数…');
  (await build(layout)).forEach(log);
  const { watch = false, fresh = false } = options;
  const emulator = await startCloud(layout.cloud, layout.functions, { watch, fresh });
  if (fresh) await seedFile.remove();
  if (!(await seedFile.read())) {
    log('第一次运行：准备一个学院…');
    await fill(emulator, seedFile);
  }
  return emulator;
};

/** Starts the product on this machine: emulator, seeded college, three phones. */
export const startPreview = async (options: PreviewOptions): Promise<Preview> => {
  await mkdir(options.dataDir, { recursive: true });
  const { prepared, dataDir } = options;
  const layout = layoutOf(dataDir);
  const { phone, desk } = layoutOf(prepared ?? dataDir);
  const builds = new BuildEvents();
  const seedFile = new SeedFile(dataDir);
  const emulator = await (prepared ? startPrepared(prepared, dataDir) : startBuilding(options, seedFile));

  const server = await startPreviewServer({
    port: options.port,
    emulatorUrl: emulator.url,
    folders: [desk, phone],
    isFinal: prepared !== undefined,
    routes: {
      'GET /desk/people': async (_request, response) => json(response, await seedFile.read()),
      'GET /desk/events': builds.route,
      'POST /desk/reset': async (_request, response) => {
        await seedFile.remove();
        await fill(emulator, seedFile);
        json(response, {});
      },
    },
  });
  const watches = options.watch
    ? [
        await watchPhone(layout.phone, (found) => builds.send(found)),
        await watchFunctions({ outDir: layout.functions }, (found) => {
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
