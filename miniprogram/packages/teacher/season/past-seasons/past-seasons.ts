import { call } from '../../../../asking/call';
import { DESK_PAGE, loadDesk } from '../../../../loading/desk-page';
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
  ...DESK_PAGE,

  data: initial,

  onLoad() {
    this.setData({ large: isLargeFont() });
  },

  // Also after one was cleared away on the page behind.
  onShow() {
    void this.load();
  },

  load(): Promise<void> {
    return loadDesk(this, {
      ask: call('teacher', 'seasons', {}),
      isShown: this.data.rows !== null,
      show: ({ seasons }) => this.setData({ rows: pastRows(seasons), error: '' }),
    });
  },

  onSeasonTap(event: WechatMiniprogram.TouchEvent) {
    openPage('teacherPastSeason', { id: String(event.currentTarget.dataset.id) });
  },
});
