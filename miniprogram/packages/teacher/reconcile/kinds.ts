/** The kinds of differences 对账 finds: their order, what each says, and what is written down of it. */
import type { Request, Response } from '../../../contract';
import { DIFFERENCE_WORDS } from '../../../domain/words/reconcile';

export type Run = NonNullable<Response<'teacher', 'reconcile'>['run']>;
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
    text: '这里还没有写上',
    act: '记为对方退回',
    all: (count) => `${count} 人都记`,
  },
  lapsed: {
    text: '对方一直没有处理',
    act: '记为到期退回',
    all: (count) => `${count} 人都记`,
  },
  'not-started': { text: '可能还没在系统里发起，请提醒本人看一看' },
  'not-handed-in': { text: '可能已经在系统里发起，请问一问，提醒本人在这里也提交' },
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
  'not-handed-in',
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
  'not-handed-in': true,
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

/** People whom list and records tell differently of, and who are not looked at yet. */
export const foundIn = ({ findings }: Run): number =>
  ORDER.filter(isFinding).reduce((sum, kind) => sum + findings[kind].open, 0);

/** The same with lines nobody knows and people of one name. */
export const differingIn = (run: Run): number =>
  groupsOf(run).reduce((sum, kind) => sum + openOf(run, kind), 0);
