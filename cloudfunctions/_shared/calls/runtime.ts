/** The composition root: the only place that touches the real clock, randomness and environment. */
import { randomBytes, randomInt } from 'node:crypto';
import cloud from 'wx-server-sdk';
import { templateIdsOf } from '../../../miniprogram/domain/reminding/notices/granted';
import { createCipher } from '../kernel/cipher';
import { openCloudDatabase } from '../store/cloud-database';
import { initCloud } from '../platform/init';
import { createRobot } from '../platform/robot';
import { createCloudStore } from '../store/cloud-store';
import { createCodeImages } from '../platform/code-images';
import { createPictureCheck } from '../platform/picture-check';
import { createFiles, createMessenger, createTextCheck } from '../platform/wechat';
import { NotConfigured, readEnvironment, type EnvironmentProblem } from '../kernel/environment';
import type { Ports } from '../platform/ports';
import type { Store } from '../store/ports';
import { createMemory } from '../kernel/memory';
import { createSigner } from '../kernel/signer';

/** Without 0 O 1 I L, which people confuse. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** What an instance keeps from call to call; the store is made anew for each, so that each has its own patience. */
const createInstance = (): {
  readonly ports: Omit<Ports, 'store'>;
  readonly openStore: (isAwaited: boolean) => Store;
} => {
  const { environment, problems } = readEnvironment(process.env);
  if (!environment) throw new NotConfigured(problems.filter(({ stopsAll }) => stopsAll));
  const log: Ports['log'] = (event, facts) => console.info(JSON.stringify({ event, ...facts }));
  for (const { variable, problem } of problems) log('left-out', { variable, problem });
  initCloud();
  const pause = (maxMs: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, randomInt(1, maxMs + 1)));
  const database = openCloudDatabase();
  const surroundings = { pause, now: () => Date.now(), log, toldAt: new Map<string, number>() };
  const ports: Omit<Ports, 'store'> = {
    clock: { now: () => Date.now() },
    memory: createMemory({ now: () => Date.now() }),
    codes: { next: (length) => Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('') },
    cipher: createCipher(environment.fieldKey, randomBytes),
    signer: createSigner(environment.fieldKey),
    codeImages: createCodeImages(environment.build),
    files: createFiles(),
    messenger: createMessenger(environment.templates, environment.build),
    robot: createRobot(environment.wecomHost),
    textCheck: createTextCheck(),
    pictureCheck: createPictureCheck(),
    settings: {
      adminCode: environment.adminCode,
      school: environment.school,
      templateIds: templateIdsOf(environment.templates),
    },
    log,
  };
  return { ports, openStore: (isAwaited) => createCloudStore(database, { ...surroundings, isAwaited }) };
};

/** What one invocation runs with. */
export interface Runtime {
  /** For one call. */
  ports(): Ports;
  /** The caller's openid from WeChat's context; none for the timer. */
  openid(): string | undefined;
}

let instance: ReturnType<typeof createInstance> | undefined;

export const cloudRuntime: Runtime = {
  ports: () => {
    const { ports, openStore } = (instance ??= createInstance());
    return { ...ports, store: openStore(true) };
  },
  openid: () => {
    const { OPENID } = cloud.getWXContext();
    // The SDK turns values of digits only into numbers.
    return OPENID === undefined || OPENID === '' ? undefined : String(OPENID);
  },
};

/** Of what no phone waits for: the timer, and what WeChat pushes. */
export const unawaitedRuntime: Runtime = {
  ...cloudRuntime,
  ports: () => {
    const { ports, openStore } = (instance ??= createInstance());
    return { ...ports, store: openStore(false) };
  },
};

/** Who called whom until this function ran, as WeChat's context says; empty when it does not. */
export const callSource = (): string => cloud.getWXContext().SOURCE ?? '';

/** Epoch milliseconds, for what runs before the variables are known to be right. */
export const systemNow = (): number => Date.now();

/** What is wrong with the variables of this function, for whoever looks after it. */
export const variableProblems = (): readonly EnvironmentProblem[] => readEnvironment(process.env).problems;

/** What the operator proves to be the operator with; none set lets nobody in. */
export const operatorKey = (): string | undefined => process.env['OPERATOR_KEY'] || undefined;
