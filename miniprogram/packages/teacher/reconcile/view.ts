/** What 对账 shows: figures first, differences below them. */
import type { Request, Response } from '../../../contract';
import { momentOf } from '../../../domain/calendar/china-time';
import { DIFFERENCE_WORDS, LISTED_WORDS } from '../../../domain/words/reconcile';
import { listEvidence } from '../../../domain/words/evidence';
import { STATE_WORDS } from '../../../domain/words/states';

export type Run = NonNullable<Response<'teacher', 'reconcile'>['run']>;
export type RowsReply = Response<'teacher', 'reconcileRows'>;
export type RowsKind = Request<'teacher', 'reconcileRows'>['kind'];
export type SettledKind = Request<'teacher', 'reconcileSettle'>['kind'];
export type WayTaken = NonNullable<Request<'teacher', 'reconcileSettle'>['way']>;
type FindingKind = keyof Run['findings'];

interface Words {
  readonly text: string;
  /** What a tap on one row, and on all of them, writes down; none where only she can look into it. */
  readonly act?: string;
  readonly all?: (count: number) => string;
}

const WORDS: Readonly<Record<RowsKind, Words>> = {
  arrived: { text: '这里已批准，系统里已经转走了' },
  'left-unsaid': {
    text: '这里还没办到这一步，系统里已经转走了',
    act: '记为已转到',
    all: (count) => `${count} 人都记`,
  },
  'still-here': {
    text: '名单里还看得到，多半是对方还没接收',
    act: '改回等接收',
    all: (count) => `${count} 人都改回`,
  },
  refused: {
    text: '这里还写着等接收',
    act: '记为对方退回',
    all: (count) => `${count} 人都记`,
  },
  lapsed: {
    text: '对方一直没有处理',
    act: '记为到期退回',
    all: (count) => `${count} 人都记`,
  },
  'not-started': { text: '可能还没在智慧团建发起，请提醒本人看一看' },
  unknown: { text: '可能漏了，也可能不是这一届' },
  'same-name': { text: '同名的人比名单里多，请点还在名单里的那一位' },
};

/** The order of the groups: what she can settle first. */
const ORDER: readonly RowsKind[] = [
  'left-unsaid',
  'still-here',
  'refused',
  'lapsed',
  'same-name',
  'not-started',
  'unknown',
];

export interface GroupHead {
  readonly kind: RowsKind;
  readonly title: string;
  readonly text: string;
  /** Still to look at. */
  readonly count: number;
  readonly act: string;
  /** Writes all of them down; empty where there is nothing to write, or only one. */
  readonly all: string;
}

const FINDINGS: Readonly<Record<FindingKind, true>> = {
  arrived: true,
  'left-unsaid': true,
  'still-here': true,
  refused: true,
  lapsed: true,
  'not-started': true,
};
const isFinding = (kind: RowsKind): kind is FindingKind => kind in FINDINGS;

const SETTLED: Readonly<Record<SettledKind, true>> = {
  arrived: true,
  'left-unsaid': true,
  'still-here': true,
  refused: true,
  lapsed: true,
};
/** Whether the college can write it down from the list. */
export const isSettled = (kind: RowsKind): kind is SettledKind => kind in SETTLED;

const openOf = (run: Run, kind: RowsKind): number => {
  if (kind === 'unknown') return run.unknown;
  return isFinding(kind) ? run.findings[kind].open : run.sameNames.open;
};
const settledOf = (run: Run, kind: RowsKind): number => {
  if (kind === 'unknown') return 0;
  const { done, changed } = isFinding(kind) ? run.findings[kind] : run.sameNames;
  return done + changed;
};

export const headOf = (run: Run, kind: RowsKind): GroupHead => {
  const { text, act = '', all } = WORDS[kind];
  const count = openOf(run, kind);
  return { kind, title: DIFFERENCE_WORDS[kind], text, count, act, all: all && count > 1 ? all(count) : '' };
};

/** Groups that have anybody, also where everything is settled by now: what was written can be taken back there. */
export const groupsOf = (run: Run): RowsKind[] =>
  run.state === 'compared' ? ORDER.filter((kind) => openOf(run, kind) + settledOf(run, kind) > 0) : [];

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
    ? [`有 ${hidden} 行被筛选或隐藏了，没有读。看不见的人不能当成转走了，请取消筛选再导出一份`]
    : []),
  ...(source === 'paste' && kind === 'members'
    ? ['粘贴的名单可能不全，所以这次只看谁还在，不判断谁已经转走']
    : []),
  ...(unclear.length > 0 ? [`“状态”里这些字看不懂，没有算进来：${unclear.join('、')}`] : []),
  ...(skipped > 0 ? [`有 ${skipped} 行里没有找到姓名，跳过了`] : []),
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
  const differing = ORDER.filter(isFinding).reduce((sum, kind) => sum + run.findings[kind].open, 0);
  const parts = [
    { key: 'before', label: '早先确认', count: run.arrivedBefore },
    { key: 'now', label: '这次确认', count: arrived.open + arrived.done },
    { key: 'doing', label: '还在办', count: run.underWay },
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
    differing: groupsOf(run).reduce((sum, kind) => sum + openOf(run, kind), 0),
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

export interface PersonView {
  readonly memberId: string;
  readonly name: string;
  readonly line: string;
  /** done: written down. moved: changed meanwhile, nothing was written. bare: nothing is begun, so a way is asked first. */
  readonly mark: 'open' | 'done' | 'moved' | 'bare';
  /** What was written down, with its day: `列表核对 6月17日`; empty while nothing is. */
  readonly evidence: string;
  readonly canUndo: boolean;
}

const markOf = ({ status, transferId }: RowsReply['people'][number]): PersonView['mark'] => {
  if (status === 'open') return transferId === null ? 'bare' : 'open';
  return status === 'done' ? 'done' : 'moved';
};

/** Everybody with their number: it tells people of one name apart. */
export const toPersonViews = ({ people }: RowsReply): PersonView[] =>
  people.map((person) => {
    const { memberId, name, studentNumber, branchName, shown, since, canUndo } = person;
    const mark = markOf(person);
    return {
      memberId,
      name,
      line: `${studentNumber}，${branchName}，${STATE_WORDS[shown]}`,
      mark,
      evidence: mark === 'done' && since !== null ? listEvidence(since) : '',
      canUndo,
    };
  });

export const toUnknownViews = ({ unknown }: RowsReply) =>
  unknown.map(({ line, name, branchName, here, outcome }) => ({
    key: String(line),
    name,
    branch: here ?? '',
    line: [branchName ?? `第 ${line} 行`, ...(outcome ? [LISTED_WORDS[outcome]] : [])].join('，'),
  }));

/** The end of the number suffices where nobody else of the name has the same. */
const tailOf = (studentNumber: string, people: readonly { readonly studentNumber: string }[]): string => {
  const tail = studentNumber.slice(-4);
  const isOnly = people.filter((one) => one.studentNumber.endsWith(tail)).length === 1;
  return isOnly ? `尾号 ${tail}` : studentNumber;
};

/** Where the lines do not say the same, who is tapped first is whom the first line means. */
const askFor = ({ lines, outcomes }: RowsReply['sameNames'][number], chosen: number): string => {
  const next = outcomes[chosen];
  if (next === undefined || outcomes.every((outcome) => outcome === null))
    return lines === 1 ? '名单里的是哪一位' : `名单里的是哪 ${lines} 位`;
  const whose = next === null ? '没写清结果的' : `写着“${LISTED_WORDS[next]}”的`;
  return outcomes.every((outcome) => outcome === next) && lines > 1
    ? `${whose}是哪 ${lines} 位`
    : `${whose}是哪一位`;
};

export const toQuestionViews = ({ sameNames }: RowsReply, picked: ReadonlyMap<string, readonly string[]>) =>
  sameNames.map((question) => {
    const { key, name, lines, people, isSettled } = question;
    const chosen = picked.get(key) ?? [];
    return {
      key,
      name: `${name}，${people[0]?.branchName ?? ''}`,
      ask: askFor(question, chosen.length),
      lines,
      isSettled,
      people: people.map(({ memberId, studentNumber }) => ({
        memberId,
        label: tailOf(studentNumber, people),
        isOn: chosen.includes(memberId),
      })),
    };
  });
