/** `subscribeMessage.send`, with the checks WeChat makes and in its order. */
import * as v from 'valibot';
import type { SentMessage } from '../state';
import type { TemplateSpec } from '../types';
import type { ApiReply } from './codec';
import { checkField } from './message-fields';
import { hasPage, type WeChat } from './wechat';
import { WeChatError } from './wechat-error';

const MessageSchema = v.looseObject({
  touser: v.optional(v.string(), ''),
  template_id: v.optional(v.string(), ''),
  page: v.optional(v.string(), ''),
  miniprogram_state: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  data: v.optional(v.record(v.string(), v.unknown()), {}),
});

const DAY_MS = 24 * 60 * 60 * 1000;
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Midnight in China before `now`. */
function startOfChinaDay(now: number): number {
  return Math.floor((now + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
}

/** Spends one consent and stores the message durably. @throws WeChatError */
export function sendMessage(wechat: WeChat, request: Readonly<Record<string, unknown>>): ApiReply {
  const parsed = v.safeParse(MessageSchema, request);
  if (!parsed.success)
    throw new WeChatError(47001, parsed.issues.map((issue) => v.getDotPath(issue)).join(', '));
  const { touser: openid, template_id: templateId, page, data } = parsed.output;
  const { state, clock } = wechat;
  if (!state.knowsUser(openid)) throw new WeChatError(40003);
  const template = wechat.templates.find((one) => one.templateId === templateId);
  if (!template) throw new WeChatError(40037);
  if (page !== '' && !hasPage(wechat, page)) throw new WeChatError(41030);
  const fields = renderFields(template, data);
  if (state.credits(openid, templateId) === 0) throw new WeChatError(43101);
  const sentAt = clock.now();
  if (state.sentSince(startOfChinaDay(sentAt)) >= wechat.quotas.messagesPerDay) throw new WeChatError(45009);
  const sent = state.spend({ openid, templateId, title: template.title, page, fields, sentAt });
  if (!sent) throw new WeChatError(43101);
  wechat.events.emit({ type: 'message', data: sent });
  tellFate(wechat, sent);
  return { json: { errcode: 0, errmsg: 'ok', msgid: Number(sent.id) } };
}

/** Never before the one who sent it has heard that it was taken. */
const PONDER_MS = 50;

/** What became of it, pushed some time later as WeChat does. */
function tellFate(wechat: WeChat, { id: MsgID, openid, templateId: TemplateId }: SentMessage): void {
  const List = { TemplateId, MsgID, ErrorCode: '0', ErrorStatus: 'success' };
  const tell = () => void wechat.push({ Event: 'subscribe_msg_sent_event', List }, openid);
  setTimeout(tell, PONDER_MS).unref();
}

function renderFields(template: TemplateSpec, data: Record<string, unknown>): SentMessage['fields'] {
  const known = template.fields.map((field) => field.key);
  const stray = Object.keys(data).find((key) => !known.includes(key));
  // WeChat drops it without a word; here it is refused, because it can only be a mistake of ours.
  if (stray !== undefined) throw new WeChatError(47003, `data.${stray}.value is not in the template`);
  return template.fields.map(({ key, label }) => {
    const field = data[key];
    const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
    const problem = checkField(key, value);
    if (problem) throw new WeChatError(47003, `data.${key}.value ${problem}`);
    return { key, label, value: String(value) };
  });
}
