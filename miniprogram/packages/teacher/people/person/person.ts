import { PANEL_PAGE } from '../../../../loading/parts';
import { isLargeFont } from '../../../../services/display';
import { goBack } from '../../../../services/navigate';

/** One person on a page of their own, as a list, the queue or a message opens it. */
Page({
  ...PANEL_PAGE,

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

  onOther(event: WechatMiniprogram.CustomEvent<{ memberId: string }>) {
    this.setData({ memberId: event.detail.memberId });
  },

  onLeave() {
    goBack();
  },
});
