/** The emulator's database and WeChat in this process, with the real SDK talking to them and a clock of its own. */
import { adminRoutes } from '../emulator/admin/routes';
import { openFaults, type Faults } from '../emulator/control/faults';
import { openCounters } from '../emulator/counters';
import { openDocuments } from '../emulator/documents';
import { openEvents } from '../emulator/events';
import { openOpenApi, type OpenApi } from '../emulator/openapi';
import { WECHAT_QUOTAS } from '../emulator/openapi/wechat';
import { UNLIMITED, type Plan } from '../emulator/plan/plan';
import { product } from '../emulator/product';
import type { Route } from '../emulator/exchange';
import { openServer } from '../emulator/server';
import { openState, type WeChatState } from '../emulator/state';
import type { ActionService, CallCounters, Clock } from '../emulator/types';
import { openRobots, wecomRoutes, type Robots } from '../emulator/wecom/routes';
import { line, type Asks } from './in-process';

export interface Cloud {
  readonly clock: { at: number; now(): number };
  readonly faults: Faults;
  readonly counters: CallCounters;
  readonly wechat: WeChatState;
  readonly robots: Robots;
  /** Files by their ids. */
  readonly stored: Map<string, Buffer>;
  readonly url: string;
  /** Writes documents past the SDK. */
  insert(collection: string, documents: readonly object[]): Promise<void>;
  /** All documents of a collection, read past the SDK and its faults. */
  all(collection: string): Promise<unknown[]>;
  /** Breaks the connections that hang. */
  letGo(): void;
  reset(): Promise<void>;
  close(): Promise<void>;
}

const TIMER = {
  name: 'reminder',
  entry: '',
  config: { timeoutMs: 60_000, memoryMb: 256, openapi: ['subscribeMessage.send'], triggers: [] },
};
const PAGE = 1000;

/** The admin protocol without a network. */
const asksOf =
  ([admin]: readonly Route[]): Asks =>
  async (request) => {
    if (!admin) throw new Error('the admin protocol has a route');
    return admin.handle({
      method: 'POST',
      url: new URL('http://127.0.0.1/admin'),
      target: '/admin',
      header: () => 'application/json',
      read: () => Promise.resolve(Buffer.from(JSON.stringify(request))),
    });
  };

interface CloudOptions {
  /** What it lets through; everything by default. */
  readonly plan?: Plan;
  /** Real milliseconds until a transaction is over that nobody ends. */
  readonly transactionLimitMs?: number;
}

/** Locks that a failed commit leaves behind are gone soon, for real time is dear here. */
const TRANSACTION_LIMIT_MS = 800;

/** The database past the SDK and its faults. */
const pastTheSdk = (documents: ActionService): Pick<Cloud, 'insert' | 'all'> => ({
  insert: async (collectionName, list) => {
    for (let start = 0; start < list.length; start += PAGE) {
      const data = list.slice(start, start + PAGE).map((document) => JSON.stringify(document));
      await documents.handle('database.insertDocument', { collectionName, data });
    }
  },
  all: async (collectionName) => {
    const found: unknown[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const request = { collectionName, query: '{}', queryType: 'WHERE', offset, limit: PAGE };
      const { data } = await documents.handle('database.getDocument', request);
      const { list } = data as { list: string[] };
      found.push(...list.map((text) => JSON.parse(text) as unknown));
      if (list.length < PAGE) return found;
    }
  },
});

const openWeChat = (state: WeChatState, clock: Clock): OpenApi =>
  openOpenApi({
    ...product,
    state,
    clock,
    events: openEvents(),
    quotas: WECHAT_QUOTAS,
    lastVisit: () => undefined,
    appId: 'wx0000000simulated',
    push: async () => undefined,
  });

/** An empty cloud at `startAt` (epoch ms); one in a process, for the SDK is told of it by the environment. */
export const openCloud = async (startAt: number, options: CloudOptions = {}): Promise<Cloud> => {
  const { plan = UNLIMITED, transactionLimitMs = TRANSACTION_LIMIT_MS } = options;
  const clock = { at: startAt, now: () => clock.at };
  const counters = openCounters();
  const faults = openFaults();
  const wechat = openState(':memory:');
  const { collections } = product;
  const waits = { transactionLimitMs, lockWaitMs: 20 };
  const documents = openDocuments({ file: ':memory:', collections, clock, counters, ...waits });
  const routes = adminRoutes({
    servicesOf: () => Promise.resolve([documents]),
    openApi: openWeChat(wechat, clock),
    ownerOf: () => TIMER as never,
    plan,
    faults,
    counters,
    log: () => undefined,
  });
  const robots = openRobots(clock);
  const stored = new Map<string, Buffer>();
  const allRoutes = [...routes, ...wecomRoutes(robots, { faults, counters })];
  const server = await openServer(0, allRoutes, () => undefined);
  useSdkAt(`${server.url}/admin`);
  line.connect(asksOf(routes));
  const letGo = (): void => {
    line.letGo();
    server.letGo();
  };
  return {
    clock,
    faults,
    counters,
    wechat,
    robots,
    stored,
    url: server.url,
    ...pastTheSdk(documents),
    letGo,
    reset: async () => {
      faults.remove();
      letGo();
      wechat.reset();
      robots.reset();
      stored.clear();
      await documents.reset();
    },
    close: async () => {
      line.connect(undefined);
      await server.close();
      await documents.close();
      wechat.close();
    },
  };
};

/** What CloudBase sets for a function that its timer calls. */
export const useSdkAt = (adminUrl: string): void => {
  Object.assign(process.env, {
    TENCENTCLOUD: 'true',
    // Elsewhere than in a function the SDK keeps a hundred connections, and never frees one whose request timed out.
    TENCENTCLOUD_RUNENV: 'SCF',
    // It would warn, seconds later, of each request it has given up.
    SILENCE: 'true',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    WX_API_TOKEN: 'timer',
    WX_CONTEXT_KEYS: 'WX_API_TOKEN',
    TRIGGER_SRC: 'timer',
    WX_TRIGGER_API_TOKEN_V0: 'timer',
  });
};
