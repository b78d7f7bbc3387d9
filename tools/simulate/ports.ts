/** The functions' own ports on the real SDK, with a process that can die between any two calls. */
import { randomBytes } from 'node:crypto';
import sdk from 'wx-server-sdk';
import { createCipher } from '../../cloudfunctions/_shared/kernel/cipher';
import {
  openCloudDatabase,
  type CloudDatabase,
  type OpenTransaction,
} from '../../cloudfunctions/_shared/store/cloud-database';
import { createRobot } from '../../cloudfunctions/_shared/platform/robot';
import { createMemory } from '../../cloudfunctions/_shared/kernel/memory';
import { createSigner } from '../../cloudfunctions/_shared/kernel/signer';
import { createCloudStore } from '../../cloudfunctions/_shared/store/cloud-store';
import * as v from 'valibot';
import { createMessenger } from '../../cloudfunctions/_shared/platform/wechat';
import type { Messenger, Ports } from '../../cloudfunctions/_shared/platform/ports';
import type { Store } from '../../cloudfunctions/_shared/store/ports';
import type { Cloud } from './cloud';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/reminding/kinds';
import { grantedTemplates, templateIdsOf } from '../../miniprogram/domain/reminding/notices/granted';
import { filesIn } from './files';
import { goInProcess } from './in-process';
import { standingStill, type StandStill } from './stand-still';
import { tracked } from './under-way';

/**
 * When a sender dies: before or after its call with that number; or, where that is a transaction, between its commit
 * and what it has bound itself to write then.
 */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after' | 'commit';
}

interface Life {
  isDead: boolean;
  /** Whether the next commit is its last deed. */
  endsWithCommit: boolean;
}

interface PortsOptions {
  readonly cloud: Pick<Cloud, 'clock' | 'url'> & Partial<Pick<Cloud, 'stored'>>;
  /** Real milliseconds until a send without an answer is given up. */
  readonly sendTimeoutMs: number;
  /** Real milliseconds after which a request to the database is given up: whoever opens first decides for all. */
  readonly databaseTimeoutMs?: number;
  /** Until the database is asked again; moments of real time by default. */
  readonly pause?: (maxMs: number) => Promise<void>;
  /** Whether a phone waits for it. */
  readonly isAwaited?: boolean;
  readonly log?: Ports['log'];
}

export interface ProcessOptions extends PortsOptions {
  readonly death?: Death | undefined;
  /** What it waits for between its look at what is due and its claim. */
  readonly beforeClaim?: () => Promise<unknown>;
  /** Where in its first transaction it stands still, and for what. */
  readonly standStill?: StandStill | undefined;
  /** Hears of every call; may move the clock. */
  readonly onCall?: () => void;
  readonly breakage?: Breakage | undefined;
}

/** Makes of good ports those of a timer with a fault in it: whoever judges must notice. */
export type Breakage = (ports: Ports) => Ports;

class Died extends Error {}

/** Where requests are left without an answer on purpose: real time is dear. */
const DATABASE_TIMEOUT_MS = 400;
/** The SDK's own limit in a function: what that takes on the cloud's clock. */
export const DATABASE_LIMIT_MS = 15_000;

let codes = 0;
let database: CloudDatabase | undefined;

const TEMPLATES = v.parse(
  grantedTemplates,
  Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, `tmpl-${key}`])),
);

const openDatabase = (timeout: number): CloudDatabase => {
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });
  const opened = openCloudDatabase();
  goInProcess(timeout);
  return opened;
};

const mortalTransaction = async (db: CloudDatabase, life: Life): Promise<OpenTransaction> => {
  const transaction = await db.startTransaction?.();
  if (!transaction) throw new Error('a database with transactions starts one');
  return {
    collection: (name) => transaction.collection(name),
    rollback: () => transaction.rollback(),
    commit: async () => {
      const done = await transaction.commit();
      life.isDead ||= life.endsWithCommit;
      return done;
    },
  };
};

const mortalDatabase = (db: CloudDatabase, life: Life): CloudDatabase => ({
  command: db.command,
  collection: (name) => {
    if (life.isDead) throw new Died();
    return db.collection(name);
  },
  runTransaction: async (work, retries) => {
    const result = await db.runTransaction(work, retries);
    life.isDead ||= life.endsWithCommit;
    return result;
  },
  ...(db.startTransaction && { startTransaction: () => mortalTransaction(db, life) }),
});

/** A page that tells which notice a message was; WeChat looks at the path only. */
const marked = (page: string, noticeId: string): string =>
  `${page}${page.includes('?') ? '&' : '?'}notice=${encodeURIComponent(noticeId)}`;

/** The notice a message was sent for. */
export const noticeIdOf = (page: string): string =>
  decodeURIComponent(/[?&]notice=(.+)$/.exec(page)?.[1] ?? '');

const KEY = Buffer.alloc(32, 'key').toString('base64');
export const ADMIN_CODE = 'simulated-administrator';

const pauseBriefly = (maxMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(maxMs, 3)));

/** What the functions' own composition root puts together, at this cloud. */
export const openPorts = (
  {
    cloud: { clock, url, stored },
    sendTimeoutMs,
    databaseTimeoutMs = DATABASE_TIMEOUT_MS,
    log,
    pause = pauseBriefly,
    isAwaited = true,
  }: PortsOptions,
  around: (db: CloudDatabase) => CloudDatabase = (db) => db,
): Ports => {
  const db = around((database ??= openDatabase(databaseTimeoutMs)));
  const surroundings = { pause, now: () => clock.now(), isAwaited };
  const messenger = createMessenger(TEMPLATES, 'developer', sendTimeoutMs);
  const marking: Messenger = {
    send: (message) => messenger.send({ ...message, page: marked(message.page, message.noticeId) }),
  };
  return {
    store: createCloudStore(db, surroundings),
    clock,
    memory: createMemory(clock),
    codes: { next: (length) => `CODE${(codes += 1)}`.padEnd(length, 'X') },
    cipher: createCipher(KEY, randomBytes),
    signer: createSigner(KEY),
    codeImages: { build: 'formal', draw: async () => undefined },
    files: filesIn(stored),
    textCheck: { check: async () => 'fine' },
    pictureCheck: { ask: async () => undefined },
    messenger: marking,
    robot: createRobot(`${url}/wecom`, sendTimeoutMs),
    settings: { adminCode: ADMIN_CODE, school: '', templateIds: templateIdsOf(TEMPLATES) },
    log: log ?? (() => undefined),
  };
};

/** A call that ends at the SDK's limit has taken as long on the cloud's clock as it would in a function. */
const timed = async <T>(
  { cloud: { clock }, databaseTimeoutMs = DATABASE_TIMEOUT_MS }: PortsOptions,
  call: () => Promise<T>,
): Promise<T> => {
  const startedAt = performance.now();
  try {
    return await tracked(call());
  } catch (error) {
    if (performance.now() - startedAt >= databaseTimeoutMs) clock.at += DATABASE_LIMIT_MS;
    throw error;
  }
};

const isClaim = (set: object | undefined): boolean =>
  set !== undefined && 'status' in set && set.status === 'sending';

const waiting = (store: Store, beforeClaim: () => Promise<unknown>): Store => ({
  ...store,
  changeAll: async (collection, target, change) => {
    if (isClaim(change.set)) await beforeClaim();
    return store.changeAll(collection, target, change);
  },
});

/** Ports of one process. */
export const openProcess = (options: ProcessOptions): Ports => {
  const { death, beforeClaim = () => Promise.resolve(), standStill, onCall, breakage } = options;
  let calls = 0;
  const life: Life = { isDead: false, endsWithCommit: false };
  const alive = async <T>(call: () => Promise<T>): Promise<T> => {
    if (life.isDead) throw new Died();
    calls += 1;
    onCall?.();
    const isLast = death?.call === calls;
    life.isDead ||= isLast && death.when === 'before';
    life.endsWithCommit ||= isLast && death.when === 'commit';
    if (life.isDead) throw new Died();
    const result = await timed(options, call);
    life.isDead ||= isLast;
    if (life.isDead) throw new Died();
    return result;
  };
  const guarded = <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => alive(() => method.apply(target, args));
      },
    });
  const good = openPorts(options, (db) => mortalDatabase(db, life));
  const store = guarded(good.store);
  const mortal: Ports = {
    ...good,
    store: waiting(standStill ? standingStill(store, standStill) : store, beforeClaim),
    messenger: guarded(good.messenger),
    robot: guarded(good.robot),
    files: guarded(good.files),
  };
  return breakage ? breakage(mortal) : mortal;
};
