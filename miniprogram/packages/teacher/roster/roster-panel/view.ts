import { formatChina, momentOf } from '../../../../domain/calendar/china-time';
import type { Response } from '../../../../contract';
import type { HandInList } from '../../../../domain/rules/lists';
import type { StandingList } from '../../../../domain/rules/standing-lists';

export type RosterReply = Response<'teacher', 'roster'>;
export type ExportJob = Response<'teacher', 'startExport'>['export'];
type Run = NonNullable<RosterReply['run']>;

export interface RosterView {
  readonly system: string;
  readonly members: number;
  readonly branchLine: string;
  /** Under the row of 对账: what it is for, or what waits there. */
  readonly reconcile: { readonly text: string; readonly soon: boolean };
  /** Branches whose people nobody helps yet; empty when there are none. */
  readonly alarm: string;
  /** What became of the last file. */
  readonly run: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly soon: boolean;
  } | null;
}

export interface ExportRow {
  readonly kind: string;
  readonly title: string;
  readonly hint: string;
  /** What becomes of the running or finished list; empty before it was asked for. */
  readonly status: string;
  readonly percent: number;
  readonly running: boolean;
  readonly failed: boolean;
  readonly ready: boolean;
}

type Offer = Pick<HandInList, 'title' | 'hint'> & { readonly kind: string };

const STANDING: Readonly<Record<StandingList, Omit<Offer, 'kind'>>> = {
  unfinished: { title: '还没转到的', hint: '催办用，写着停在哪一步' },
  submissions: { title: '全部转接记录', hint: '每个人的去向、组织和结果' },
  overAge: { title: '超龄的', hint: '毕业时到了年龄上限，不用转接' },
};

/** What is used for chasing first, then the rulebook's own lists. */
const offersOf = (lists: readonly HandInList[]): Offer[] => [
  { kind: 'unfinished', ...STANDING.unfinished },
  { kind: 'submissions', ...STANDING.submissions },
  ...lists.map(({ id, title, hint }) => ({ kind: id, title, hint })),
  { kind: 'overAge', ...STANDING.overAge },
];

const statusOf = (job: ExportJob): string => {
  if (job.state === 'failed') return '没做成，名单都还在，再做一次';
  if (job.state === 'done') return `${job.rows} 人，${formatChina(job.createdAt, 'HH:mm')} 做好`;
  return `正在做，看完 ${job.done} / ${job.total} 个支部`;
};

export type Jobs = Readonly<Partial<Record<string, ExportJob>>>;

/** The newest list of each kind. */
export const latestJobs = (newestFirst: readonly ExportJob[]): Jobs =>
  Object.fromEntries([...newestFirst].reverse().map((job) => [job.kind, job]));

/** The lists to hand in, with what became of those asked for. `lists`: the rulebook's own. */
export const toExportRows = (jobs: Jobs, lists: readonly HandInList[]): ExportRow[] =>
  offersOf(lists).map(({ kind, title, hint }) => {
    const job = jobs[kind];
    return {
      kind,
      title,
      hint,
      status: job ? statusOf(job) : '',
      percent: job && job.total > 0 ? Math.round((job.done / job.total) * 100) : 0,
      running: job?.state === 'running',
      failed: job?.state === 'failed',
      ready: job?.state === 'done',
    };
  });

const runView = (run: Run): RosterView['run'] => {
  const { id, added, updated, badRows } = run;
  const at = momentOf(run.createdAt);
  if (run.state === 'applying')
    return { id, title: '名单还在写', text: `${run.done} / ${run.total} 人，点开接着看`, soon: true };
  if (run.state === 'stopped')
    return {
      id,
      title: '上次的名单没有写完',
      text: `${run.done} / ${run.total} 人，再传一次就补上`,
      soon: true,
    };
  if (run.state === 'applied')
    return { id, title: `上次写入 ${run.done} 人`, text: `${at} 的表`, soon: false };
  if (badRows > 0 || run.badCells > 0)
    return { id, title: `上次的表有 ${badRows} 行要你看`, text: `${at} 检查的，还没有写入`, soon: true };
  if (added + updated === 0) return null;
  return { id, title: `检查好了，还没写入 ${added + updated} 人`, text: `${at} 检查的`, soon: true };
};

const reconcileView = (waiting: RosterReply['reconcile']): RosterView['reconcile'] =>
  waiting
    ? { text: `${waiting.arrived} 人等你确认，${momentOf(waiting.createdAt)} 的名单`, soon: true }
    : { text: '给一份系统里的名单，一次确认谁转到了', soon: false };

/** @param system what the college works in, by its name */
export const toRosterView = (
  { members, branches, run, reconcile }: RosterReply,
  system: string,
): RosterView => {
  const alone = branches.filter(({ secretaries }) => secretaries.length === 0).length;
  return {
    members,
    system,
    branchLine: `${branches.length} 个支部`,
    reconcile: reconcileView(reconcile),
    alarm: alone > 0 ? `${alone} 个支部的团支书还没登录` : '',
    run: run ? runView(run) : null,
  };
};
