/** The functions' entries on ports in memory, with a clock, a WeChat and people to play with. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { accountEntry } from '../../../cloudfunctions/account/entry';
import { createCipher } from '../../../cloudfunctions/_shared/kernel/cipher';
import type {
  Ports,
  SendOutcome,
  SubscribeMessage,
  TextVerdict,
} from '../../../cloudfunctions/_shared/platform/ports';
import { createSigner } from '../../../cloudfunctions/_shared/kernel/signer';
import { graduateEntry } from '../../../cloudfunctions/graduate/entry';
import { reminderEntry } from '../../../cloudfunctions/reminder/entry';
import type { Tick } from '../../../cloudfunctions/reminder/tick';
import { secretaryEntry } from '../../../cloudfunctions/secretary/entry';
import { teacherEntry } from '../../../cloudfunctions/teacher/entry';
import {
  contract,
  type ActionName,
  type FunctionName,
  type Request,
  type Response,
} from '../../../miniprogram/contract';
import type { ActionSpec } from '../../../miniprogram/contract/define';
import type { ErrorCode, Result } from '../../../miniprogram/domain/errors';
import { createMemoryStore } from './memory-store';

/** 10:00 in China on 10 May 2027. */
export const START = Date.UTC(2027, 4, 10, 2);
const FIELD_KEY = Buffer.alloc(32, 'key').toString('base64');
export const ADMIN_CODE = 'one-time-code';

const ENTRIES = {
  account: accountEntry,
  graduate: graduateEntry,
  secretary: secretaryEntry,
  teacher: teacherEntry,
} as const;

/** Failures every caller must expect; all others stand in the action's contract. */
const ANY_CALL: readonly ErrorCode[] = [
  'BAD_REQUEST',
  'UNKNOWN_ACTION',
  'INTERNAL',
  'NOT_CONFIGURED',
  'RECORD_UNREADABLE',
  'SEAL_BROKEN',
  'BUSY',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'TEXT_REJECTED',
  'ID_NUMBER_REFUSED',
  // Whatever takes a text has it checked, and no account has so many checked in a day.
  'DAILY_LIMIT',
];

export const createWorld = () => {
  const sent: SubscribeMessage[] = [];
  const posts: { key: string; markdown: string }[] = [];
  const removedFiles: string[] = [];
  /** Addresses WeChat was asked about; the first question is `trace-1`. */
  const asked: string[] = [];
  const stored = new Map<string, Buffer>();
  const world = {
    now: START,
    verdict: 'fine' as TextVerdict,
    /** A text with this in it is risky whatever the verdict; none when empty. */
    riskyWord: '',
    asksAboutPictures: true,
    drawsImages: true,
    drawn: [] as string[],
    robotAnswer: { kind: 'sent' } as SendOutcome,
    answer: (_message: SubscribeMessage): SendOutcome | Promise<SendOutcome> => ({ kind: 'sent' }),
  };
  const logged: { event: string; facts: Readonly<Record<string, string | number | boolean>> }[] = [];
  const log: Ports['log'] = (event, facts) => void logged.push({ event, facts });
  const store = createMemoryStore(() => world.now, log);
  let codes = 0;
  const ports: Ports = {
    store,
    clock: { now: () => world.now },
    // Every call finds an instance that remembers nothing: what it shows is what is stored.
    memory: { recall: (_key, read) => read() },
    codes: { next: (length) => `CODE${(codes += 1)}`.padEnd(length, 'X') },
    cipher: createCipher(FIELD_KEY, randomBytes),
    signer: createSigner(FIELD_KEY),
    codeImages: {
      build: 'formal',
      draw: async (page, scene) => {
        world.drawn.push(`${page}?${scene}`);
        return world.drawsImages ? Buffer.from(scene) : undefined;
      },
    },
    files: {
      urls: async (ids) =>
        Object.fromEntries(ids.filter((id) => stored.has(id)).map((id) => [id, `https://file/${id}`])),
      heads: async (ids) =>
        Object.fromEntries(
          ids.flatMap((id) => {
            const bytes = stored.get(id);
            return bytes ? [[id, { start: bytes.subarray(0, 16), size: bytes.length }]] : [];
          }),
        ),
      remove: async (ids) => {
        removedFiles.push(...ids);
        for (const id of ids) stored.delete(id);
      },
      download: async (id) => stored.get(id),
      upload: async (path, bytes) => {
        const id = `cloud://env.bucket/${path}`;
        stored.set(id, bytes);
        return id;
      },
    },
    messenger: {
      send: async (message) => {
        const outcome = await world.answer(message);
        sent.push(message);
        return outcome;
      },
    },
    robot: {
      post: async (key, markdown) => {
        posts.push({ key, markdown });
        return world.robotAnswer;
      },
    },
    textCheck: {
      check: async (_openid, text) =>
        world.riskyWord && text.includes(world.riskyWord) ? 'risky' : world.verdict,
    },
    pictureCheck: {
      ask: async (_openid, url) => {
        if (!world.asksAboutPictures) return undefined;
        asked.push(url);
        return `trace-${asked.length}`;
      },
    },
    settings: {
      school: '江汀大学',
      adminCode: ADMIN_CODE,
      templateIds: { progress: 'tmpl-p', deadline: 'tmpl-d', code: 'tmpl-c', task: 'tmpl-t' },
    },
    log,
  };
  const invoke = (openid: string | undefined, name: FunctionName, event: unknown): Promise<Result<unknown>> =>
    ENTRIES[name]({ ports: () => ports, openid: () => openid })(event);

  /** Calls an action; what comes back is checked against the contract. */
  const call = async <F extends FunctionName, A extends ActionName<F>>(
    openid: string,
    name: F,
    action: A,
    payload: Request<F, A>,
  ): Promise<Result<Response<F, A>>> => {
    const result = await invoke(openid, name, { action, payload });
    const spec = (contract[name] as Readonly<Record<string, ActionSpec>>)[action];
    if (result.ok && spec) v.parse(spec.response, result.data);
    if (!result.ok && spec) expect([...ANY_CALL, ...spec.errors]).toContain(result.error.code);
    return result as Result<Response<F, A>>;
  };
  const tick = async (): Promise<Tick> => {
    const main = reminderEntry({ ports: () => ports, openid: () => undefined });
    return dataOf(await main({ Type: 'Timer', TriggerName: 'sweep' }));
  };
  /** Puts a file where a phone would; its id. */
  const upload = (_openid: string, cloudPath: string, bytes: Buffer): Promise<string> =>
    ports.files.upload(cloudPath, bytes);
  /** Everything that has happened so far, for another world to begin with. */
  const state = () => ({
    store: store.state(),
    codes,
    stored: [...stored],
    logged: [...logged],
    removedFiles: [...removedFiles],
  });
  /** Of a world in which nothing has happened yet. */
  const beginWith = (from: ReturnType<typeof state>): void => {
    store.beginWith(from.store);
    codes = from.codes;
    for (const [id, bytes] of from.stored) stored.set(id, bytes);
    logged.push(...from.logged);
    removedFiles.push(...from.removedFiles);
  };
  return {
    world,
    state,
    beginWith,
    ports,
    store,
    stored,
    logged,
    sent,
    posts,
    removedFiles,
    asked,
    invoke,
    call,
    upload,
    tick,
  };
};
export type World = ReturnType<typeof createWorld>;

/** The data of a call that must succeed. */
export const dataOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
  return result.data;
};

export const errorOf = (result: Result<unknown>): ErrorCode | 'none' =>
  result.ok ? 'none' : result.error.code;
