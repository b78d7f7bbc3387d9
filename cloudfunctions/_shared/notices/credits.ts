import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/domain/reminding/kinds';
import type { Ports } from '../platform/ports';
import type { Account } from '../store/records';

export const NO_CREDITS = Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, 0])) as Record<
  TemplateKey,
  number
>;

/** What the client needs to show and top up reminder credits. */
export const subscriptionOf = (
  { settings }: Ports,
  account: Account | undefined,
): { templateIds: Record<TemplateKey, string>; credits: Record<TemplateKey, number> } => ({
  templateIds: { ...settings.templateIds },
  credits: { ...(account?.credits ?? NO_CREDITS) },
});
