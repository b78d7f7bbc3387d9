import { call } from '../../../services/call';
import { toast } from '../../../services/display';
import {
  chooseTable,
  openTable,
  shareTable,
  uploadTable,
  type ChosenTable,
} from '../../../services/documents';
import { openPage } from '../../../services/navigate';
import { once } from '../../../services/once';
import { leaveDesk } from '../scope';
import { sayFailure } from '../../../services/wording';
import {
  latestJobs,
  tableProblem,
  toExportRows,
  toRosterView,
  type ExportJob,
  type ExportKind,
  type ExportRow,
  type Jobs,
  type RosterView,
} from './view';

/** A pause keeps a broken job from being asked about without end. */
const BETWEEN_MS = 500;
const MOST_ASKS = 300;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));

let jobs: Jobs = {};
/** Grows with each load; an answer to an older one is dropped. */
let turn = 0;
/** False once the panel is gone: nobody waits for progress any more. */
let isShown = false;

/** The roster as a file, in and out. Event: `choose` with `{ id, name }` of a college, empty for all. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
    committee: { type: Boolean, value: false },
    scopeName: { type: String, value: '' },
  },
  data: {
    view: null as RosterView | null,
    colleges: [] as { id: string; name: string }[],
    collegeNames: [] as string[],
    busy: '',
    uploading: -1,
    loadError: '',
    error: '',
    exports: toExportRows({}) as ExportRow[],
  },
  observers: {
    collegeId() {
      if (isShown) void this.load();
    },
  },
  lifetimes: {
    attached() {
      isShown = true;
      void this.load();
    },
    detached() {
      isShown = false;
    },
  },
  methods: {
    async load(): Promise<void> {
      const mine = ++turn;
      const { collegeId } = this.data;
      const reply = await call('teacher', 'roster', collegeId ? { collegeId } : {});
      if (mine !== turn) return;
      if (!reply.ok) {
        if (leaveDesk(reply.error)) return;
        if (this.data.view) toast(sayFailure(reply.error));
        else this.setData({ loadError: sayFailure(reply.error) });
        return;
      }
      const { colleges, exports } = reply.data;
      jobs = latestJobs(exports);
      this.setData({
        loadError: '',
        view: toRosterView(reply.data),
        colleges,
        collegeNames: colleges.map(({ name }) => name),
        exports: toExportRows(jobs),
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

    onUploadTap() {
      void once(this, 'upload', async () => {
        const table = await chooseTable();
        if (!table) return;
        const error = tableProblem(table);
        if (error) return this.setData({ error });
        this.setData({ error: '', uploading: 0 });
        await this.upload(table);
        this.setData({ uploading: -1 });
      });
    },

    async upload(table: ChosenTable) {
      const folder = await call('teacher', 'rosterFolder', {});
      if (!folder.ok) return this.setData({ error: sayFailure(folder.error) });
      const sent = await uploadTable(table, folder.data.folder, (percent) =>
        this.setData({ uploading: percent }),
      );
      if (!sent.ok) return this.setData({ error: '文件没有传上去。名单没有变，联网后再传一次' });
      this.setData({ uploading: 100 });
      const { collegeId } = this.data;
      const reply = await call('teacher', 'rosterUpload', { fileId: sent.data.fileId, collegeId });
      if (reply.ok) return openPage('teacherImport', { runId: reply.data.run.id, name: table.name });
      this.setData({ error: sayFailure(reply.error) });
      // The answer may be lost while the check is done: it then stands on this page.
      await this.load();
    },

    onExportTap(event: WechatMiniprogram.TouchEvent) {
      const kind = event.currentTarget.dataset.kind as ExportKind;
      void once(this, kind, async () => {
        const { collegeId } = this.data;
        const begun = await call('teacher', 'startExport', { kind, ...(collegeId ? { collegeId } : {}) });
        if (!begun.ok) return this.setData({ error: sayFailure(begun.error) });
        this.setData({ error: '' });
        this.keep(begun.data.export);
        await this.follow(begun.data.export);
      });
    },

    /** Until the list is done, has failed, or nobody looks any more. */
    async follow(begun: ExportJob) {
      const ask = () => call('teacher', 'exportProgress', { exportId: begun.id });
      // The first call makes the list and answers at its end; those beside it tell how far it is.
      const making = ask();
      let job = begun;
      for (let asks = 0; asks < MOST_ASKS && isShown && job.state === 'running'; asks += 1) {
        await (asks === 0 ? Promise.race([making, pause()]) : pause());
        const reply = await ask();
        if (reply.ok) job = reply.data.export;
        else if (reply.error.code !== 'OFFLINE' && reply.error.code !== 'BUSY') {
          this.setData({ error: sayFailure(reply.error) });
          job = { ...job, state: 'failed' };
        }
        this.keep(job);
      }
      const made = await making;
      if (!made.ok && made.error.code === 'FILE_TOO_LARGE') this.setData({ error: sayFailure(made.error) });
    },

    keep(job: ExportJob) {
      jobs = { ...jobs, [job.kind]: job };
      this.setData({ exports: toExportRows(jobs) });
    },

    /** A link lives for minutes: a fresh one is fetched for each look. */
    async linkOf(kind: ExportKind): Promise<ExportJob | null> {
      const job = jobs[kind];
      if (!job) return null;
      const reply = await call('teacher', 'exportProgress', { exportId: job.id });
      if (!reply.ok) {
        this.setData({ error: sayFailure(reply.error) });
        return null;
      }
      this.keep(reply.data.export);
      return reply.data.export;
    },

    onOpenTap(event: WechatMiniprogram.TouchEvent) {
      const kind = event.currentTarget.dataset.kind as ExportKind;
      void once(this, `open-${kind}`, async () => {
        const job = await this.linkOf(kind);
        if (job?.url && !(await openTable(job.url))) toast('没有打开，请再试一次');
      });
    },

    onShareTap(event: WechatMiniprogram.TouchEvent) {
      const kind = event.currentTarget.dataset.kind as ExportKind;
      void once(this, `share-${kind}`, async () => {
        const job = await this.linkOf(kind);
        if (job?.url && !(await shareTable(job.url, job.fileName))) toast('没有发出去，请再试一次');
      });
    },
  },
});
