import { panelOf } from '../../../../loading/parts';
import { isLargeFont } from '../../../../services/display';
import { goBack } from '../../../../services/navigate';

interface Panel {
  load(): Promise<void>;
}

/** One person on a page of their own, as a list, the queue or a message opens it. */
Page({
  data: { large: false, memberId: '', collegeId: '', overAge: false, from: '', ready: false },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({
      large: isLargeFont(),
      memberId: query.memberId ?? '',
      collegeId: query.collegeId ?? '',
      overAge: query.overAge === '1',
      from: query.from ?? '',
    });
  },

  onShow() {
    // The first showing loads by itself, when the panel is told who it is about.
    if (this.data.ready) void panelOf<Panel>(this)?.load();
    this.setData({ ready: true });
  },

  async onPullDownRefresh() {
    await panelOf<Panel>(this)?.load();
    void wx.stopPullDownRefresh();
  },

  onOther(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ memberId: event.detail.memberId });
  },

  onLeave() {
    goBack();
  },
});
