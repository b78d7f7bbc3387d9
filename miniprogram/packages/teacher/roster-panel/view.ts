import { formatChina } from '../../../domain/china-time';
import type { Response } from '../../../domain/contract';

export type ExportJob = Response<'teacher', 'startExport'>['export'];
export type ExportKind = ExportJob['kind'];

export interface ExportRow {
  readonly kind: ExportKind;
  readonly title: string;
  readonly hint: string;
  /** What becomes of the running or finished list; empty before it was asked for. */
  readonly status: string;
  readonly percent: number;
  readonly running: boolean;
  readonly failed: boolean;
  readonly ready: boolean;
}

const KINDS: readonly { kind: ExportKind; title: string; hint: string }[] = [
  { kind: 'unfinished', title: '还没转到的', hint: '催办用，写着停在哪一步' },
  { kind: 'submissions', title: '全部转接记录', hint: '每个人的去向、组织和结果' },
  { kind: 'kept', title: '保留在学院的', hint: '含父母的联系方式，请妥善保管' },
  { kind: 'army', title: '参军入伍的', hint: '上交学校的名单' },
  { kind: 'deferred', title: '延迟毕业的', hint: '上交学校的名单' },
  { kind: 'overAge', title: '超龄的', hint: '毕业时到了年龄上限，不用转接' },
];

const statusOf = (job: ExportJob): string => {
  if (job.state === 'failed') return '没做成，名单都还在，再做一次';
  if (job.state === 'done') return `${job.rows} 人，${formatChina(job.createdAt, 'HH:mm')} 做好`;
  return `正在做，看完 ${job.done} / ${job.total} 个支部`;
};

/** The lists to hand in, with what became of those asked for on this page. */
export const toExportRows = (jobs: Readonly<Partial<Record<ExportKind, ExportJob>>>): ExportRow[] =>
  KINDS.map(({ kind, title, hint }) => {
    const job = jobs[kind];
    return {
      kind,
      title,
      hint,
      status: job ? statusOf(job) : '',
      percent: job && job.total > 0 ? Math.round((job.done / job.total) * 100) : 0,
      running: job?.state === 'running',
      failed: job?.state === 'failed',
      ready: job?.state === 'done' && job.url !== null,
    };
  });
