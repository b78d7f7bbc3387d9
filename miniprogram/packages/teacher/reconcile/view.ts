/** What 对账 shows first: the figures of a run, and which branches its list covers. */
import { momentOf } from '../../../domain/calendar/china-time';
import { differingIn, foundIn, type Run } from './kinds';

export interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly isOn: boolean;
}

export interface RunView {
  readonly state: Run['state'];
  /** Of the list: which, from when. */
  readonly source: string;
  readonly notes: readonly string[];
  readonly struckIds: boolean;
  readonly canCover: boolean;
  readonly arrived: number;
  readonly confirmed: number;
  readonly hero: string;
  readonly heroText: string;
  readonly bars: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
    readonly width: number;
  }[];
  readonly differing: number;
  readonly undo: string;
}

const LIST_WORDS = { members: '团员列表', outgoing: '转出记录' } as const;

const notesOf = ({ skipped, hidden, unclear, source, kind }: Run): string[] => [
  ...(hidden > 0
    ? [`有 ${hidden} 行被筛选或隐藏了，没有读。看不见的人不能当成转走了，请取消筛选再导出一份。`]
    : []),
  ...(source === 'paste' && kind === 'members'
    ? ['粘贴的名单可能不全，所以这次只看谁还在，不判断谁已经转走。']
    : []),
  ...(unclear.length > 0 ? [`“状态”里这些字看不懂，没有算进来：${unclear.join('、')}。`] : []),
  ...(skipped > 0 ? [`有 ${skipped} 行里没有找到姓名，跳过了。`] : []),
];

const heroOf = ({ kind, findings: { arrived } }: Run): { hero: string; heroText: string } => {
  if (arrived.open > 0)
    return {
      hero: '人已转到',
      heroText:
        kind === 'members'
          ? '他们在这里已批准，系统里也不在本支部了。'
          : '他们在转出记录里已经办成，这里还写着等接收。',
    };
  if (arrived.done > 0) return { hero: '人确认好了', heroText: '本人会收到“已转到”的消息。' };
  return { hero: '人新转到', heroText: '名单和这里写的一样，没有新转到的人。' };
};

const barsOf = (run: Run): RunView['bars'] => {
  const { arrived } = run.findings;
  const differing = foundIn(run);
  const parts = [
    { key: 'before', label: '早先确认', count: run.arrivedBefore },
    { key: 'now', label: '这次确认', count: arrived.open + arrived.done },
    { key: 'doing', label: '还没转到', count: run.underWay },
    { key: 'odd', label: '有出入', count: differing },
  ];
  const total = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  return parts.map((part) => ({ ...part, width: Math.round((part.count / total) * 1000) / 10 }));
};

export const toRunView = (run: Run): RunView => {
  const { arrived } = run.findings;
  const undo = run.undoUntil === null ? '' : `到今晚 24:00 都能撤销`;
  return {
    state: run.state,
    source: `${LIST_WORDS[run.kind]} ${run.lines} 行，${momentOf(run.createdAt)}`,
    notes: notesOf(run),
    struckIds: run.struckIds,
    canCover: run.source === 'file' && run.hidden === 0,
    arrived: arrived.open,
    confirmed: arrived.done,
    ...heroOf(run),
    bars: barsOf(run),
    differing: differingIn(run),
    undo,
  };
};

export const toBranchRows = ({ branches }: Run, on: ReadonlySet<string>): BranchRow[] =>
  branches.map(({ id, name, listed, known }) => ({
    id,
    name,
    line: listed === 0 ? `名单里没有，这里 ${known} 人` : `名单里 ${listed} 人，这里 ${known} 人`,
    isOn: on.has(id),
  }));
