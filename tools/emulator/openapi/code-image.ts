/** `wxacode.getUnlimited`: an ordinary QR code instead of WeChat's round one, so that any scanner reads it. */
import { toBuffer } from 'qrcode';
import * as v from 'valibot';
import type { ApiReply } from './codec';
import { hasPage, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

const CodeSchema = v.looseObject({
  scene: v.string(),
  page: v.optional(v.string(), ''),
  check_path: v.optional(v.boolean(), true),
  env_version: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  width: v.optional(v.pipe(v.number(), v.minValue(280), v.maxValue(1280)), 430),
});

/** Up to 32 of the visible characters WeChat lists. */
const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/;

/** Two colours need no filter, and looking for the best of each line takes long; the types know of none. */
const PLAIN = { filterType: 0, deflateStrategy: 0 } as object;

/** PNG of a code that reads `wxacode:<page>?scene=<scene>`. @throws WeChatError */
export async function makeCode(
  wechat: WeChat,
  request: Readonly<Record<string, unknown>>,
): Promise<ApiReply> {
  const parsed = v.safeParse(CodeSchema, request);
  if (!parsed.success)
    throw new WeChatError(47001, parsed.issues.map((issue) => v.getDotPath(issue)).join(', '));
  const { scene, check_path: checkPath, width } = parsed.output;
  if (!SCENE.test(scene)) throw new WeChatError(40169);
  const page = parsed.output.page || (wechat.pages[0] ?? '');
  // A page is named without a leading slash and without a query.
  if (/^\/|\?/.test(page) || (checkPath && !hasPage(wechat, page))) throw new WeChatError(41030);
  const bytes = await toBuffer(`wxacode:${page}?scene=${scene}`, {
    type: 'png',
    width,
    errorCorrectionLevel: 'M',
    rendererOpts: PLAIN,
  });
  return { bytes, contentType: 'image/png' };
}
