/** What both home and progress do when “请老师先批” is tapped. */
import { once } from '../../loading/load';
import { sayFailure } from '../../loading/say-failure';
import { toast } from '../../services/display';
import { hurryTransfer } from '../../asking/transfer-steps';

interface HurryingPage {
  data: { busy: string };
  setData(data: { busy: string }): void;
  render(): void;
}

export const sendHurry = (page: HurryingPage): Promise<void> =>
  once(page, 'hurry', async () => {
    const reply = await hurryTransfer();
    toast(reply.ok ? '提醒发过去了，批了会告诉你' : sayFailure(reply.error));
    page.render();
  });
