/** The school's system on the phone: its own mini-program at one tap, else its name or address to copy. */
import type { SystemRules } from '../domain/rules/rulebook/system';
import { copyQuietly } from './clipboard';
import { toast } from './display';

const copyWay = async ({ phoneApp, address }: Pick<SystemRules, 'phoneApp' | 'address'>): Promise<void> => {
  const said = phoneApp ? `已复制“${phoneApp.name}”，在微信顶上搜它` : `已复制网址 ${address}，在电脑上打开`;
  toast((await copyQuietly(phoneApp?.name ?? address)) ? said : '没能复制，请照着页面上的字打');
};

/** WeChat asks before it leaves; who turns back there wants nothing else. */
export const openSystem = (system: Pick<SystemRules, 'phoneApp' | 'address'>): void => {
  const shortLink = system.phoneApp?.shortLink;
  if (!shortLink || typeof wx.navigateToMiniProgram !== 'function') return void copyWay(system);
  wx.navigateToMiniProgram({
    shortLink,
    fail: ({ errMsg }) => {
      if (!errMsg.includes('cancel')) void copyWay(system);
    },
  });
};
