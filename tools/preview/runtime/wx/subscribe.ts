/** `wx.requestSubscribeMessage`: WeChat's rules first, then the sheet of the frame, then the emulator's credits. */
import type { RuntimeHost } from '../host';
import type { SubscriptionAnswer, SubscriptionTemplate } from '../shell';
import { failure, type Options } from './async-api';
import { postClient } from './cloud-transport';

/** Newer clients; older ones stop at three. */
const MAX_TEMPLATES = 5;

const fail = (errCode: number, reason: string) => failure('requestSubscribeMessage', reason, { errCode });

export async function readTemplates(): Promise<SubscriptionTemplate[]> {
  const reply = await fetch('/control/templates').catch(() => undefined);
  if (!reply?.ok) throw fail(10002, 'request list fail');
  return ((await reply.json()) as { templates: SubscriptionTemplate[] }).templates;
}

/** Templates whose messages are switched off, each with `reject`; `change` switches some first. */
export async function readItemSettings(
  host: RuntimeHost,
  change: Readonly<Record<string, 'accept' | 'reject'>> = {},
): Promise<Record<string, 'reject'>> {
  const reply = await postClient(host, '/client/subscriptions', { items: change }).catch(() => ({
    items: {},
  }));
  return (reply.items ?? {}) as Record<string, 'reject'>;
}

/** Checks the ids as WeChat does and answers the known templates, one per title. */
export function chooseTemplates(
  ids: readonly string[],
  known: readonly SubscriptionTemplate[],
): SubscriptionTemplate[] {
  if (ids.length === 0) throw fail(10001, 'tmplIds can not be empty');
  if (ids.length > MAX_TEMPLATES) throw fail(20003, 'Templates count out of max bounds');
  const found = ids.map((id) => known.find(({ templateId }) => templateId === id));
  if (found.some((template) => template === undefined)) {
    throw fail(20001, 'No template data return, verify the template id exist');
  }
  const titles = new Map(found.map((template) => [template!.title, template!]));
  return [...titles.values()];
}

export async function requestSubscribeMessage(host: RuntimeHost, { tmplIds }: Options): Promise<object> {
  if (!host.isInTap()) throw failure('requestSubscribeMessage', 'can only be invoked by user TAP gesture.');
  if (!Array.isArray(tmplIds)) throw fail(10004, 'tmplIds must be an array of string');
  if (!host.isOnline()) throw fail(10002, 'request list fail');
  if (host.conditions.has('no-subscriptions')) throw fail(20004, 'The main switch is switched off');
  const chosen = chooseTemplates(tmplIds.map(String), await readTemplates());
  // What is switched off in the settings is declined without being asked about.
  const off = await readItemSettings(host);
  const templates = chosen.filter(({ templateId }) => off[templateId] === undefined);
  if (templates.length === 0) return off;
  const asked = await host.shell.askSubscription(templates);
  const declined = chosen.filter(({ templateId }) => off[templateId] !== undefined);
  const answers: Record<string, SubscriptionAnswer> = {
    ...asked,
    ...Object.fromEntries(declined.map(({ templateId }) => [templateId, 'reject'] as const)),
  };
  const reply = await postClient(host, '/client/subscribe', { answers }).catch(() => {
    throw fail(10003, 'request subscribe fail');
  });
  if (typeof reply.errCode === 'number' && reply.errCode !== 0) throw reply;
  return answers;
}
