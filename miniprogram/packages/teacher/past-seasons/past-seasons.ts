import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { newestOnly } from '../../../services/once';
import { ownState } from '../../../services/own-state';
import { sayFailure } from '../../../services/wording';
import { leaveDesk } from '../scope';
import { pastRows, type SeasonRow } from './view';

const own = ownState(() => ({ newest: newestOnly() }));

/** Seasons that are over, and what became of their data: the committee's. */
Page({
  data: { large: false, rows: null as SeasonRow[] | null, error: '' },

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  // Also after one was cleared away on the page behind.
  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  load(): Promise<void> {
    return own(this).newest(call('teacher', 'seasons', {}), (reply) => {
      if (reply.ok) return this.setData({ rows: pastRows(reply.data.seasons), error: '' });
      if (leaveDesk(reply.error)) return;
      if (this.data.rows) toast(sayFailure(reply.error));
      else this.setData({ error: sayFailure(reply.error) });
    });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },

  onSeasonTap(event: WechatMiniprogram.TouchEvent) {
    openPage('teacherPastSeason', { id: String(event.currentTarget.dataset.id) });
  },
});
