/** `security.msgSecCheck` version 2: text passes unless it holds the test word. */
import * as v from 'valibot';
import type { ApiReply } from './codec';
import { requireVisitor, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

/** A text with this word in it is judged `risky`. */
export const RISKY_WORD = '违规测试词';

const CheckSchema = v.looseObject({
  content: v.pipe(v.string(), v.nonEmpty()),
  version: v.literal(2),
  scene: v.number(),
  openid: v.optional(v.string(), ''),
});

const MAX_CHARACTERS = 2500;
const PASS = { suggest: 'pass', label: 100 } as const;
const RISKY = { suggest: 'risky', label: 20001 } as const;

/** @throws WeChatError */
export function checkText(wechat: WeChat, request: Readonly<Record<string, unknown>>): ApiReply {
  const parsed = v.safeParse(CheckSchema, request);
  if (!parsed.success)
    throw new WeChatError(47001, parsed.issues.map((issue) => v.getDotPath(issue)).join(', '));
  const { content, scene, openid } = parsed.output;
  if ([...content].length > MAX_CHARACTERS) throw new WeChatError(47001, 'content is too long');
  if (![1, 2, 3, 4].includes(scene)) throw new WeChatError(40129);
  requireVisitor(wechat, openid);
  const verdict = content.includes(RISKY_WORD) ? RISKY : PASS;
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      trace_id: `emulator-${wechat.clock.now()}`,
      result: verdict,
      detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
    },
  };
}
