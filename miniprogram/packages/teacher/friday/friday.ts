import { WORKBOOK } from '../../../domain/rules/standing-lists';
import { call } from '../../../asking/call';
import { copyOrSay } from '../../../services/clipboard';
import { isLargeFont, toast } from '../../../services/display';
import { openTable, shareTable } from '../../../services/documents';
import { openPage } from '../../../services/navigate';
import { DESK_PAGE, loadDesk } from '../../../loading/desk-page';
import { once } from '../../../loading/load';
import { openSheet } from '../../../loading/parts';
import { sayFailure } from '../../../loading/say-failure';
import { ownState } from '../../../memory/own-state';
import { followExport } from '../exports/follow-export';
import type { ExportJob } from '../roster/roster-panel/view';
import { bookView, toFridayView, type BookView, type FridayView } from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  job: ExportJob | null;
  /** False once the page is gone: nobody waits for progress then. */
  isShown: boolean;
}

const own = ownState<Own>(() => ({ job: null, isShown: true }));

interface Data {
  large: boolean;
  collegeId: string;
  view: FridayView | null;
  book: BookView | null;
  error: string;
  bookError: string;
  busy: string;
}

const initial: Data = {
  large: false,
  collegeId: '',
  view: null,
  book: null,
  error: '',
  bookError: '',
  busy: '',
};

/** What a college hands in on Fridays: a paragraph for the group, who is behind, and one workbook. */
Page({
  ...DESK_PAGE,

  data: initial,

  onLoad(query: Record<string, string | undefined>) {
    this.setData({ large: isLargeFont(), collegeId: query.collegeId ?? '' });
  },

  onShow() {
    void this.load();
  },

  onUnload() {
    own(this).isShown = false;
  },

  scope(): { collegeId?: string } {
    const { collegeId } = this.data;
    return collegeId ? { collegeId } : {};
  },

  async load() {
    await loadDesk(this, {
      ask: call('teacher', 'board', this.scope()),
      isShown: this.data.view !== null,
      show: (board) => this.setData({ view: toFridayView(board), error: '' }),
    });
  },

  onCopyTap(event: TapEvent<{ text: string }>) {
    void copyOrSay(event.currentTarget.dataset.text);
  },

  onDefinitionsTap() {
    openSheet(this, '#definitions', undefined);
  },

  onFindTap() {
    const { collegeId } = this.data;
    openPage('teacherFind', collegeId ? { collegeId } : {});
  },

  onMakeTap() {
    void once(this, 'make', async () => {
      const begun = await call('teacher', 'startExport', { kind: WORKBOOK, ...this.scope() });
      if (!begun.ok) return this.setData({ bookError: sayFailure(begun.error) });
      this.setData({ bookError: '' });
      this.keep(begun.data.export);
      await followExport(begun.data.export, {
        isShown: () => own(this).isShown,
        onJob: (job) => this.keep(job),
        onFailure: (failure) => this.setData({ bookError: sayFailure(failure) }),
      });
    });
  },

  keep(job: ExportJob) {
    own(this).job = job;
    this.setData({ book: bookView(job) });
  },

  /** A link lives for minutes: a fresh one is fetched for each look. */
  async linkOf(): Promise<ExportJob | null> {
    const { job } = own(this);
    if (!job) return null;
    const reply = await call('teacher', 'exportProgress', { exportId: job.id });
    if (!reply.ok) {
      this.setData({ bookError: sayFailure(reply.error) });
      return null;
    }
    this.keep(reply.data.export);
    return reply.data.export;
  },

  onOpenTap() {
    void once(this, 'open', async () => {
      const job = await this.linkOf();
      if (job?.url && !(await openTable(job.url))) toast('没有打开，请再试一次');
    });
  },

  onShareTap() {
    void once(this, 'share', async () => {
      const job = await this.linkOf();
      if (job?.url && !(await shareTable(job.url, job.fileName))) toast('没有发出去，请再试一次');
    });
  },
});
