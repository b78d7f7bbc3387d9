/**
 * What WeChat says about consent, besides its answers to our sends: `subscribe_msg_popup_event` with what was chosen on
 * a sheet, `subscribe_msg_change_event` when somebody switches a message off or on in the settings,
 * `subscribe_msg_sent_event` with what became of each message. (WeChat's documentation of subscribe messages, event
 * push.) What it means for the ledger is in `_shared/notices/consent`.
 */
import * as v from 'valibot';
import { ok } from '../../../miniprogram/domain/errors';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import { hear, type Told, type ToldOf } from '../../_shared/notices/consent';
import type { Ports } from '../../_shared/platform/ports';
import { onPush, oneOrMany, type Push } from './push';

const SECOND = 1000;

const wholeNumber = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer());
const about = { FromUserName: v.pipe(v.string(), v.nonEmpty()), CreateTime: wholeNumber };
const choice = v.object({ TemplateId: v.string(), SubscribeStatusString: v.string() });
const fate = v.object({ TemplateId: v.string(), MsgID: v.optional(v.string(), ''), ErrorCode: wholeNumber });

const choices = v.object({ ...about, List: oneOrMany(choice) });
const fates = v.object({ ...about, List: oneOrMany(fate) });

/** Others' templates, and those of an earlier configuration, are none of ours. */
const templateOf = ({ settings }: Ports, templateId: string): TemplateKey | undefined =>
  TEMPLATE_KEYS.find((key) => settings.templateIds[key] === templateId);

const correct = async ({ store }: Ports, account: string, told: readonly ToldOf[]): Promise<void> => {
  if (told.length === 0) return;
  await store.transact(async (tx) => {
    const stored = await tx.get('accounts', account);
    const after = stored && hear(stored, told);
    if (stored && after !== stored) tx.put('accounts', { ...stored, ...after, version: stored.version + 1 });
    return ok(undefined);
  });
};

const toldOf = (ports: Ports, templateId: string, seconds: number, told: Told): ToldOf[] => {
  const template = templateOf(ports, templateId);
  return template ? [{ ...told, template, at: seconds * SECOND }] : [];
};

const chosen = (kind: 'sheet' | 'settings'): Push =>
  onPush(choices, (ports, { FromUserName, CreateTime, List }) => {
    const told = List.flatMap(({ TemplateId, SubscribeStatusString: status }) =>
      toldOf(ports, TemplateId, CreateTime, { kind, accepted: status === 'accept' }),
    );
    // Somebody who declines a sheet has no less than before, and it costs no request.
    const news = kind === 'sheet' ? told.filter((one) => one.kind === 'sheet' && one.accepted) : told;
    return correct(ports, FromUserName, news);
  });

export const sheetAnswered = chosen('sheet');
export const settingsChanged = chosen('settings');

/** A message that came is no news, and costs no request. */
export const messageDelivered = onPush(fates, async (ports, { FromUserName, CreateTime, List }) => {
  const failed = List.filter(({ ErrorCode }) => ErrorCode !== 0);
  for (const { ErrorCode: code } of failed) ports.log('message-not-delivered', { code });
  const told = failed.flatMap(({ TemplateId, MsgID: messageId, ErrorCode: code }) =>
    toldOf(ports, TemplateId, CreateTime, { kind: 'sent', messageId, code }),
  );
  await correct(ports, FromUserName, told);
});
