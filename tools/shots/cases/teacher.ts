import { DESK_WITH_LETTER } from './offline-replies';
import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { personNamed } from '../../preview/seed/college';
import { BOARD_WITH_MEASURE, FULL_BOARD } from './board-replies';
import type { ScreenCase } from './screen-case';

const DESK = pagePath('teacherDesk');
const BOARD = pagePath('teacherDesk', { tab: 'board' });
/** What the phone hears of an unbinding: the branch has another code from now on. */
const UNBOUND: Response<'teacher', 'unbindMember'> = { inviteCode: 'K7M2QX' };
/** The same person under a wrong number, never signed in. */
const FOUND_TWIN: Response<'teacher', 'findPeople'> = {
  people: [
    {
      memberId: 'm-twin',
      name: '杨雨彤',
      studentNumber: '2210320499',
      branchId: 'b-twin',
      branchName: '计算机2204团支部',
      bound: false,
      step: 'bind',
      transferId: null,
      version: null,
      state: null,
      shown: 'none',
      wayId: null,
      deadlineAt: null,
      collegeName: '信息工程学院',
    },
  ],
  total: 1,
  branches: [],
  now: 1_781_000_000_000,
};
const NOBODY = { approval: 0, registration: 0, refusal: 0, timeout: 0, code: 0, overAge: 0 };
const waiting = (
  items: Response<'teacher', 'queue'>['items'],
  counts: Partial<Response<'teacher', 'queue'>['counts']>,
): Response<'teacher', 'queue'> => ({
  college: { id: 'c-1', name: '信息工程学院' },
  items,
  next: null,
  counts: { ...NOBODY, ...counts },
  rulebookId: 'usst-2020',
  subscription: {
    templateIds: { progress: '', deadline: '', code: '', task: '' },
    credits: { progress: 0, deadline: 0, code: 0, task: 9 },
  },
  now: Date.UTC(2026, 5, 12, 1, 30),
});
const MANY_TIMEOUTS = waiting(
  Array.from({ length: 449 }, (_, index) => ({
    kind: 'timeout' as const,
    id: `t-${index}`,
    memberId: `m-${index}`,
    memberName: `同学${index + 1}`,
    branchName: `计算机22${String((index % 9) + 1).padStart(2, '0')}团支部`,
    wayId: 'employed',
    since: 0,
    deadlineAt: Date.UTC(2026, 5, 10, 8, 30),
    reason: null,
    version: 4,
  })),
  { timeout: 449 },
);
const ONE_CODE = waiting(
  [
    {
      kind: 'code',
      id: 'r-1',
      memberId: 'm-1',
      memberName: '何一凡',
      branchName: '通信2201团支部',
      wayId: null,
      since: Date.UTC(2026, 5, 11, 1, 30),
      deadlineAt: null,
      reason: '团员列表里找不到这位同学',
      version: null,
    },
  ],
  { code: 1 },
);
const AT = Date.UTC(2026, 5, 12, 1, 30);
const correctedAt = (minutes: number) => ({
  by: '周岚',
  at: AT - minutes * 60_000,
  until: AT - minutes * 60_000 + 86_400_000,
});
const CORRECTED: Response<'teacher', 'corrections'> = {
  corrections: [
    {
      id: 'x-1',
      kind: 'merge-members',
      name: '杨雨桐',
      studentNumber: '2210320411',
      other: '杨雨彤 2210320499',
      people: 0,
      ...correctedAt(4),
    },
    {
      id: 'x-2',
      kind: 'merge-branch',
      name: '计算机2203班团支部',
      studentNumber: '',
      other: '计算机2203团支部',
      people: 31,
      ...correctedAt(60),
    },
    {
      id: 'x-3',
      kind: 'remove-member',
      name: '陈晓',
      studentNumber: '2210320455',
      other: '',
      people: 0,
      ...correctedAt(200),
    },
  ],
  now: AT,
};
const cardsOf = (name: string): string =>
  pagePath('teacherCards', { search: personNamed(name).studentNumber });

/** Queue, decisions, board, people and card desk, with much, little and nothing to show. */
const WORK_CASES: readonly ScreenCase[] = [
  { name: 'teacher-queue', who: '周岚', page: DESK },
  { name: 'teacher-queue-picked', who: '周岚', page: DESK, taps: ['全选 3 条'] },
  { name: 'teacher-batch', who: '周岚', page: DESK, taps: ['全选 3 条', '批准 3 条'] },
  { name: 'teacher-queue-return', who: '周岚', page: DESK, taps: ['全选 3 条', /^退回$/] },
  { name: 'computer-queue', who: '周岚', page: DESK, onComputer: true },
  {
    name: 'computer-queue-picked',
    who: '周岚',
    page: DESK,
    onComputer: true,
    taps: ['全选 3 条'],
    keys: ['j'],
  },
  { name: 'computer-board', who: '周岚', page: BOARD, onComputer: true },
  {
    name: 'computer-people',
    who: '周岚',
    page: pagePath('teacherPeople', { filter: JSON.stringify({ by: 'step', step: 'college' }) }),
    onComputer: true,
    keys: ['j', 'j'],
  },
  {
    name: 'computer-find',
    who: '周岚',
    page: pagePath('teacherFind', { text: '通信' }),
    onComputer: true,
    taps: ['林晚'],
  },
  { name: 'teacher-queue-none', who: '苏明远', page: DESK },
  { name: 'teacher-queue-failing', who: '周岚', page: DESK, cloud: 'failing' },
  { name: 'teacher-decision', who: '周岚', page: DESK, taps: ['陈可'] },
  { name: 'teacher-decision-next', who: '周岚', page: DESK, taps: ['陈可', '跳过这条'] },
  { name: 'teacher-return', who: '周岚', page: DESK, taps: ['陈可', '自己写'] },
  { name: 'teacher-registration', who: '周岚', page: DESK, taps: ['俞舟'] },
  { name: 'teacher-refusal', who: '周岚', page: DESK, taps: ['赵一鸣'] },
  { name: 'teacher-board', who: '周岚', page: BOARD },
  { name: 'teacher-board-words', who: '周岚', page: BOARD, taps: ['用文字看'] },
  { name: 'teacher-board-full', who: '周岚', page: BOARD, replies: { teacher: { board: FULL_BOARD } } },
  {
    name: 'teacher-board-full-words',
    who: '周岚',
    page: BOARD,
    taps: ['用文字看'],
    replies: { teacher: { board: FULL_BOARD } },
  },
  { name: 'teacher-board-none', who: '苏明远', page: BOARD },
  {
    name: 'teacher-friday',
    who: '周岚',
    page: pagePath('teacherFriday'),
    replies: { teacher: { board: FULL_BOARD } },
  },
  {
    name: 'teacher-board-measure',
    who: '周岚',
    page: BOARD,
    replies: { teacher: { board: BOARD_WITH_MEASURE } },
  },
  {
    name: 'teacher-friday-measure',
    who: '周岚',
    page: pagePath('teacherFriday'),
    replies: { teacher: { board: BOARD_WITH_MEASURE } },
  },
  { name: 'teacher-board-terms', who: '周岚', page: BOARD, taps: ['怎么算的'] },
  { name: 'teacher-people', who: '周岚', page: BOARD, taps: ['看名单'] },
  { name: 'teacher-people-branch', who: '周岚', page: BOARD, taps: ['计算机2203'] },
  { name: 'teacher-person', who: '周岚', page: BOARD, taps: ['计算机2203', '俞舟'] },
  { name: 'teacher-unbind', who: '周岚', page: BOARD, taps: ['计算机2203', '俞舟', '解绑微信'] },
  {
    name: 'teacher-unbound-code',
    who: '周岚',
    page: BOARD,
    taps: ['计算机2203', '俞舟', '解绑微信', '换了微信号', /^解绑$/],
    replies: { teacher: { unbindMember: UNBOUND } },
  },
  { name: 'teacher-find', who: '周岚', page: pagePath('teacherFind', { text: '计算机2203 y' }) },
  { name: 'teacher-find-answer', who: '周岚', page: pagePath('teacherFind', { text: '对方不接收' }) },
  { name: 'teacher-find-empty', who: '周岚', page: pagePath('teacherFind') },
  { name: 'teacher-correct', who: '周岚', page: BOARD, taps: ['计算机2203', '杨雨桐', '更正姓名、学号'] },
  {
    name: 'teacher-merge',
    who: '周岚',
    page: BOARD,
    taps: ['计算机2203', '杨雨桐', '和另一条并成一条'],
    replies: { teacher: { findPeople: FOUND_TWIN } },
  },
  {
    name: 'teacher-merge-effect',
    who: '周岚',
    page: BOARD,
    taps: ['计算机2203', '杨雨桐', '和另一条并成一条', '杨雨彤 2210320499'],
    replies: { teacher: { findPeople: FOUND_TWIN } },
  },
  {
    name: 'teacher-corrections',
    who: '周岚',
    page: pagePath('teacherCorrections'),
    replies: { teacher: { corrections: CORRECTED } },
  },
  { name: 'teacher-cards', who: '周岚', page: pagePath('teacherCards') },
  { name: 'teacher-cards-ready', who: '周岚', page: cardsOf('张子衿') },
  {
    name: 'teacher-cards-letter',
    who: '周岚',
    page: cardsOf('张子衿'),
    taps: [/^办好了$/],
    replies: { teacher: { cardLookup: DESK_WITH_LETTER } },
  },
  { name: 'teacher-cards-done', who: '周岚', page: cardsOf('王思齐') },
  { name: 'teacher-queue-later', who: '周岚', page: DESK, at: '06-19 09:30' },
  {
    name: 'teacher-timeouts',
    who: '周岚',
    page: DESK,
    taps: [/^已到期 449/, '全选 449 条', '转到了 449 条'],
    replies: { teacher: { queue: MANY_TIMEOUTS } },
  },
  {
    name: 'teacher-code-close',
    who: '周岚',
    page: DESK,
    taps: [/^验证码 1$/, '填验证码', '给不了码，结束这次求助'],
    replies: { teacher: { queue: ONE_CODE } },
  },
  { name: 'teacher-close', who: '周岚', page: DESK, taps: ['赵一鸣', '不会再办了，结束这一条'] },
  { name: 'teacher-timeout', who: '周岚', page: DESK, taps: ['秦朗'], at: '06-19 09:30' },
];

/** The college teacher's and the committee's screens. */
export const TEACHER_CASES: readonly ScreenCase[] = [
  { name: 'sign-in-as-teacher', who: 'stranger', page: pagePath('signIn', { as: 'teacher' }) },
  ...WORK_CASES,
];
