import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import type { Response } from '../../../miniprogram/contract';
import { chinaTime } from '../../preview/seed/deed';
import { PERSON } from './person-notices';
import type { ScreenCase } from './screen-case';

type Run = NonNullable<Response<'teacher', 'reconcile'>['run']>;
type Rows = Response<'teacher', 'reconcileRows'>;

const TEACHER = '周岚';
const PAGE = pagePath('teacherReconcile');
const now = chinaTime('06-17 09:41');
const NONE = { open: 0, done: 0, changed: 0 };

const run = (more: Partial<Run>): Run => ({
  id: 'reconcile-1',
  collegeId: 'c-1',
  collegeName: '机械工程学院',
  kind: 'members',
  source: 'file',
  state: 'compared',
  lines: 183,
  skipped: 0,
  hidden: 0,
  struckIds: true,
  unclear: [],
  branches: ['机制2201团支部', '机制2202团支部', '材控2201团支部', '材控2202团支部', '车辆2201团支部'].map(
    (name, index) => ({
      id: `b-${index}`,
      name,
      listed: [21, 0, 18, 26, 19][index] ?? 0,
      known: [38, 36, 41, 40, 37][index] ?? 0,
      isCovered: true,
    }),
  ),
  arrivedBefore: 86,
  underWay: 174,
  findings: {
    arrived: { open: 214, done: 0, changed: 0 },
    'left-unsaid': { open: 4, done: 1, changed: 0 },
    'still-here': { open: 3, done: 0, changed: 0 },
    refused: NONE,
    lapsed: NONE,
    'not-started': NONE,
    'not-handed-in': NONE,
  },
  unknown: 4,
  sameNames: { open: 2, done: 0, changed: 0 },
  undoUntil: chinaTime('06-18 00:00'),
  createdAt: chinaTime('06-17 09:36'),
  expiresAt: chinaTime('06-19 09:36'),
  ...more,
});

const person = (name: string, branchName: string, more: Partial<Rows['people'][number]> = {}) => ({
  memberId: `m-${name}`,
  name,
  studentNumber: '2022010108',
  branchName,
  transferId: `t-${name}`,
  shown: 'draft' as const,
  since: now,
  status: 'open' as const,
  canUndo: false,
  ...more,
});

const rows: Rows = {
  people: [
    person('顾衍', '机制2201团支部', { status: 'done', canUndo: true, shown: 'accepted' }),
    person('柳明澈', '材控2202团支部', { transferId: null, shown: 'none' }),
    person('许听澜', '机制2201团支部'),
    person('苏禾', '机制2202团支部', { status: 'changed', shown: 'refused' }),
  ],
  unknown: [],
  sameNames: [],
  cursor: null,
};

const answers = (shown: Run, shownRows: Rows = rows) => ({
  teacher: {
    reconcile: { college: { id: 'c-1', name: '机械工程学院' }, colleges: [], run: shown, now },
    reconcileRows: shownRows,
  },
});

const onlyBare: Rows = { ...rows, people: rows.people.filter(({ transferId }) => transferId === null) };

/** With somebody's rules, which the sheet of ways asks for. */
const asked = ({ teacher }: ReturnType<typeof answers>) => ({
  teacher: { ...teacher, person: { person: PERSON, organisation: null, rulebookId: 'usst-2020', now } },
});

/** 转出记录: who was refused, who came back unhandled, words and names that say nothing to the reader. */
const OUTGOING = answers(
  run({
    kind: 'outgoing',
    lines: 241,
    skipped: 2,
    hidden: 6,
    unclear: ['已办结', '流转中'],
    findings: {
      arrived: { open: 0, done: 31, changed: 0 },
      'left-unsaid': NONE,
      'still-here': NONE,
      refused: { open: 2, done: 0, changed: 0 },
      lapsed: { open: 1, done: 0, changed: 0 },
      'not-started': { open: 2, done: 0, changed: 0 },
      'not-handed-in': { open: 3, done: 0, changed: 0 },
    },
    sameNames: NONE,
  }),
  {
    people: [person('江予墨', '机制2201团支部', { shown: 'approved' }), person('邵清', '车辆2201团支部')],
    unknown: [
      {
        line: 12,
        name: '阿依努尔·买买提',
        branchName: '材控2201',
        here: '材控2201团支部',
        outcome: 'arrived',
      },
      { line: 57, name: '欧阳静远', branchName: null, here: null, outcome: 'waiting' },
    ],
    sameNames: [],
    cursor: null,
  },
);

const ONLY_QUESTIONS: Rows = {
  people: [],
  unknown: [],
  cursor: null,
  sameNames: ['王雨桐', '李晨'].map((name, index) => ({
    key: `same-${index}`,
    name,
    lines: 1,
    outcomes: [null],
    isSettled: false,
    people: ['0108', '0126'].map((tail) => ({
      memberId: `m-${name}-${tail}`,
      studentNumber: `202201${tail}`,
      branchName: '机制2201团支部',
    })),
  })),
};

const ONLY_NAMES = {
  arrived: NONE,
  'left-unsaid': NONE,
  'still-here': NONE,
  refused: NONE,
  lapsed: NONE,
  'not-started': NONE,
  'not-handed-in': NONE,
};

export const RECONCILE_CASES: readonly ScreenCase[] = [
  {
    name: 'reconcile-start',
    who: TEACHER,
    page: PAGE,
    replies: {
      teacher: { reconcile: { college: { id: 'c-1', name: '机械工程学院' }, colleges: [], run: null, now } },
    },
  },
  {
    name: 'reconcile-branches',
    who: TEACHER,
    page: PAGE,
    replies: answers(run({ state: 'read', undoUntil: null })),
  },
  { name: 'reconcile-compared', who: TEACHER, page: PAGE, replies: answers(run({})) },
  {
    name: 'reconcile-paste',
    who: TEACHER,
    page: PAGE,
    replies: answers(
      run({
        source: 'paste',
        findings: ONLY_NAMES,
        unknown: 0,
        undoUntil: null,
        struckIds: false,
        skipped: 3,
        lines: 21,
        arrivedBefore: 9,
        underWay: 477,
      }),
      ONLY_QUESTIONS,
    ),
  },
  { name: 'reconcile-outgoing', who: TEACHER, page: PAGE, replies: OUTGOING },
  { name: 'reconcile-outgoing-computer', who: TEACHER, page: PAGE, onComputer: true, replies: OUTGOING },
  {
    name: 'reconcile-computer',
    who: TEACHER,
    page: PAGE,
    onComputer: true,
    keys: ['j', 'j'],
    replies: answers(run({})),
  },
  {
    name: 'reconcile-person-computer',
    who: TEACHER,
    page: PAGE,
    onComputer: true,
    taps: ['许听澜'],
    replies: asked(answers(run({}))),
  },
  {
    name: 'reconcile-start-computer',
    who: TEACHER,
    page: PAGE,
    onComputer: true,
    replies: {
      teacher: { reconcile: { college: { id: 'c-1', name: '机械工程学院' }, colleges: [], run: null, now } },
    },
  },
  {
    name: 'reconcile-way',
    who: TEACHER,
    page: PAGE,
    taps: ['记为已转到'],
    replies: asked(answers(run({}), onlyBare)),
  },
  { name: 'reconcile-failing', who: TEACHER, page: PAGE, cloud: 'failing' },
];
