import type { Response } from '../../../../contract';
import { pagePath } from '../../../../domain/reminding/pages';
import { call } from '../../../../services/call';
import { copyText } from '../../../../services/clipboard';
import { DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { pagedLoader, type List } from '../../../../loading/paged-list';
import { sayFailure } from '../../../../loading/say-failure';
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

/** What an instance remembers besides what it shows. */
interface Own {
  run: Run | null;
  rows: ReturnType<typeof pagedLoader>;
  /** False once the page is gone. */
  isOpen: boolean;
}

const own = ownState<Own>(() => ({
  run: null,
  rows: pagedLoader(),
  isOpen: true,
}));

interface Data {
  large: boolean;
  runId: string;
  fileName: string;
  view: RunView | null;
  kind: RowKind;
  rows: ReportRow[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  runId: '',
  fileName: '',
  view: null,
  kind: 'bad',
  rows: null,
  hasMore: false,
  loadingMore: false,
  error: '',
  failed: '',
  busy: '',
};

Page({
  ...DESK_RETRY,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), runId: query.runId ?? '', fileName: query.name ?? '' });
    void this.load();
  },

  onUnload() {
    own(this).isOpen = false;
  },

  async load() {
    await loadDesk(this, {
      ask: call('teacher', 'rosterProgress', { runId: this.data.runId }),
      isShown: false,
      show: ({ run }) => {
        this.take(run);
        if (run.state === 'checked') this.choose(firstKind(run));
        if (run.state === 'applying') this.onApplyTap();
      },
    });
  },

  take(next: Run) {
    own(this).run = next;
    this.setData({ view: toRunView(next), error: '' });
  },

  onFigureTap(event: TapEvent<{ kind: RowKind | 'unchanged' }>) {
    const { kind } = event.currentTarget.dataset;
    if (kind !== 'unchanged' && this.data.view?.state === 'checked') this.choose(kind);
  },

  choose(kind: RowKind) {
    this.setData({ kind, rows: null, hasMore: false });
    void own(this).rows.begin(this, this.list());
  },

  onReachBottom() {
    this.onMoreTap();
  },

  onMoreTap() {
    void own(this).rows.goOn(this, this.list());
  },

  list(): List<Response<'teacher', 'rosterRows'>> {
    const { runId, kind } = this.data;
    return {
      ask: (cursor) => call('teacher', 'rosterRows', { runId, only: kind, ...cursor }),
      nextOf: ({ cursor }) => cursor,
      // The run stands above its rows all the time.
      isShown: () => this.data.view !== null,
      show: ({ rows: fresh, cursor }, isFirst) => {
        const before = isFirst ? [] : (this.data.rows ?? []);
        this.setData({ rows: [...before, ...fresh.map(toReportRow)], hasMore: cursor !== null });
        return fresh.length;
      },
    };
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
        if (reply.data.run.state !== 'applying') return;
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
