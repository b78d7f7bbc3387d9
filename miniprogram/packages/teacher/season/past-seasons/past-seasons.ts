import { call } from '../../../../services/call';
import { loadDesk } from '../../../../loading/desk-page';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { pastRows, type SeasonRow } from './view';

interface Data {
  large: boolean;
  rows: SeasonRow[] | null;
  error: string;
}

const initial: Data = {
  large: false,
  rows: null,
  error: '',
};

/** Seasons that are over, and what became of their data: the committee's. */
Page({
  data: initial,

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
    return loadDesk(this, {
      ask: call('teacher', 'seasons', {}),
      isShown: this.data.rows !== null,
      show: ({ seasons }) => this.setData({ rows: pastRows(seasons), error: '' }),
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
