import { pagePath } from '../../../domain/pages';
import { call } from '../../../services/call';
import { toast } from '../../../services/display';
import { chooseTable, openTable, shareTable, uploadTable } from '../../../services/documents';
import { once } from '../../../services/once';
import { sayFailure } from '../../../services/wording';
import { toExportRows, type ExportJob, type ExportKind, type ExportRow } from './view';

/** The cloud works while it is asked; a pause keeps a broken job from being asked without end. */
const BETWEEN_MS = 400;
const MOST_ASKS = 300;
/** Ten megabytes, the most the cloud takes. */
const MOST_BYTES = 10 * 1024 * 1024;

type Jobs = Partial<Record<ExportKind, ExportJob>>;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));

let jobs: Jobs = {};
/** False once the panel is gone: nobody waits for progress any more. */
let isShown = false;

/** The roster as a file, in and out. */
Component({
  properties: {
    large: { type: Boolean, value: false },
    collegeId: { type: String, value: '' },
    committee: { type: Boolean, value: false },
    scopeName: { type: String, value: '' },
  },
  data: {
    busy: '',
    uploading: -1,
    error: '',
    exports: toExportRows({}) as ExportRow[],
  },
  observers: {
    collegeId() {
      jobs = {};
      this.setData({ exports: toExportRows(jobs) });
    },
  },
  lifetimes: {
    attached() {
      isShown = true;
    },
    detached() {
      isShown = false;
    },
  },
  methods: {
    /** Nothing waits in the cloud for this page to open. */
    load(): Promise<void> {
      return Promise.resolve();
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
        if (table.size > MOST_BYTES) return this.setData({ error: '这个文件太大了，请分成几份再传' });
        this.setData({ error: '', uploading: 0 });
        await this.upload(table);
        this.setData({ uploading: -1 });
      });
    },

    async upload(table: NonNullable<Awaited<ReturnType<typeof chooseTable>>>) {
      const folder = await call('teacher', 'rosterFolder', {});
      if (!folder.ok) return this.setData({ error: sayFailure(folder.error) });
      const sent = await uploadTable(table, folder.data.folder, (percent) =>
        this.setData({ uploading: percent }),
      );
      if (!sent.ok) return this.setData({ error: sayFailure(sent.error) });
      this.setData({ uploading: 100 });
      const { collegeId } = this.data;
      const reply = await call('teacher', 'rosterUpload', { fileId: sent.data.fileId, collegeId });
      if (!reply.ok) return this.setData({ error: sayFailure(reply.error) });
      const url = pagePath('teacherImport', { runId: reply.data.run.id, name: table.name });
      void wx.navigateTo({ url: `/${url}` });
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

    /** Asks until the list is done, has failed, or nobody looks any more. */
    async follow(begun: ExportJob) {
      let job = begun;
      for (let asks = 0; asks < MOST_ASKS && isShown && job.state === 'running'; asks += 1) {
        const reply = await call('teacher', 'exportProgress', { exportId: job.id });
        if (!reply.ok) {
          this.setData({ error: sayFailure(reply.error) });
          return this.keep({ ...job, state: 'failed' });
        }
        job = reply.data.export;
        this.keep(job);
        if (job.state === 'running') await pause();
      }
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
