import { call } from '../../../services/call';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { leaveDesk } from '../scope';
import { sayFailure } from '../../../services/wording';
import { overAgeRows, type OverAgeRow } from './view';

/** A page of the cloud may be empty and still have a next one: it has looked at many branches. */
const MOST_EMPTY_PAGES = 10;

let cursor: string | null = null;
/** Grows with each load from the start; an answer to an older one is dropped. */
let turn = 0;

/** Who has reached the age limit, of one college or of all. */
Page({
  data: {
    large: false,
    collegeId: '',
    rows: null as OverAgeRow[] | null,
    ageLimit: 0,
    hasMore: false,
    loadingMore: false,
    error: '',
  },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.loadMore();
  },

  async load() {
    turn += 1;
    cursor = null;
    await this.loadPage([]);
  },

  async loadMore() {
    if (!cursor || this.data.loadingMore) return;
    this.setData({ loadingMore: true });
    await this.loadPage(this.data.rows ?? []);
    this.setData({ loadingMore: false });
  },

  async loadPage(before: readonly OverAgeRow[]) {
    const mine = turn;
    const { collegeId } = this.data;
    let found: OverAgeRow[] = [];
    for (let pages = 0; pages < MOST_EMPTY_PAGES && found.length === 0; pages += 1) {
      const scope = collegeId ? { collegeId } : {};
      const reply = await call('teacher', 'overAgeList', { ...scope, ...(cursor ? { cursor } : {}) });
      if (mine !== turn) return;
      if (!reply.ok) {
        if (leaveDesk(reply.error)) return;
        if (this.data.rows) toast(sayFailure(reply.error));
        else this.setData({ error: sayFailure(reply.error) });
        return;
      }
      found = overAgeRows(reply.data.people, !collegeId);
      this.setData({ ageLimit: reply.data.ageLimit });
      cursor = reply.data.cursor;
      if (!cursor) break;
    }
    this.setData({ rows: [...before, ...found], hasMore: cursor !== null, error: '' });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },

  onPersonTap(event: WechatMiniprogram.TouchEvent) {
    openPage('teacherPerson', { memberId: String(event.currentTarget.dataset.id) });
  },
});
