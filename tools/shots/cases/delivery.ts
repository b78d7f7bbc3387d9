import type { Response } from '../../../miniprogram/contract';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import { COLLEGE_SEASON } from './season-replies';

type Health = Response<'teacher', 'health'>;
type DeadLetter = Response<'teacher', 'deadLetters'>['items'][number];

const NOW = chinaTime('06-12 09:41');
const SEASON = pagePath('teacherDesk', { tab: 'season' });
const MINUTE = 60_000;

const health = (more: Partial<Health>): Health => ({
  dueNow: 2,
  heldNow: 0,
  unbound: 0,
  oldestDueAt: NOW - MINUTE,
  sentToday: 128,
  unaskedToday: 0,
  refusedToday: 0,
  promptShare: 0.984,
  mayRepeatToday: 1,
  deadLetters: 0,
  alarms: [],
  unreadable: [],
  hasRobot: false,
  now: NOW,
  ...more,
});

const letter = (number: number, more: Partial<DeadLetter>): DeadLetter => ({
  id: `letter-${number}`,
  kind: 'deadline-near',
  channel: 'subscribe',
  template: 'deadline',
  title: '还剩 3 天，对方还没接收',
  recipientName: '林晚',
  dueAt: chinaTime('06-12 09:00'),
  settledAt: chinaTime('06-12 09:30'),
  attempts: 1,
  code: 47003,
  field: 'thing3',
  mayRepeat: false,
  useless: null,
  ...more,
});

const LETTERS: DeadLetter[] = [
  letter(1, {}),
  letter(2, { recipientName: '欧阳思齐', title: '今天截止，对方还没接收' }),
  letter(3, {
    title: '陈可的转出等你审批',
    recipientName: '周岚',
    template: 'task',
    code: -999,
    mayRepeat: true,
  }),
  letter(4, {
    title: '有 6 条等了很久',
    channel: 'wecom',
    recipientName: null,
    template: 'task',
    code: 93000,
  }),
  letter(5, {
    title: '白露的验证码还没填',
    template: 'task',
    code: -1,
    recipientName: '许嘉宁',
    useless: 'late',
  }),
];

const REACH: Response<'teacher', 'reach'> = {
  people: 214,
  reached: 143,
  out: { unbound: 23, off: 4, 'no-credit': 44 },
  branches: [
    {
      id: 'b1',
      name: '光电2201团支部',
      people: 31,
      reached: 9,
      out: { unbound: 14, off: 0, 'no-credit': 8 },
    },
    {
      id: 'b2',
      name: '光电2202团支部',
      people: 29,
      reached: 25,
      out: { unbound: 0, off: 1, 'no-credit': 3 },
    },
    {
      id: 'b3',
      name: '通信2201团支部',
      people: 33,
      reached: 33,
      out: { unbound: 0, off: 0, 'no-credit': 0 },
    },
  ],
  failures: [{ code: 43101, count: 6, lastAt: NOW - 50 * MINUTE }],
  now: NOW,
};
/** As the college's own teacher reads it. */
const season = (more: Partial<Health>): Response<'teacher', 'season'> => ({
  ...COLLEGE_SEASON,
  health: health(more),
});
const withReach = season({ unaskedToday: 61, refusedToday: 4, unbound: 23 });

const deadLetters = { items: LETTERS, more: false };
const shown = (name: string, more: Partial<Health>, rest: Partial<ScreenCase> = {}): ScreenCase => ({
  name: `delivery-${name}`,
  who: '周岚',
  page: SEASON,
  replies: { teacher: { season: season(more), deadLetters } },
  ...rest,
});

/** How messages reach people, on the teacher's page of the season. */
export const DELIVERY_CASES: readonly ScreenCase[] = [
  shown('healthy', {}),
  shown('inbox-only', { unaskedToday: 37, dueNow: 0, oldestDueAt: null, deadLetters: 0, alarms: [] }),
  shown('robot-set', { hasRobot: true, dueNow: 0, oldestDueAt: null, mayRepeatToday: 0, promptShare: 1 }),
  shown('robot-typing', {}, { taps: ['设置群机器人'] }),
  shown('alarm', {
    alarms: [
      {
        channel: 'subscribe',
        template: 'deadline',
        code: 47003,
        field: 'thing3',
        count: 12,
        lastAt: NOW - 11 * MINUTE,
      },
      { channel: 'wecom', template: 'task', code: 93000, field: null, count: 3, lastAt: NOW - 40 * MINUTE },
    ],
    deadLetters: 5,
    hasRobot: true,
  }),
  shown('unreadable', {
    unreadable: [
      { collection: 'notices', reason: 'newer', count: 14, lastAt: NOW - 2 * MINUTE },
      { collection: 'transfers', reason: 'malformed', count: 1, lastAt: NOW - 11 * MINUTE },
      { collection: 'transfers', reason: 'sealed', count: 2, lastAt: NOW - 40 * MINUTE },
      { collection: 'notices', reason: 'broken', count: 1, lastAt: NOW - 5 * MINUTE },
    ],
  }),
  shown('night', { dueNow: 0, oldestDueAt: null, heldNow: 14, unbound: 23, mayRepeatToday: 0 }),
  shown(
    'reach',
    { unaskedToday: 61, refusedToday: 4, unbound: 23, mayRepeatToday: 0 },
    { taps: ['微信够得着谁'], replies: { teacher: { season: withReach, reach: REACH } } },
  ),
  shown('dead-letters', { deadLetters: 5, hasRobot: true }, { taps: ['看看是哪些'] }),
];
