/** The functions' own ports on the real SDK, with a process that can die between any two calls. */
import { randomBytes, randomUUID } from 'node:crypto';
import sdk from 'wx-server-sdk';
import { createCipher } from '../../cloudfunctions/_shared/cipher';
import { openCloudDatabase } from '../../cloudfunctions/_shared/cloud/database';
import { createRobot } from '../../cloudfunctions/_shared/cloud/robot';
import { createCloudStore } from '../../cloudfunctions/_shared/cloud/store';
import { createMessenger } from '../../cloudfunctions/_shared/cloud/wechat';
import type { Messenger, Ports, Store } from '../../cloudfunctions/_shared/ports';
import type { Cloud } from './cloud';
import { TEMPLATE_KEYS, type TemplateKey } from '../../miniprogram/domain/model';
import { tracked } from './under-way';

/** When a sender dies: before or after its call with that number. */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after';
}

export interface ProcessOptions {
  readonly cloud: Pick<Cloud, 'clock' | 'url'>;
  /** Real milliseconds until a send without an answer is given up. */
  readonly sendTimeoutMs: number;
  readonly death?: Death | undefined;
  /** What it waits for between its look at what is due and its claim. */
  readonly beforeClaim?: () => Promise<unknown>;
  /** Hears of every call; may move the clock. */
  readonly onCall?: () => void;
  readonly log?: Ports['log'];
  readonly breakage?: Breakage | undefined;
}

/** Makes of good ports those of a timer with a fault in it: whoever judges must notice. */
export type Breakage = (ports: Ports) => Ports;

export class Died extends Error {}

/** Real milliseconds after which the SDK gives up a request to the database. */
const DATABASE_TIMEOUT_MS = 400;
/** What that takes on the cloud's clock: the SDK's own limit in a function. */
const DATABASE_LIMIT_MS = 15_000;

let leases = 0;
let store: Store | undefined;

export const TEMPLATE_IDS = Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, `tmpl-${key}`])) as Record<
  TemplateKey,
  string
>;

const openStore = (clock: Cloud['clock']): Store => {
  // The SDK's types do not know of its limit.
  const limit = { timeout: DATABASE_TIMEOUT_MS } as object;
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string, ...limit });
  const pause = (maxMs: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(maxMs, 3)));
  return createCloudStore(openCloudDatabase(), { pause, newId: randomUUID, now: () => clock.now() });
};

/** A page that tells which notice a message was; WeChat looks at the path only. */
const marked = (page: string, noticeId: string): string =>
  `${page}${page.includes('?') ? '&' : '?'}notice=${encodeURIComponent(noticeId)}`;

/** The notice a message was sent for. */
export const noticeIdOf = (page: string): string =>
  decodeURIComponent(/[?&]notice=(.+)$/.exec(page)?.[1] ?? '');

/** What the functions' own composition root puts together, at this cloud. */
const openPorts = ({ cloud: { clock, url }, sendTimeoutMs, log }: ProcessOptions): Ports => {
  store ??= openStore(clock);
  const messenger = createMessenger(TEMPLATE_IDS, 'developer', sendTimeoutMs);
  const marking: Messenger = {
    send: (message) => messenger.send({ ...message, page: marked(message.page, message.noticeId) }),
  };
  const simulated: Partial<Ports> = {
    store,
    clock,
    codes: { next: () => `lease-${(leases += 1)}` },
    cipher: createCipher(Buffer.alloc(32, 'key').toString('base64'), randomBytes),
    messenger: marking,
    robot: createRobot(`${url}/wecom`, sendTimeoutMs),
    settings: { adminCode: undefined, templateIds: TEMPLATE_IDS },
    log: log ?? (() => undefined),
  };
  // The timer takes no other.
  return simulated as Ports;
};

/** A call that ends at the SDK's limit has taken as long on the cloud's clock as it would in a function. */
const timed = async <T>(clock: Cloud['clock'], call: () => Promise<T>): Promise<T> => {
  const startedAt = performance.now();
  try {
    return await tracked(call());
  } catch (error) {
    if (performance.now() - startedAt >= DATABASE_TIMEOUT_MS) clock.at += DATABASE_LIMIT_MS;
    throw error;
  }
};

/** The first notices a timer changes all at once are those it claims; later the wait is over. */
const waiting = (store: Store, beforeClaim: () => Promise<unknown>): Store => ({
  ...store,
  changeAll: async (...change) => {
    await beforeClaim();
    return store.changeAll(...change);
  },
});

/** Ports of one process. */
export const openProcess = (options: ProcessOptions): Ports => {
  const {
    death,
    beforeClaim = () => Promise.resolve(),
    onCall,
    breakage,
    cloud: { clock },
  } = options;
  let calls = 0;
  let isDead = false;
  const alive = async <T>(call: () => Promise<T>): Promise<T> => {
    if (isDead) throw new Died();
    calls += 1;
    onCall?.();
    if (death?.call === calls && death.when === 'before') isDead = true;
    if (isDead) throw new Died();
    const number = calls;
    const result = await timed(clock, call);
    if (death?.call === number && death.when === 'after') isDead = true;
    if (isDead) throw new Died();
    return result;
  };
  const guarded = <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => alive(() => method.apply(target, args));
      },
    });
  const good = openPorts(options);
  const mortal: Ports = {
    ...good,
    store: waiting(guarded(good.store), beforeClaim),
    messenger: guarded(good.messenger),
    robot: guarded(good.robot),
  };
  return breakage ? breakage(mortal) : mortal;
};
