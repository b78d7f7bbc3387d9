import { pagePath } from '../../../domain/pages';
import { call } from '../../../services/call';
import { copyText } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { openPage } from '../../../services/navigate';
import { once } from '../../../services/once';
import { ownState } from '../../../services/own-state';
import { leaveDesk } from '../scope';
import { sayFailure } from '../../../services/wording';
import {
  firstKind,
  reportText,
  toReportRow,
  toRunView,
  type ReportRow,
  type RowKind,
  type Run,
  type RunView,
} from './view';

/** The cloud writes for some seconds each time it is asked. */
const MOST_ASKS = 300;
/** Between two looks at how far it is, ms. */
const LOOK_MS = 700;

const own = ownState(() => ({
  run: null as Run | null,
  cursor: null as string | null,
  /** Grows when another kind of rows is chosen; an answer for the last one is dropped. */
  turn: 0,
  /** False once the page is gone. */
  isOpen: true,
}));

Page({
  data: {
    large: false,
    runId: '',
    fileName: '',
    view: null as RunView | null,
    kind: 'bad' as RowKind,
    rows: null as ReportRow[] | null,
    hasMore: false,
    error: '',
    failed: '',
    busy: '',
  },

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), runId: query.runId ?? '', fileName: query.name ?? '' });
    void this.load();
  },

  onUnload() {
    own(this).isOpen = false;
  },

  async load() {
    const reply = await call('teacher', 'rosterProgress', { runId: this.data.runId });
    if (!reply.ok) {
      if (leaveDesk(reply.error)) return;
      return this.setData({ error: sayFailure(reply.error) });
    }
    this.take(reply.data.run);
    if (reply.data.run.state === 'checked') this.choose(firstKind(reply.data.run));
    if (reply.data.run.state === 'applying') this.onApplyTap();
  },

  take(next: Run) {
    own(this).run = next;
    this.setData({ view: toRunView(next), error: '' });
  },

  onRetryTap() {
    this.setData({ error: '' });
    void this.load();
  },

  onFigureTap(event: WechatMiniprogram.TouchEvent) {
    const { kind } = event.currentTarget.dataset as { kind: RowKind | 'unchanged' };
    if (kind !== 'unchanged' && this.data.view?.state === 'checked') this.choose(kind);
  },

  choose(kind: RowKind) {
    const mine = own(this);
    mine.turn += 1;
    mine.cursor = null;
    this.setData({ kind, rows: null, hasMore: false });
    void this.loadRows([]);
  },

  onReachBottom() {
    this.onMoreTap();
  },

  onMoreTap() {
    if (own(this).cursor && this.data.rows) void this.loadRows(this.data.rows);
  },

  async loadRows(before: readonly ReportRow[]) {
    const mine = own(this);
    const { turn, cursor } = mine;
    const { runId, kind } = this.data;
    const reply = await call('teacher', 'rosterRows', { runId, only: kind, ...(cursor ? { cursor } : {}) });
    if (turn !== mine.turn) return;
    if (!reply.ok) return toast(sayFailure(reply.error));
    mine.cursor = reply.data.cursor;
    const rows = [...before, ...reply.data.rows.map(toReportRow)];
    this.setData({ rows, hasMore: mine.cursor !== null });
  },

  onApplyTap() {
    const mine = own(this);
    void once(this, 'apply', async () => {
      this.setData({ failed: '' });
      for (let asks = 0; asks < MOST_ASKS && mine.isOpen; asks += 1) {
        const before = mine.run?.done ?? 0;
        const writing = call('teacher', 'rosterApply', { runId: this.data.runId });
        await this.watch(writing);
        const reply = await writing;
        if (!reply.ok) {
          const isStale = reply.error.code === 'CONFLICT';
          return this.setData({
            failed: isStale ? '名单刚刚有了变化，请把表再传一次' : sayFailure(reply.error),
          });
        }
        this.take(reply.data.run);
        if (reply.data.run.state === 'applied') return;
        // Nothing moved: somebody else writes it, or it is stuck. The button goes on later.
        if (asks > 0 && reply.data.run.done === before) return;
      }
    });
  },

  /** Shows how far the writing is while a call is at it. */
  async watch(writing: Promise<unknown>) {
    const isOver = () => true;
    const later = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LOOK_MS));
    while (own(this).isOpen && !(await Promise.race([writing.then(isOver), later()]))) {
      const seen = await call('teacher', 'rosterProgress', { runId: this.data.runId });
      // Before the first part is written it still reads as checked.
      if (seen.ok && seen.data.run.state === 'applying') this.take(seen.data.run);
    }
  },

  onCopyTap() {
    void copyText(reportText(this.data.fileName, this.data.rows ?? []));
  },

  onBranchesTap() {
    openPage('teacherBranches', { collegeId: own(this).run?.collegeId ?? '' });
  },

  onBackTap() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: `/${pagePath('teacherDesk', { tab: 'roster' })}` });
  },
});
