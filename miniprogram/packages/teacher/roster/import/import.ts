import type { Response } from '../../../../contract';
import { COLUMN_USES } from '../../../../domain/people/roster-columns';
import { pagePath } from '../../../../domain/reminding/pages';
import { call } from '../../../../services/call';
import { copyText } from '../../../../services/clipboard';
import { chooseTable, openTable } from '../../../../services/documents';
import { DESK_RETRY, loadDesk } from '../../../../loading/desk-page';
import { isLargeFont, toast } from '../../../../services/display';
import { openPage } from '../../../../services/navigate';
import { once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { pagedLoader, type List } from '../../../../loading/paged-list';
import { sayFailure } from '../../../../loading/say-failure';
import { keepTable, sendTable, tableOf } from '../sent-table';
import {
  NO_ANSWERS,
  withBranches,
  withCell,
  withColumn,
  withKept,
  withPerson,
  type Answers,
} from './answers';
import {
  toBranchQuestions,
  toColumnViews,
  toMonthQuestion,
  USE_LABELS,
  type BranchQuestionView,
  type ColumnView,
} from './questions';
import {
  placeOf,
  reportText,
  toReportRow,
  type ReportRow,
  type RowKind,
  type Run,
  type RunRow,
} from './rows';
import { firstKind, toRunView, type RunView } from './view';

/** The cloud writes for some seconds each time it is asked. */
const MOST_ASKS = 300;
/** Between two looks at how far it is, ms. */
const LOOK_MS = 700;

/** What an instance remembers besides what it shows. */
interface Own {
  run: Run | null;
  /** As the cloud told them; the page shows what was said about each. */
  found: RunRow[];
  rows: ReturnType<typeof pagedLoader>;
  answers: Answers;
  /** What the shown run was made with. */
  seen: Answers;
  /** False once the page is gone. */
  isOpen: boolean;
}

const own = ownState<Own>(() => ({
  run: null,
  found: [],
  rows: pagedLoader(),
  answers: NO_ANSWERS,
  seen: NO_ANSWERS,
  isOpen: true,
}));

interface Data {
  large: boolean;
  runId: string;
  fileName: string;
  view: RunView | null;
  columns: ColumnView[];
  uses: readonly string[];
  month: ReturnType<typeof toMonthQuestion>;
  questions: BranchQuestionView[];
  kind: RowKind;
  rows: ReportRow[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  /** Key of the row whose cell is being typed anew. */
  typing: string;
  typed: string;
  sending: number;
  error: string;
  failed: string;
  busy: string;
}

const initial: Data = {
  large: false,
  runId: '',
  fileName: '',
  view: null,
  columns: [],
  uses: USE_LABELS,
  month: null,
  questions: [],
  kind: 'bad',
  rows: null,
  hasMore: false,
  loadingMore: false,
  typing: '',
  typed: '',
  sending: -1,
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

  say(answers: Answers) {
    own(this).answers = answers;
    this.setData({ failed: '' });
    this.draw();
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

  onColumnPick(event: WechatMiniprogram.PickerChange<{ key: string }>) {
    const use = COLUMN_USES[Number(event.detail.value)];
    if (use) this.say(withColumn(own(this).answers, event.currentTarget.dataset.key, use));
  },

  onMonthPick(event: WechatMiniprogram.PickerChange) {
    this.say({ ...own(this).answers, graduationMonth: String(event.detail.value) });
  },

  onMonthTap() {
    const { month } = this.data;
    if (month) this.say({ ...own(this).answers, graduationMonth: month.month });
  },

  onBranchesAnswer(event: TapEvent<{ index: number; one: boolean }>) {
    const { index, one } = event.currentTarget.dataset;
    const question = own(this).run?.questions.branches[index];
    if (!question) return;
    const names = question.names.map(({ name }) => name);
    const [kept, ...others] = question.names.filter(({ branchId }) => branchId !== null);
    const answer = () => this.say(withBranches(own(this).answers, names, one ? question.into : null));
    if (!one || !kept || others.length === 0) return answer();
    // Branches that have people already become one on the roster itself.
    void once(this, `branch-${index}`, async () => {
      for (const { branchId } of others) {
        const merged = await call('teacher', 'mergeBranch', {
          branchId: branchId ?? '',
          into: kept.branchId ?? '',
        });
        if (!merged.ok) return this.setData({ failed: sayFailure(merged.error) });
      }
      answer();
    });
  },

  badRow(index: number) {
    const row = own(this).found[index];
    const place = row?.kind === 'bad' ? placeOf(row) : null;
    return row?.kind === 'bad' && place ? { row, place } : null;
  },

  onTypeTap(event: TapEvent<{ key: string }>) {
    this.setData({ typing: event.currentTarget.dataset.key, typed: '' });
  },

  onTyped(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value });
  },

  onTypeDone(event: TapEvent<{ index: number }>) {
    const bad = this.badRow(event.currentTarget.dataset.index);
    const typed = this.data.typed.trim();
    this.setData({ typing: '' });
    if (bad && typed !== '') this.say(withCell(own(this).answers, bad.place, typed));
  },

  onKeepTap(event: TapEvent<{ index: number }>) {
    const bad = this.badRow(event.currentTarget.dataset.index);
    if (bad) this.say(withKept(own(this).answers, bad.place));
  },

  onPersonAnswer(event: TapEvent<{ index: number; same: boolean }>) {
    const { index, same } = event.currentTarget.dataset;
    const bad = this.badRow(index);
    if (!bad) return;
    const memberId = same ? (bad.row.other?.memberId ?? null) : null;
    this.say(withPerson(own(this).answers, bad.row.value, memberId));
  },

  onMemberTap(event: TapEvent<{ id: string }>) {
    openPage('teacherPerson', { memberId: event.currentTarget.dataset.id });
  },

  onRemoveTap(event: TapEvent<{ id: string }>) {
    const { id: memberId } = event.currentTarget.dataset;
    void once(this, memberId, async () => {
      const reply = await call('teacher', 'removeMember', { memberId });
      const isHeld = !reply.ok && reply.error.code === 'CONFLICT';
      if (isHeld) return toast('登录过或者已经开始办，点名字去看');
      if (!reply.ok) return toast(sayFailure(reply.error));
      const mine = own(this);
      mine.found = mine.found.filter((row) => row.kind !== 'missing' || row.memberId !== memberId);
      this.draw();
      toast('移出名单了');
    });
  },

  onNextTap() {
    const { view } = this.data;
    if (view?.next === 'look') this.onLookTap();
    else if (view?.next === 'write') this.onApplyTap();
    else if (view?.next === 'back') this.onBackTap();
    else void wx.pageScrollTo({ selector: '#questions' });
  },

  /** Sends the table again; null when there is none, or it did not arrive: then the page says so. */
  async send() {
    const table = tableOf(this.data.runId) ?? (await chooseTable());
    if (!table) return null;
    const sent = await sendTable(table, (sending) => this.setData({ sending }));
    this.setData({ sending: -1 });
    if (sent.ok) return { table, fileId: sent.data.fileId };
    this.setData({ failed: '文件没有传上去。名单没有变，联网后再试一次' });
    return null;
  },

  onMarkTap() {
    void once(this, 'mark', async () => {
      const { run, seen: answers } = own(this);
      const sent = await this.send();
      if (!sent) return;
      const { fileId } = sent;
      const collegeId = run?.collegeId ?? '';
      const reply = await call('teacher', 'rosterMark', { fileId, collegeId, answers });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      if (!(await openTable(reply.data.url))) toast('没有打开，请再试一次');
    });
  },

  /** The cloud keeps no file: it is sent again, with everything that was said about it. */
  onLookTap() {
    void once(this, 'next', async () => {
      const mine = own(this);
      const collegeId = mine.run?.collegeId ?? '';
      const answers = mine.answers;
      const sent = await this.send();
      if (!sent) return;
      const { table, fileId } = sent;
      const reply = await call('teacher', 'rosterUpload', { fileId, collegeId, answers });
      if (!reply.ok) return this.setData({ failed: sayFailure(reply.error) });
      const { run } = reply.data;
      keepTable(run.id, table);
      mine.seen = answers;
      this.setData({ runId: run.id, fileName: table.name, failed: '' });
      this.take(run);
      this.choose(firstKind(run));
    });
  },

  onApplyTap() {
    const mine = own(this);
    void once(this, 'next', async () => {
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
