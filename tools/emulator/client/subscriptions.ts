/** The consent sheet and WeChat's settings of messages, and what WeChat pushes about both. */
import * as v from 'valibot';
import type { Pushes } from '../pushes';
import type { WeChatState } from '../state';
import { ProtocolError, type TemplateSpec } from '../types';

export interface SubscriptionOptions {
  readonly state: WeChatState;
  readonly templates: readonly TemplateSpec[];
  /** Tells the mini-program's functions of an event about a person. */
  readonly push: Pushes['send'];
}

interface Asked {
  readonly openid: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** `wx.requestSubscribeMessage` shows at most so many templates at once. */
const MAX_TEMPLATES = 5;
const answer = v.picklist(['accept', 'reject', 'ban']);
const AnswersSchema = v.looseObject({ answers: v.record(v.string(), answer) });
const SettingsSchema = v.looseObject({
  items: v.optional(v.record(v.string(), v.picklist(['accept', 'reject'])), {}),
});

function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new ProtocolError('INVALID_PARAM', parsed.issues.map(({ message }) => message).join('; '));
}

const statusOf = (answers: Readonly<Record<string, string>>, more: object = {}) =>
  Object.entries(answers).map(([TemplateId, SubscribeStatusString]) => ({
    TemplateId,
    SubscribeStatusString,
    ...more,
  }));

/** WeChat writes one item as an object and several as a list. */
const listed = <Item>(items: readonly Item[]): Item | readonly Item[] => {
  const [only] = items;
  return only !== undefined && items.length === 1 ? only : items;
};

/** Books the answers of a sheet. A message that is switched off in the settings stays off, whatever was answered. */
export async function answerSheet(options: SubscriptionOptions, { openid, input }: Asked): Promise<object> {
  const { state, templates, push } = options;
  const { answers } = parse(AnswersSchema, input);
  const ids = Object.keys(answers);
  if (ids.length > MAX_TEMPLATES)
    return { errCode: 20003, errMsg: 'requestSubscribeMessage:fail too many templates' };
  const unknown = ids.find((id) => !templates.some(({ templateId }) => templateId === id));
  if (unknown !== undefined) {
    return { errCode: 20001, errMsg: `requestSubscribeMessage:fail No template data return, ${unknown}` };
  }
  for (const id of ids) if (answers[id] === 'accept' && !state.isOff(openid, id)) state.addCredit(openid, id);
  const List = listed(statusOf(answers, { PopupScene: '0' }));
  // WeChat answers the phone at once; the push comes in its own time.
  if (ids.length > 0) void push({ Event: 'subscribe_msg_popup_event', List }, openid);
  return {};
}

/** Reads the settings, after changing those that are named; a message switched off has no consent left. */
export async function changeSettings(
  options: SubscriptionOptions,
  { openid, input }: Asked,
): Promise<object> {
  const { state, templates, push } = options;
  const { items } = parse(SettingsSchema, input);
  const changed = Object.entries(items).filter(([id, set]) => state.isOff(openid, id) !== (set === 'reject'));
  for (const [id, set] of changed) state.setOff(openid, id, set === 'reject');
  if (changed.length > 0) {
    const List = listed(statusOf(Object.fromEntries(changed)));
    void push({ Event: 'subscribe_msg_change_event', List }, openid);
  }
  const off = templates.filter(({ templateId }) => state.isOff(openid, templateId));
  return { items: Object.fromEntries(off.map(({ templateId }) => [templateId, 'reject'])) };
}
