/** Replies of the cloud about far more people and colleges than the invented one has. */
import type { Response } from '../../../miniprogram/contract';
import { chinaTime } from '../../preview/seed/deed';

type Run = Response<'teacher', 'rosterProgress'>['run'];
type Row = Response<'teacher', 'rosterRows'>['rows'][number];
type Job = Response<'teacher', 'exportProgress'>['export'];

const COLLEGE = { collegeId: 'college-1', collegeName: '信息工程学院' };
const MADE = chinaTime('06-12 09:40');

export const rosterRun = (more: Partial<Run>): Run => ({
  id: 'roster-1',
  ...COLLEGE,
  state: 'checked',
  rows: 0,
  badRows: 0,
  badCells: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  missing: 0,
  isBlocked: false,
  columns: [],
  questions: { graduationMonth: null, branches: [] },
  newBranches: 0,
  newBranchNames: [],
  notes: [],
  examples: { added: null, updated: null },
  done: 0,
  total: (more.added ?? 0) + (more.updated ?? 0),
  skipped: 0,
  createdAt: MADE,
  expiresAt: chinaTime('06-14 09:40'),
  ...more,
});

export const exportJob = (state: Job['state'], kind: Job['kind']): Job => ({
  id: 'export-1',
  kind,
  state,
  done: 14,
  total: 40,
  rows: 371,
  url: null,
  fileName: '信息工程学院-未完成名单-20260612.xlsx',
  createdAt: MADE,
});

export const ROSTER_ALL: Partial<Response<'teacher', 'roster'>> = {
  run: rosterRun({ state: 'applying', added: 9_620, rows: 9_700, total: 9_620, done: 4_300 }),
  exports: [
    exportJob('running', 'unfinished'),
    exportJob('done', 'submissions'),
    exportJob('failed', 'kept'),
  ],
};

/** A college of so many people, forty to a branch; every fifth branch without a secretary. */
export const rosterOf = (
  members: number,
  more: Partial<Response<'teacher', 'roster'>> = {},
): Response<'teacher', 'roster'> => ({
  college: { id: COLLEGE.collegeId, name: COLLEGE.collegeName },
  colleges: [],
  members,
  branches: Array.from({ length: Math.ceil(members / 40) }, (_, index) => ({
    id: `branch-${index}`,
    name: `通信22${index}团支部`,
    inviteCode: 'X7K2MP',
    secretaries: index % 5 === 0 ? [] : ['许嘉宁'],
  })),
  run: null,
  reconcile: null,
  exports: [],
  now: MADE,
  ...more,
});

const bad = (
  row: number,
  column: string,
  value: string,
  problem: (Row & { kind: 'bad' })['problem'],
  field?: (Row & { kind: 'bad' })['field'],
): Row => ({
  kind: 'bad',
  row,
  column,
  value,
  problem,
  ...(field ? { field } : {}),
});

export const BAD_ROWS: Row[] = [
  bad(1, '手机号', '', 'unknown-column'),
  bad(12, '毕业年月', '明年夏天', 'malformed', 'graduationMonth'),
  bad(37, '姓名', '', 'missing', 'name'),
  bad(38, '学号', '222201004', 'duplicate', 'studentNumber'),
  bad(102, '备注', '', 'id-card'),
  bad(371, '团支部', '（不能用的名字）团支部', 'text-rejected', 'branchName'),
  bad(644, '学号', '222301017', 'other-college', 'studentNumber'),
  bad(1203, '团支书', '可能', 'malformed', 'isSecretary'),
];

const person = (studentNumber: string, name: string, branchName = '通信2201团支部') => ({
  studentNumber,
  name,
  branchName,
  birthMonth: '2004-03',
  graduationMonth: '2026-06',
  hasLeaguePost: false,
  isSecretary: false,
});

export const NEW_PEOPLE: Row[] = [
  { kind: 'added', row: 2, after: person('222201031', '欧阳予安') },
  { kind: 'added', row: 3, after: person('222201032', '阿依努尔·买买提', '人工智能实验班2204团支部') },
];

const column = (
  letter: string,
  heading: string,
  use: Run['columns'][number]['use'],
  samples: string[] = [],
): Run['columns'][number] => ({
  key: heading || `列${letter}`,
  letter,
  heading,
  use,
  samples,
  from: 'heading',
});

/** A file about which several things are asked. */
export const ASKING_RUN: Run = rosterRun({
  rows: 61,
  added: 6,
  updated: 2,
  unchanged: 50,
  missing: 3,
  badRows: 3,
  badCells: 3,
  notes: [{ kind: 'id-column', sheet: '机制2201', rows: [], count: 0, names: ['E'] }],
  columns: [
    column('A', '学号', 'studentNumber', ['2203310104', '2203310105', '2203310106']),
    column('B', '姓名', 'name', ['许听澜', '顾衍', '江予墨']),
    column('C', '班级', 'branchName', ['机制22-1班', '机制2201班', '机制2201']),
    column('D', '联系方式', 'skip'),
    column('E', '', 'id-number'),
  ],
  questions: {
    graduationMonth: { month: '2026-06', isAnswered: false },
    branches: [
      {
        names: [
          { name: '机制2201团支部', rows: 0, branchId: 'b-1' },
          { name: '机制2201', rows: 28, branchId: null },
          { name: '机制22-1班', rows: 2, branchId: null },
        ],
        into: '机制2201团支部',
        answer: null,
      },
    ],
  },
});

const note = (
  kind: Run['notes'][number]['kind'],
  more: Partial<Run['notes'][number]>,
): Run['notes'][number] => ({ kind, sheet: '', rows: [], count: more.rows?.length ?? 0, names: [], ...more });

/** A file that says the branch in its titles, or in the first row of each group, among much else that is left out. */
export const NOTED_RUN: Run = rosterRun({
  rows: 147,
  added: 139,
  unchanged: 8,
  notes: [
    note('branch-of-title', { sheet: '环工', names: ['环工2301班', '环工2302班'] }),
    note('branch-filled-down', { sheet: '给排水', rows: [3, 4, 5], count: 61 }),
    note('class-with-major', { sheet: '能动', names: ['能源与动力工程1班', '能源与动力工程2班'] }),
    note('perhaps-not', { sheet: '环工', rows: [18, 31] }),
    note('lines-skipped', { sheet: '环工', rows: [2, 36, 71] }),
    note('sheet-hidden', { names: ['往届'] }),
  ],
});

const doubt = (row: number, more: Partial<Row & { kind: 'bad' }>): Row => ({
  kind: 'bad',
  row,
  column: '学号',
  field: 'studentNumber',
  value: '22033105',
  problem: 'number-short',
  ...more,
});

export const DOUBTFUL_ROWS: Row[] = [
  doubt(8, { who: '顾衍' }),
  doubt(9, { who: '沈知远', value: '22033101O5', problem: 'number-odd' }),
  doubt(10, { column: '姓名', field: 'name', value: '', problem: 'missing' }),
  doubt(11, { who: '林晚 班长', column: '姓名', field: 'name', value: '林晚 班长', problem: 'odd-name' }),
  doubt(12, {
    who: '苏禾',
    value: '2203310109',
    problem: 'same-person',
    other: { memberId: 'm-1', name: '苏禾', studentNumber: '203310109', branchName: '机制2201团支部' },
  }),
];

export const MISSING_ROWS: Row[] = ['柳明澈', '韩溪', '邵清'].map((name, index) => ({
  kind: 'missing',
  memberId: `m-${index}`,
  name,
  studentNumber: `220331021${index}`,
  branchName: '机制2202团支部',
  bound: index === 0,
}));

type Colleges = Response<'teacher', 'colleges'>['colleges'];

const college = (name: string, members: number, arrived: number, more: Partial<Colleges[number]> = {}) => {
  const underWay = Math.round((members - arrived) * 0.6);
  return {
    id: `college-${name}`,
    name,
    teachers: 2,
    members,
    started: arrived + underWay,
    underWay,
    arrived,
    stuck: 0,
    waiting: 0,
    leftOut: 0,
    ...more,
  };
};

export const COLLEGES: Colleges = [
  college('信息工程学院', 1_258, 905, { waiting: 12, stuck: 4 }),
  college('经济管理学院', 2_043, 1_702, { waiting: 3 }),
  college('材料科学与工程学院', 644, 210, { waiting: 41, stuck: 17 }),
  college('外国语学院', 388, 371),
  college('环境与建筑学院', 512, 330, { teachers: 0 }),
  college('机械工程学院', 1_120, 806),
  college('出版与艺术设计学院', 301, 44, { stuck: 3 }),
  college('理学院', 276, 241),
  college('医疗器械与食品学院', 590, 402, { waiting: 8 }),
  college('基础学院', 0, 0, { teachers: 1 }),
];

const teacherOf = (scopeName: string) => ({
  role: 'teacher' as const,
  scopeId: `college-${scopeName}`,
  scopeName,
});

type Accounts = Response<'teacher', 'accounts'>;
export const ACCOUNTS: Accounts['accounts'] = [
  {
    id: 'o-committee-1',
    name: '杜若川',
    isSelf: true,
    roles: [{ role: 'committee', scopeId: 'all', scopeName: '校团委' }],
  },
  { id: 'o-teacher-1', name: '周岚', isSelf: false, roles: [teacherOf('信息工程学院')] },
  { id: 'o-teacher-2', name: '梁清和', isSelf: false, roles: [teacherOf('信息工程学院')] },
  { id: 'o-teacher-3', name: '苏明远', isSelf: false, roles: [teacherOf('经济管理学院')] },
  { id: 'o-teacher-4', name: '司徒静姝', isSelf: false, roles: [teacherOf('材料科学与工程学院')] },
];

const DAY_MS = 86_400_000;
const now = chinaTime('06-12 09:41');
const invitationFrom = (
  name: string,
  scopeName: string,
  more: Partial<Accounts['invitations'][number]>,
): Accounts['invitations'][number] => ({
  id: `i-${name}`,
  name,
  scopeId: `c-${scopeName}`,
  scopeName,
  state: 'open',
  issuedAt: now - 2 * DAY_MS,
  issuedBy: '杜若川',
  expiresAt: now + 5 * DAY_MS,
  usedBy: null,
  usedAt: null,
  revokedAt: null,
  ...more,
});

export const INVITATIONS: Accounts['invitations'] = [
  invitationFrom('欧阳静远', '材料科学与工程学院', {}),
  invitationFrom('贺兰', '校团委', { issuedBy: null }),
  invitationFrom('苏明远', '经济管理学院', { state: 'used', usedBy: '苏明远', usedAt: now - DAY_MS }),
  invitationFrom('梁老师', '信息工程学院', { state: 'used', usedBy: '梁清和', usedAt: now - DAY_MS }),
  invitationFrom('孟回', '经济管理学院', { state: 'revoked', revokedAt: now - DAY_MS }),
  invitationFrom('迟到', '校团委', { state: 'expired', expiresAt: now - DAY_MS }),
];

export const OVER_AGE: Response<'teacher', 'overAgeList'>['people'] = [
  ['魏长风', '信息工程学院', '通信2201团支部', '1997-11'],
  ['鲁一白', '信息工程学院', '电信2202团支部', '1998-02'],
  ['阿依努尔·买买提', '材料科学与工程学院', '材料成型及控制工程2201团支部', '1998-05'],
].map(([name = '', collegeName = '', branchName = '', birthMonth = ''], index) => ({
  memberId: `member-${index}`,
  name,
  studentNumber: `2222010${index}`,
  branchName,
  collegeName,
  birthMonth,
  graduationMonth: '2026-06',
}));
