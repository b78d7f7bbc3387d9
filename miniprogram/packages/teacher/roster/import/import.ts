import type { Response } from '../../../../contract';
import { pagePath } from '../../../../domain/reminding/pages';
import { DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import type { List } from '../../../../loading/paged-list';
import { call } from '../../../../asking/call';
import { copyText } from '../../../../services/clipboard';
import { isLargeFont } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { ANSWERING } from './answering';
import { MENDING } from './mending';
import { initial, own } from './page';
import { toBranchQuestions, toColumnViews, toMonthQuestion } from './questions';
import { reportText, toReportRow, type RowKind, type Run } from './rows';
import { SENDING } from './sending';
import { firstKind, toRunView } from './view';
import { WRITING } from './writing';

Page({
  ...DESK_RETRY,
  ...ANSWERING,
  ...MENDING,
  ...SENDING,
  ...WRITING,

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
    this.setData({ error: '' });
    this.draw();
  },

  /** All that depends on the run and on what she has said about it. */
  draw() {
    const { run, answers, seen, found } = own(this);
    if (!run) return;
    const isChecked = run.state === 'checked';
    this.setData({
      view: toRunView(run, answers, seen),
      columns: isChecked ? toColumnViews(run, answers) : [],
      month: isChecked ? toMonthQuestion(run, answers) : null,
      questions: isChecked ? toBranchQuestions(run, answers) : [],
      ...(this.data.rows ? { rows: found.map((row) => toReportRow(row, answers)) } : {}),
    });
  },

  onFigureTap(event: TapEvent<{ kind: RowKind | 'unchanged' }>) {
    const { kind } = event.currentTarget.dataset;
    if (kind !== 'unchanged' && this.data.view?.state === 'checked') this.choose(kind);
  },

  choose(kind: RowKind) {
    own(this).found = [];
    this.setData({ kind, rows: null, hasMore: false, typing: '' });
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
        const mine = own(this);
        mine.found = [...(isFirst ? [] : mine.found), ...fresh];
        const rows = mine.found.map((row) => toReportRow(row, mine.answers));
        this.setData({ rows, hasMore: cursor !== null });
        return fresh.length;
      },
    };
  },

  onMemberTap(event: TapEvent<{ id: string }>) {
    openPage('teacherPerson', { memberId: event.currentTarget.dataset.id });
  },

  onNextTap() {
    const { view } = this.data;
    if (view?.next === 'look') this.onLookTap();
    else if (view?.next === 'write') this.onApplyTap();
    else if (view?.next === 'back') this.onBackTap();
    else void wx.pageScrollTo({ selector: '#questions' });
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
