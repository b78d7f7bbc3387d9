/** CloudBase on one machine: puts the parts together behind one HTTP server. */
import { adminRoutes } from './admin/routes';
import { bytesRoutes } from './admin/bytes';
import { clientRoutes } from './client/routes';
import { openClock } from './clock';
import { openFaults } from './control/faults';
import { controlRoutes } from './control/routes';
import { openCounters } from './counters';
import { openDataDir, type DataDir } from './data-dir';
import { openEnvironments } from './environments';
import { openEvents } from './events';
import { readFunctions } from './hosting/catalog';
import { openHost } from './hosting/host';
import { watchFunctions } from './hosting/watch';
import { openOpenApi } from './openapi';
import { WECHAT_QUOTAS } from './openapi/wechat';
import { openPlan, UNLIMITED } from './plan/plan';
import { openServer } from './server';
import { openRobots, wecomRoutes } from './wecom/routes';
import { openState } from './state';
import { openPushes, type PushedEvent } from './pushes';
import { openScheduler } from './timers/scheduler';
import type { Emulator, EmulatorOptions } from './types';

export type { Emulator, EmulatorOptions } from './types';

const ENV_ID = 'local-env';
const APP_ID = 'wx0000000000emulator';
const INSTANCES_PER_FUNCTION = 4;

/**
 * Starts an emulator and resolves when it serves.
 * @throws Error when the port or the data folder is taken, or a function's `config.json` is refused.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  readFunctions(options.functionsDir);
  const data = openDataDir(options.dataDir, options.fresh ?? false);
  try {
    return await serve(options, data);
  } catch (error) {
    data.release();
    throw error;
  }
}

async function serve(options: EmulatorOptions, data: DataDir): Promise<Emulator> {
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const { functionsDir, collections, templates, pages = [] } = options;
  let url = '';

  const state = openState(data.state);
  const events = openEvents();
  const counters = openCounters();
  const faults = openFaults();
  const clock = openClock(state.clockOffset(), (offset) => {
    state.setClockOffset(offset);
    events.emit({ type: 'clock', data: { now: clock.now(), offset } });
  });
  const plan = options.plan ? openPlan(options.plan, clock, counters) : UNLIMITED;
  const robots = openRobots(clock, (post) => events.emit({ type: 'post', data: post }));
  const visits = new Map<string, number>();

  const environments = await openEnvironments({
    homeId: ENV_ID,
    data,
    collections,
    clock,
    counters,
    baseUrl: () => url,
  });
  const { files } = environments.home;
  const host = openHost({
    functionsDir,
    clock,
    events,
    log,
    instancesPerFunction: options.instancesPerFunction ?? options.plan?.runsAtOnce ?? INSTANCES_PER_FUNCTION,
    plan,
    nodePath: options.nodePath ?? process.execPath,
    surroundings: () => ({
      appId: APP_ID,
      envId: ENV_ID,
      adminUrl: `${url}/admin`,
      functionEnv: withAddress(options.functionEnv ?? {}, url),
    }),
  });
  const scheduler = openScheduler(host, clock, options.liveTimers ?? true);
  const pushes = openPushes(host, clock, options.pushes ?? {});
  // Whatever the function answers, WeChat goes on.
  const tell = async (event: PushedEvent, openid?: string): Promise<void> => {
    await pushes.send(event, openid).catch((error: unknown) => log(`push: ${String(error)}`));
  };
  const openApi = openOpenApi({
    templates,
    pages,
    state,
    clock,
    events,
    quotas: { ...WECHAT_QUOTAS, ...options.quotas },
    lastVisit: (openid) => visits.get(openid),
    appId: APP_ID,
    push: tell,
  });

  async function reset(): Promise<void> {
    clock.setOffset(0);
    scheduler.refresh();
    faults.remove();
    state.reset();
    robots.reset();
    await environments.reset();
    await host.recycle();
  }

  async function reload(names: string[]): Promise<void> {
    await Promise.all(names.map((name) => host.reload(name)));
    scheduler.refresh();
    events.emit({ type: 'functions', data: { names } });
  }

  const onVisit = (openid: string) => void visits.set(openid, clock.now());
  const routes = [
    ...adminRoutes({
      servicesOf: async (env) => {
        const of = await environments.of(env);
        const functions = of === environments.home ? [host] : [];
        return [of.documents, of.files, ...functions];
      },
      openApi,
      ownerOf: host.ownerOf,
      plan,
      faults,
      counters,
      log,
      onAction: options.onAction,
    }),
    ...bytesRoutes(async (env) => (await environments.of(env)).files, faults),
    ...clientRoutes({
      host,
      files,
      state,
      templates,
      push: tell,
      appId: APP_ID,
      plan,
      faults,
      counters,
      onVisit,
    }),
    ...wecomRoutes(robots, { faults, counters }),
    ...controlRoutes({ clock, scheduler, state, templates, host, pushes, faults, counters, events, reset }),
  ];

  async function closeServices(): Promise<void> {
    scheduler.close();
    await host.close();
    await environments.close();
    state.close();
  }

  const server = await openServer(options.port, routes, log).catch(async (error: unknown) => {
    await closeServices();
    throw error;
  });
  url = server.url;
  const endWatch = options.watch ? watchFunctions(functionsDir, (names) => void reload(names)) : undefined;

  async function close(): Promise<void> {
    endWatch?.();
    await server.close();
    await closeServices();
    data.release();
  }
  return { url, adminUrl: `${url}/admin`, close };
}

/** `{emulator}` in a function's environment stands for this server's own address. */
function withAddress(env: Readonly<Record<string, string>>, url: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace('{emulator}', url)]),
  );
}
