import { call } from '../../../../asking/call';
import { toast } from '../../../../services/display';
import { openTable, shareTable, type ChosenTable } from '../../../../services/documents';
import { openPage } from '../../../../services/navigate';
import { load, once } from '../../../../loading/load';
import { ownState } from '../../../../memory/own-state';
import { sayFailure } from '../../../../loading/say-failure';
import { knownRulebook, knownSystem } from '../../../../loading/known-rulebook';
import { followExport } from '../../exports/follow-export';
import { keepTable } from '../sent-table';
import {
  latestJobs,
  toExportRows,
  toRosterView,
  type ExportJob,
  type ExportRow,
  type Jobs,
  type RosterReply,
  type RosterView,
} from './view';

/** What an instance remembers besides what it shows. */
interface Own {
  jobs: Jobs;
  /** False before the panel stands and once it is gone: nobody waits for progress then. */
  isShown: boolean;
}

const own = ownState<Own>(() => ({
  jobs: {},
  isShown: false,
}));

interface Data {
  view: RosterView | null;
  colleges: { id: string; name: string }[];
  collegeNames: string[];
  busy: string;
  loadError: string;
  error: string;
  exports: ExportRow[];
}

const initial: Data = {
  view: null,
  colleges: [],
  collegeNames: [],
  busy: '',
  loadError: '',
  error: '',
  exports: [],
};

/** The roster as a file, in and out. Event: `choose` with `{ id, name }` of a college, empty for all. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
    committee: { type: Boolean, value: false },
    scopeName: { type: String, value: '' },
  },
  data: initial,
  observers: {
    collegeId() {
      if (own(this).isShown) void this.load();
    },
  },
  lifetimes: {
    attached() {
      own(this).isShown = true;
      void this.load();
    },
    detached() {
      own(this).isShown = false;
    },
  },
  methods: {
    async load(): Promise<void> {
      const { collegeId } = this.data;
      await load(this, {
        ask: call('teacher', 'roster', collegeId ? { collegeId } : {}),
        show: (reply) => this.take(reply),
        fail: (failure) => {
          if (this.data.view) toast(sayFailure(failure));
          else this.setData({ loadError: sayFailure(failure) });
        },
      });
    },

    take(reply: RosterReply) {
      const { colleges, exports } = reply;
      const jobs = latestJobs(exports);
      own(this).jobs = jobs;
      this.setData({
        loadError: '',
        view: toRosterView(reply, knownSystem()),
        colleges,
        collegeNames: colleges.map(({ name }) => name),
        exports: this.rowsOf(jobs),
      });
      // Left while it was being made: whoever looks at it again goes on with it.
      const unfinished = exports.find(({ state }) => state === 'running');
      if (unfinished) void once(this, unfinished.kind, () => this.follow(unfinished));
    },

    onRetryTap() {
      this.setData({ loadError: '' });
      void this.load();
    },

    onCollege(event: WechatMiniprogram.PickerChange) {
      const college = this.data.colleges[Number(event.detail.value)];
      if (college) this.triggerEvent('choose', college);
    },

    onAllTap() {
      this.triggerEvent('choose', { id: '', name: '校团委' });
    },

    onBranchesTap() {
      openPage('teacherBranches', { collegeId: this.data.collegeId });
    },

    onCorrectionsTap() {
      openPage('teacherCorrections', { collegeId: this.data.collegeId });
    },

    onReconcileTap() {
      openPage('teacherReconcile', { collegeId: this.data.collegeId });
    },

    onRunTap() {
      const runId = this.data.view?.run?.id;
      if (runId) openPage('teacherImport', { runId });
    },

    onTemplateTap() {
      void once(this, 'template', async () => {
        const reply = await call('teacher', 'rosterTemplate', {});
        if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
        this.setData({ error: '' });
        if (!(await openTable(reply.data.url))) toast('模板没有打开，请再试一次');
      });
    },

    onUploadFailed(event: WechatMiniprogram.CustomEvent<{ problem: string }>) {
      this.setData({ error: event.detail.problem });
    },

    onSent(event: WechatMiniprogram.CustomEvent<{ table: ChosenTable; fileId: string }>) {
      const { table, fileId } = event.detail;
      void once(this, 'upload', async () => {
        const reply = await call('teacher', 'rosterUpload', { fileId, collegeId: this.data.collegeId });
        if (reply.ok) keepTable(reply.data.run.id, table);
        if (reply.ok) return openPage('teacherImport', { runId: reply.data.run.id, name: table.name });
        this.setData({ error: sayFailure(reply.error) });
        // The answer may be lost while the check is done: it then stands on this page.
        await this.load();
      });
    },

    onExportTap(event: TapEvent<{ kind: string }>) {
      const kind = event.currentTarget.dataset.kind;
      void once(this, kind, async () => {
        const { collegeId } = this.data;
        const begun = await call('teacher', 'startExport', { kind, ...(collegeId ? { collegeId } : {}) });
        if (!begun.ok) return this.setData({ error: sayFailure(begun.error) });
        this.setData({ error: '' });
        this.keep(begun.data.export);
        await this.follow(begun.data.export);
      });
    },

    follow(begun: ExportJob): Promise<void> {
      return followExport(begun, {
        isShown: () => own(this).isShown,
        onJob: (job) => this.keep(job),
        onFailure: (error) => this.setData({ error: sayFailure(error) }),
      });
    },

    rowsOf(jobs: Jobs): ExportRow[] {
      return toExportRows(jobs, knownRulebook()?.lists ?? []);
    },

    keep(job: ExportJob) {
      const mine = own(this);
      mine.jobs = { ...mine.jobs, [job.kind]: job };
      this.setData({ exports: this.rowsOf(mine.jobs) });
    },

    /** A link lives for minutes: a fresh one is fetched for each look. */
    async linkOf(kind: string): Promise<ExportJob | null> {
      const job = own(this).jobs[kind];
      if (!job) return null;
      const reply = await call('teacher', 'exportProgress', { exportId: job.id });
      if (!reply.ok) {
        this.setData({ error: sayFailure(reply.error) });
        return null;
      }
      this.keep(reply.data.export);
      return reply.data.export;
    },

    onOpenTap(event: TapEvent<{ kind: string }>) {
      const kind = event.currentTarget.dataset.kind;
      void once(this, `open-${kind}`, async () => {
        const job = await this.linkOf(kind);
        if (job?.url && !(await openTable(job.url))) toast('没有打开，请再试一次');
      });
    },

    onShareTap(event: TapEvent<{ kind: string }>) {
      const kind = event.currentTarget.dataset.kind;
      void once(this, `share-${kind}`, async () => {
        const job = await this.linkOf(kind);
        if (job?.url && !(await shareTable(job.url, job.fileName))) toast('没有发出去，请再试一次');
      });
    },
  },
});
