/** The composition root: the only place that touches the real clock, randomness and environment. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import cloud from 'wx-server-sdk';
import * as v from 'valibot';
import { TEMPLATE_KEYS } from '../../miniprogram/domain/model';
import { createCipher } from './cipher';
import { openCloudDatabase } from './cloud/database';
import { initCloud } from './cloud/init';
import { createRobot } from './cloud/robot';
import { createCloudStore } from './cloud/store';
import { createCodeImages } from './cloud/code-images';
import { createFiles, createMessenger, createTextCheck } from './cloud/wechat';
import type { Ports } from './ports';
import { createSigner } from './signer';

/** Without 0 O 1 I L, which people confuse. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const environment = v.object({
  FIELD_KEY: v.string(),
  ADMIN_CODE: v.optional(v.string()),
  TEMPLATE_IDS: v.pipe(
    v.optional(v.string(), '{}'),
    v.parseJson(),
    v.object(v.entriesFromList(TEMPLATE_KEYS, v.optional(v.string(), ''))),
  ),
  WECOM_HOST: v.optional(v.string(), 'https://qyapi.weixin.qq.com'),
  MINIPROGRAM_STATE: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
});

const createPorts = (): Ports => {
  const env = v.parse(environment, process.env);
  initCloud();
  const pause = (maxMs: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, randomInt(1, maxMs + 1)));
  return {
    store: createCloudStore(openCloudDatabase(), { pause, newId: randomUUID, now: () => Date.now() }),
    clock: { now: () => Date.now() },
    codes: { next: (length) => Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('') },
    cipher: createCipher(env.FIELD_KEY, randomBytes),
    signer: createSigner(env.FIELD_KEY),
    codeImages: createCodeImages(env.MINIPROGRAM_STATE),
    files: createFiles(),
    messenger: createMessenger(env.TEMPLATE_IDS, env.MINIPROGRAM_STATE),
    robot: createRobot(env.WECOM_HOST),
    textCheck: createTextCheck(),
    settings: { adminCode: env.ADMIN_CODE || undefined, templateIds: env.TEMPLATE_IDS },
    log: (event, facts) => console.info(JSON.stringify({ event, ...facts })),
  };
};

/** What one invocation runs with. */
export interface Runtime {
  ports(): Ports;
  /** The caller's openid from WeChat's context; none for the timer. */
  openid(): string | undefined;
}

let ports: Ports | undefined;

export const cloudRuntime: Runtime = {
  ports: () => (ports ??= createPorts()),
  openid: () => {
    const { OPENID } = cloud.getWXContext();
    // The SDK turns values of digits only into numbers.
    return OPENID === undefined || OPENID === '' ? undefined : String(OPENID);
  },
};

/** Epoch milliseconds, for what runs before the variables are known to be right. */
export const systemNow = (): number => Date.now();

/** What the operator proves to be the operator with; none set lets nobody in. */
export const operatorKey = (): string | undefined => process.env['OPERATOR_KEY'] || undefined;
