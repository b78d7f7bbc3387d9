/** The consent ledger against what people tapped and what WeChat took. */
import { TEMPLATE_KEYS } from '../../miniprogram/domain/reminding/kinds';
import type { SentMessage } from '../emulator/state';
import type { Outcome } from './outcome';

export const ledgerFaults = (
  { accounts, people, negativeLedger, injected, notices }: Outcome,
  all: readonly SentMessage[],
): string[] => {
  const faults: string[] = negativeLedger ? ['below zero'] : [];
  const refused = Boolean(injected.refused) || notices.some(({ errorCode }) => errorCode === 43101);
  for (const { _id: openid, credits } of accounts) {
    for (const template of TEMPLATE_KEYS) {
      const taps = people.taps.get(`${openid}/${template}`) ?? 0;
      const sent = all.filter((one) => one.openid === openid && one.templateId === `tmpl-${template}`).length;
      if (sent > taps) faults.push(`${openid} got ${sent} messages for ${taps} taps`);
      if (credits[template] > taps) faults.push(`${openid} has more than was tapped`);
      if (!refused && credits[template] < taps - sent) faults.push(`${openid} lost a top-up of ${template}`);
    }
  }
  return faults;
};
