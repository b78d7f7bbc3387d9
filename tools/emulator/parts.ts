/** The parts of the emulator: what each needs of the others, how they are emptied, and how they end. */
import { openClock, type AdjustableClock } from './clock';
import { openFaults, type Faults } from './control/faults';
import { openCounters } from './counters';
import type { DataDir } from './data-dir';
import { openEnvironments, type Environments } from './environments';
import { openEvents, type Events } from './events';
import { openHost, type FunctionHost } from './hosting/host';
import { openOpenApi, type OpenApi } from './openapi';
import { WECHAT_QUOTAS } from './openapi/wechat';
import { openPlan, UNLIMITED, type Plan } from './plan/plan';
import { openPushes, type PushedEvent, type Pushes } from './pushes';
import { openState, type WeChatState } from './state';
import { openScheduler, type Scheduler } from './timers/scheduler';
import type { CallCounters, EmulatorOptions } from './types';
import { openRobots, type Robots } from './wecom/routes';

const ENV_ID = 'local-env';
export const APP_ID = 'wx0000000000emulator';
const INSTANCES_PER_FUNCTION = 4;

/** What everything else goes by. */
interface Ground {
  readonly state: WeChatState;
  readonly events: Events;
  readonly counters: CallCounters;
  readonly faults: Faults;
  readonly clock: AdjustableClock;
  readonly plan: Plan;
  readonly robots: Robots;
  /** When each person last used the mini-program, epoch ms by openid. */
  readonly visits: Map<string, number>;
  readonly log: (line: string) => void;
}

export interface Parts extends Ground {
  readonly environments: Environments;
  readonly host: FunctionHost;
  readonly scheduler: Scheduler;
  readonly pushes: Pushes;
  readonly openApi: OpenApi;
  /** Tells the functions of what happened in WeChat, which goes on whatever they answer. */
  readonly tell: (event: PushedEvent, openid?: string) => Promise<void>;
}

function openGround(options: EmulatorOptions, data: DataDir): Ground {
  const state = openState(data.state);
  const events = openEvents();
  const counters = openCounters();
  const clock = openClock(state.clockOffset(), (offset) => {
    state.setClockOffset(offset);
    events.emit({ type: 'clock', data: { now: clock.now(), offset } });
  });
  return {
    state,
    events,
    counters,
    faults: openFaults(),
    clock,
    plan: options.plan ? openPlan(options.plan, clock, counters) : UNLIMITED,
    robots: openRobots(clock, (post) => events.emit({ type: 'post', data: post })),
    visits: new Map(),
    log: options.log ?? ((line) => process.stderr.write(`${line}\n`)),
  };
}

const openFunctions = (options: EmulatorOptions, ground: Ground, baseUrl: () => string): FunctionHost =>
  openHost({
    ...ground,
    functionsDir: options.functionsDir,
    instancesPerFunction: options.instancesPerFunction ?? options.plan?.runsAtOnce ?? INSTANCES_PER_FUNCTION,
    nodePath: options.nodePath ?? process.execPath,
    surroundings: () => ({
      appId: APP_ID,
      envId: ENV_ID,
      adminUrl: `${baseUrl()}/admin`,
      functionEnv: withAddress(options.functionEnv ?? {}, baseUrl()),
    }),
  });

/** `baseUrl`: the server's own address, asked for once it serves. */
export async function openParts(
  options: EmulatorOptions,
  data: DataDir,
  baseUrl: () => string,
): Promise<Parts> {
  const ground = openGround(options, data);
  const { state, events, counters, clock, visits, log } = ground;
  const environments = await openEnvironments({
    homeId: ENV_ID,
    data,
    collections: options.collections,
    clock,
    counters,
    baseUrl,
  });
  const host = openFunctions(options, ground, baseUrl);
  const scheduler = openScheduler(host, clock, options.liveTimers ?? true);
  const pushes = openPushes(host, clock, options.pushes ?? {});
  const tell: Parts['tell'] = async (event, openid) => {
    await pushes.send(event, openid).catch((error: unknown) => log(`push: ${String(error)}`));
  };
  const openApi = openOpenApi({
    templates: options.templates,
    pages: options.pages ?? [],
    state,
    clock,
    events,
    quotas: { ...WECHAT_QUOTAS, ...options.quotas },
    lastVisit: (openid) => visits.get(openid),
    appId: APP_ID,
    push: tell,
  });
  return { ...ground, environments, host, scheduler, pushes, openApi, tell };
}

/** Empties everything and returns the clock to real time. */
export async function resetParts(parts: Parts): Promise<void> {
  const { clock, scheduler, faults, state, robots, environments, host } = parts;
  clock.setOffset(0);
  scheduler.refresh();
  faults.remove();
  state.reset();
  robots.reset();
  await environments.reset();
  await host.recycle();
}

/** Takes over functions that were built anew. */
export async function reloadFunctions({ host, scheduler, events }: Parts, names: string[]): Promise<void> {
  await Promise.all(names.map((name) => host.reload(name)));
  scheduler.refresh();
  events.emit({ type: 'functions', data: { names } });
}

export async function closeParts({ scheduler, host, environments, state }: Parts): Promise<void> {
  scheduler.close();
  await host.close();
  await environments.close();
  state.close();
}

/** `{emulator}` in a function's environment stands for this server's own address. */
function withAddress(env: Readonly<Record<string, string>>, url: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace('{emulator}', url)]),
  );
}
