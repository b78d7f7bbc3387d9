/** `wxacode.getUnlimited` and `wxacode.get`: an ordinary QR code instead of WeChat's round one, so that any scanner reads it. */
import { toBuffer } from 'qrcode';
import * as v from 'valibot';
import type { ApiReply } from './codec';
import { hasPage, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

const width = v.optional(v.pipe(v.number(), v.minValue(280), v.maxValue(1280)), 430);

const CodeSchema = v.looseObject({
  scene: v.string(),
  page: v.optional(v.string(), ''),
  check_path: v.optional(v.boolean(), true),
  env_version: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  width,
});

const PathSchema = v.looseObject({ path: v.string(), width });

/** Of `wxacode.get`; the path may carry a query. */
const MAX_PATH_BYTES = 1024;

/** Up to 32 of the visible characters WeChat lists. */
const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/;

/** Two colours need no filter, and looking for the best of each line takes long; the types know of none. */
const PLAIN = { filterType: 0, deflateStrategy: 0 } as object;

/** PNG of a code that reads `wxacode:<page>?scene=<scene>`. @throws WeChatError */
export async function makeCode(
  wechat: WeChat,
  request: Readonly<Record<string, unknown>>,
): Promise<ApiReply> {
  const { scene, check_path: checkPath, width, page: asked } = parse(CodeSchema, request);
  if (!SCENE.test(scene)) throw new WeChatError(40169);
  const page = asked || (wechat.pages[0] ?? '');
  // A page is named without a leading slash and without a query.
  if (/^\/|\?/.test(page) || (checkPath && !hasPage(wechat, page))) throw new WeChatError(41030);
  return draw(`wxacode:${page}?scene=${scene}`, width);
}

/** PNG of a code that reads `wxacode:<path>`, query included. @throws WeChatError */
export async function makePathCode(
  wechat: WeChat,
  request: Readonly<Record<string, unknown>>,
): Promise<ApiReply> {
  const { path, width } = parse(PathSchema, request);
  if (path === '' || Buffer.byteLength(path) > MAX_PATH_BYTES) throw new WeChatError(40159);
  if (path.startsWith('/') || !hasPage(wechat, path)) throw new WeChatError(41030);
  return draw(`wxacode:${path}`, width);
}

function parse<Schema extends v.GenericSchema>(schema: Schema, request: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, request);
  if (parsed.success) return parsed.output;
  throw new WeChatError(47001, parsed.issues.map((issue) => v.getDotPath(issue)).join(', '));
}

async function draw(text: string, width: number): Promise<ApiReply> {
  const options = { type: 'png', width, errorCorrectionLevel: 'M', rendererOpts: PLAIN } as const;
  return { bytes: await toBuffer(text, options), contentType: 'image/png' };
}
