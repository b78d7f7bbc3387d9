import type { Response } from '../../../../contract';

export type Part = Response<'teacher', 'purgeSeason'>;
export type Counts = Part['counts'];

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export const NOTHING: Counts = { people: 0, transfers: 0, resetRequests: 0, notices: 0, files: 0, kept: 0 };

export const add = (counts: Counts, more: Counts): Counts => ({
  people: counts.people + more.people,
  transfers: counts.transfers + more.transfers,
  resetRequests: counts.resetRequests + more.resetRequests,
  notices: counts.notices + more.notices,
  files: counts.files + more.files,
  kept: counts.kept + more.kept,
});

/** What goes, or has gone; a line only for what there is. */
export const figuresOf = ({ people, transfers, files, resetRequests, notices }: Counts): Figure[] =>
  [
    { label: '同学', count: people, unit: '人' },
    { label: '转接记录', count: transfers, unit: '份' },
    { label: '截图', count: files, unit: '张' },
    { label: '验证码求助', count: resetRequests, unit: '次' },
    { label: '消息', count: notices, unit: '条' },
  ].flatMap(({ label, count, unit }) => (count > 0 ? [{ label, value: `${count} ${unit}` }] : []));

/** What stays, and why. */
export const keptLines = ({ kept }: Counts): Figure[] => [
  ...(kept > 0 ? [{ label: `${kept} 位同学`, value: '保留关系、参军或暂缓，学院还要接着管他们' }] : []),
  { label: '统计数字', value: '只有人数，没有姓名，学校要用好几年' },
  { label: '操作记录', value: '谁在什么时候做过什么，姓名换成代号' },
];

export const isEmpty = ({ people, transfers }: Counts): boolean => people + transfers === 0;

/** How much of what was counted has gone, whole percent. */
export const percentOf = (gone: Counts, counted: Counts): number => {
  const all = counted.people + counted.transfers;
  return all === 0 ? 100 : Math.min(100, Math.floor(((gone.people + gone.transfers) / all) * 100));
};

export const progressText = (gone: Counts, branchesLeft: number): string =>
  `已经清掉 ${gone.people} 人，还剩 ${branchesLeft} 个团支部`;
