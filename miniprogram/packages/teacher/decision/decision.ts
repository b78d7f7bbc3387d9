import { pagePath } from '../../../domain/reminding/pages';
import { isLargeFont } from '../../../services/display';
import { titlePage } from '../../../services/page-title';

/** One transfer on a page of its own, as a queue or a message opens it. */
Page({
  data: { large: false, transferId: '' },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), transferId: query.transferId ?? '' });
  },

  onTitle(event: WechatMiniprogram.CustomEvent<{ title: string }>) {
    titlePage(this, event.detail.title);
  },

  onLeave() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: `/${pagePath('teacherDesk')}` });
  },
});
