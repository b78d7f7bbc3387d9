/** WeChat's open APIs behind the ports. */
import cloud from 'wx-server-sdk';
import { fillFields, type Filling } from '../../../miniprogram/domain/reminding/notices/fill';
import type { GrantedTemplates } from '../../../miniprogram/domain/reminding/notices/granted';
import { chunks } from '../kernel/chunks';
import { CROWDED, DELIVERY } from '../kernel/policy';
import type { Files, Messenger, SendOutcome, TextCheck } from './ports';
import { headsAt } from './file-heads';
import { CROWDED_CODE, outcomeOf, UNKNOWN_CODE } from './send-outcome';

type OpenApi = (request: object) => Promise<Readonly<Record<string, unknown>>>;

/** The SDK builds the path `openapi.<group>.<name>` on access. */
export const openApi = (group: string, name: string): OpenApi =>
  (cloud.openapi as Record<string, Record<string, OpenApi>>)[group]?.[name] as OpenApi;

const codeOf = (error: unknown): number => {
  const code = (error as { errCode?: unknown } | null)?.errCode;
  return typeof code === 'number' ? code : UNKNOWN_CODE;
};

const withTimeout = async <T>(work: Promise<T>, ms: number, late: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};

/** WeChat names the key it refuses; alarms name the fact, whichever key carries it. */
const inOurWords = (outcome: SendOutcome, filling: Filling): SendOutcome =>
  outcome.kind === 'invalid' && outcome.field !== undefined
    ? { ...outcome, field: filling[outcome.field] ?? outcome.field }
    : outcome;

/** `miniprogramState` follows the deployed build: developer, trial or formal. `timeoutMs` limits one send. */
export const createMessenger = (
  templates: GrantedTemplates,
  miniprogramState: string,
  timeoutMs: number = DELIVERY.sendTimeoutMs,
): Messenger => {
  const ask = async (request: object): Promise<SendOutcome> => {
    try {
      const reply = await openApi('subscribeMessage', 'send')(request);
      // An empty answer counts as success for the SDK; only WeChat's own 0 is one.
      return outcomeOf(typeof reply.errCode === 'number' ? reply.errCode : UNKNOWN_CODE);
    } catch (error) {
      return outcomeOf(codeOf(error), String((error as { errMsg?: unknown } | null)?.errMsg ?? ''));
    }
  };
  const isCrowded = (outcome: SendOutcome): boolean =>
    outcome.kind === 'busy' && outcome.code === CROWDED_CODE;
  const askAgain = async (request: object, tries: number = CROWDED.tries): Promise<SendOutcome> => {
    const outcome = await ask(request);
    if (!isCrowded(outcome) || tries <= 1) return outcome;
    await new Promise((resolve) => setTimeout(resolve, CROWDED.pauseMs));
    return askAgain(request, tries - 1);
  };
  return {
    send: async ({ openid, template, page, fields }) => {
      const { id: templateId, fields: filling } = templates[template];
      const filled = Object.entries(fillFields(template, filling, fields));
      const data = Object.fromEntries(filled.map(([key, value]) => [key, { value }]));
      const request = {
        touser: openid,
        templateId,
        page,
        data,
        miniprogramState,
        lang: 'zh_CN',
      };
      const outcome = await withTimeout(askAgain(request), timeoutMs, outcomeOf(UNKNOWN_CODE));
      return inOurWords(outcome, filling);
    },
  };
};

const RISKY_CONTENT = 87014;
/** 2 = comment, the scene nearest to a remark. */
const SCENE = 2;

export const createTextCheck = (): TextCheck => ({
  check: async (openid, content) => {
    try {
      const check = openApi('security', 'msgSecCheck');
      const reply = await check({ openid, content, version: 2, scene: SCENE });
      const suggest = (reply.result as { suggest?: unknown } | undefined)?.suggest;
      return suggest === 'risky' ? 'risky' : suggest === undefined ? 'unavailable' : 'fine';
    } catch (error) {
      return codeOf(error) === RISKY_CONTENT ? 'risky' : 'unavailable';
    }
  },
});

/** The SDK takes at most this many files in one call. */
const FILES_PER_CALL = 50;

/** STORAGE_FILE_NONEXIST */
const FILE_MISSING = -503003;

const addressesOf: Files['urls'] = async (fileIds, seconds) => {
  const urls: Record<string, string> = {};
  const asked = fileIds.map((fileID) => (seconds === undefined ? fileID : { fileID, maxAge: seconds }));
  for (const fileList of chunks(asked, FILES_PER_CALL)) {
    // The SDK's types know ids only; its code takes an age as well.
    const reply = await cloud.getTempFileURL({ fileList: fileList as string[] });
    for (const file of reply?.fileList ?? []) if (file.tempFileURL) urls[file.fileID] = file.tempFileURL;
  }
  return urls;
};

/** Seconds; the address is used at once. */
const HEAD_URL_SECONDS = 60;

export const createFiles = (): Files => ({
  urls: addressesOf,
  heads: async (fileIds) => headsAt(await addressesOf(fileIds, HEAD_URL_SECONDS)),
  download: async (fileID) => {
    try {
      const { fileContent } = await cloud.downloadFile({ fileID });
      return Buffer.isBuffer(fileContent) ? fileContent : undefined;
    } catch (error) {
      if (codeOf(error) === FILE_MISSING) return undefined;
      throw error;
    }
  },
  upload: async (cloudPath, fileContent) => (await cloud.uploadFile({ cloudPath, fileContent })).fileID,
  remove: async (fileIds) => {
    for (const fileList of chunks(fileIds, FILES_PER_CALL)) await cloud.deleteFile({ fileList });
  },
});
