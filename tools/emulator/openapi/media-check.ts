/** `security.mediaCheckAsync` version 2: takes the question at once, and pushes what it thinks some time later. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ApiReply } from './codec';
import { RISKY_WORD } from './text-check';
import { requireVisitor, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

const CheckSchema = v.looseObject({
  media_url: v.pipe(v.string(), v.regex(/^https?:\/\//)),
  media_type: v.picklist([1, 2]),
  version: v.literal(2),
  scene: v.number(),
  openid: v.optional(v.string(), ''),
});

/** Never before the one who asked has heard that the question was taken. */
const PONDER_MS = 150;
const CANNOT_FETCH = -1008;

const PASS = { suggest: 'pass', label: 100 } as const;
const RISKY = { suggest: 'risky', label: 20002 } as const;

/** @throws WeChatError */
export function checkMedia(wechat: WeChat, request: Readonly<Record<string, unknown>>): ApiReply {
  const parsed = v.safeParse(CheckSchema, request);
  if (!parsed.success)
    throw new WeChatError(47001, parsed.issues.map((issue) => v.getDotPath(issue)).join(', '));
  const { media_url, scene, openid } = parsed.output;
  if (![1, 2, 3, 4].includes(scene)) throw new WeChatError(40129);
  requireVisitor(wechat, openid);
  const trace = randomUUID();
  // Fetched at once: the address is only good for some hours, and the clock may jump.
  const fetched = bytesAt(media_url);
  setTimeout(() => void judge(wechat, trace, fetched), PONDER_MS).unref();
  return { json: { errcode: 0, errmsg: 'ok', trace_id: trace } };
}

const bytesAt = (address: string): Promise<Buffer | undefined> =>
  fetch(address).then(
    async (reply) => (reply.ok ? Buffer.from(await reply.arrayBuffer()) : undefined),
    () => undefined,
  );

/** A picture with the test word among its bytes is risky. */
async function judge(wechat: WeChat, trace: string, fetched: Promise<Buffer | undefined>): Promise<void> {
  const bytes = await fetched;
  const verdict = bytes?.includes(RISKY_WORD) ? RISKY : PASS;
  const found = bytes
    ? { errcode: 0, errmsg: 'ok', result: verdict }
    : { errcode: CANNOT_FETCH, errmsg: 'download failed' };
  await wechat.push({
    Event: 'wxa_media_check',
    appid: wechat.appId,
    trace_id: trace,
    version: 2,
    detail: bytes ? [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }] : [],
    ...found,
  });
}
