/** Calls somebody who helps; where that cannot be done, copies what to reach them by and says so. */
import type { HelpPerson } from '../domain/words/help-people';
import { copyQuietly } from './clipboard';
import { toast } from './display';

const copy = async (text: string, said: string): Promise<void> =>
  toast((await copyQuietly(text)) ? said : '没能复制，请照着上面的字打');

/** WeChat asks before it calls, and offers to copy the number; on a computer it cannot call. */
export const reachPerson = ({ name, phone }: HelpPerson): void => {
  if (phone === '') return void copy(name, `已复制“${name}”`);
  wx.makePhoneCall({
    phoneNumber: phone,
    fail: ({ errMsg }) => {
      if (!errMsg.includes('cancel')) void copy(phone, `打不了电话，已复制 ${phone}`);
    },
  });
};

/** For pages that hold `contact-rows`. */
export const onReach = ({ detail }: WechatMiniprogram.CustomEvent<HelpPerson>): void => reachPerson(detail);
