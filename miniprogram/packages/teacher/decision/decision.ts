import { pagePath } from '../../../domain/reminding/pages';
import { isLargeFont } from '../../../services/display';

/** One transfer on a page of its own, as a queue or a message opens it. */
Page({
  data: { large: false, transferId: '' },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), transferId: query.transferId ?? '' });
  },

  onTitle(event: WechatMiniprogram.CustomEvent<{ title: string }>) {
    void wx.setNavigationBarTitle({ title: event.detail.title });
  },

  onLeave() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: `/${pagePath('teacherDesk')}` });
  },
});
