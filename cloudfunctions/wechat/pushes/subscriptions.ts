/**
 * What WeChat says about consent, besides its answers to our sends: `subscribe_msg_change_event` when somebody switches a
 * message off in the settings, `subscribe_msg_sent_event` with what became of each message. (WeChat's documentation of
 * subscribe messages, event push.)
 */
import * as v from 'valibot';
import { ok } from '../../../miniprogram/domain/errors';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { Ports } from '../../_shared/platform/ports';
import { onPush, oneOrMany } from './push';

const openid = v.pipe(v.string(), v.nonEmpty());

const changed = v.object({
  FromUserName: openid,
  List: oneOrMany(v.object({ TemplateId: v.string(), SubscribeStatusString: v.string() })),
});

const delivered = v.object({
  FromUserName: openid,
  List: oneOrMany(v.object({ TemplateId: v.string(), ErrorCode: v.union([v.string(), v.number()]) })),
});

/** Nothing more can be sent by these templates: who is asked next is told so by the page, not by a refused send. */
const emptyLedger = async (
  { store, settings }: Ports,
  account: string,
  templateIds: readonly string[],
): Promise<void> => {
  const keys = TEMPLATE_KEYS.filter((key) => templateIds.includes(settings.templateIds[key]));
  if (keys.length === 0) return;
  await store.transact(async (tx) => {
    const stored = await tx.get('accounts', account);
    if (!stored || keys.every((key) => stored.credits[key] === 0)) return ok(undefined);
    const none: Partial<Record<TemplateKey, number>> = Object.fromEntries(keys.map((key) => [key, 0]));
    tx.put('accounts', {
      ...stored,
      credits: { ...stored.credits, ...none },
      version: stored.version + 1,
    });
    return ok(undefined);
  });
};

/** Switched on again there is no new consent: that comes with the next tap on a page of ours. */
export const subscriptionChanged = onPush(changed, (ports, { FromUserName, List }) => {
  const off = List.filter(({ SubscribeStatusString }) => SubscribeStatusString === 'reject');
  return emptyLedger(
    ports,
    FromUserName,
    off.map(({ TemplateId }) => TemplateId),
  );
});

/** The person takes none, as in the answer to a send. */
const REFUSED = 43101;

/** A message that came is no news, and costs no request. */
export const messageDelivered = onPush(delivered, async (ports, { FromUserName, List }) => {
  const failed = List.filter(({ ErrorCode }) => Number(ErrorCode) !== 0);
  for (const { ErrorCode } of failed) ports.log('message-not-delivered', { code: String(ErrorCode) });
  const refused = failed.filter(({ ErrorCode }) => Number(ErrorCode) === REFUSED);
  const templateIds = refused.map(({ TemplateId }) => TemplateId);
  if (templateIds.length > 0) await emptyLedger(ports, FromUserName, templateIds);
});
