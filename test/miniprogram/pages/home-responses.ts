/** A graduate's state as the cloud would say it, for views and pictures. */
import type { TransferState } from '../../../miniprogram/domain/model';
import type { HomeResponse } from '../../../miniprogram/services/own-transfer';

/** China time, epoch ms: `at('06-12 09:41')` in 2026. */
export const at = (monthDayTime: string): number =>
  Date.parse(`2026-${monthDayTime.replace(' ', 'T')}:00+08:00`);

export const NOW = at('06-12 09:41');

type Transfer = NonNullable<HomeResponse['transfer']>;
type Reset = NonNullable<HomeResponse['resetRequest']>;

const graduate = { role: 'graduate', name: '林晚' } as const;
const teacher = { role: 'teacher', name: '周岚' } as const;

export const transferIn = (state: TransferState, change: Partial<Transfer> = {}): Transfer => ({
  id: 't-1',
  version: 4,
  state,
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: {
    organisation: '澄江智能装备（上海）有限公司团支部',
    initiatedAt: at('06-03 10:20'),
    parentContact: { name: '林母', phone: '13800000000' },
  },
  draft: { organisation: '澄江' },
  screenshots: [{ fileId: 'cloud://env/shots/1.png', url: '' }],
  initiatedAt: at('06-03 10:20'),
  deadlineAt: at('06-18 10:20'),
  reason: null,
  timeline: [
    { at: at('05-30 21:05'), step: 'choose-way', by: graduate, attempt: 0 },
    { at: at('06-03 10:20'), step: 'initiated', by: graduate, attempt: 1 },
    { at: at('06-03 10:26'), step: 'submit', by: graduate, attempt: 1 },
    { at: at('06-04 15:12'), step: 'approve', by: teacher, attempt: 1 },
    { at: at('06-11 09:00'), step: 'reminded', by: { role: 'system', name: '系统' }, attempt: 1 },
  ],
  past: [],
  ...change,
});

export const resetIn = (state: Reset['state'], change: Partial<Reset> = {}): Reset => ({
  id: 'r-1',
  state,
  handler: { role: 'secretary', name: '许嘉宁' },
  note: null,
  requestedAt: at('06-12 08:30'),
  issuedAt: state === 'waiting' || state === 'escalated' ? null : at('06-12 09:40'),
  expiresAt: state === 'waiting' || state === 'escalated' ? null : at('06-14 09:40'),
  escalatesAt: at('06-13 08:30'),
  ...change,
});

/** A graduate halfway: approved, six days left. */
export const homeResponse = (change: Partial<HomeResponse> = {}): HomeResponse => ({
  member: {
    id: 'm-1',
    name: '林晚',
    branchName: '通信2201团支部',
    collegeName: '光电学院',
    secretaryName: '许嘉宁',
    teacherName: '周岚',
    isSecretary: false,
    hasLeaguePost: false,
    overAge: false,
  },
  season: { id: '2026', name: '2026 届', rulebookId: 'usst-2020', deadlineAt: at('06-30 23:59') },
  loginConfirmedAt: at('05-28 20:00'),
  transfer: transferIn('approved'),
  resetRequest: null,
  unread: 2,
  latestNotice: {
    id: 'n-1',
    kind: 'approved',
    title: '周岚老师批准了你的转出申请',
    text: '下一步等对方接收，最晚 6月18日。',
    page: 'pages/track/track',
    at: at('06-04 15:12'),
    read: false,
  },
  subscription: {
    templateIds: {
      progress: 'tmpl-progress',
      deadline: 'tmpl-deadline',
      code: 'tmpl-code',
      task: 'tmpl-task',
    },
    credits: { progress: 1, deadline: 2, code: 0, task: 0 },
  },
  plannedReminders: [
    { kind: 'deadline-near', dueAt: at('06-15 09:00') },
    { kind: 'deadline-near', dueAt: at('06-17 09:00') },
    { kind: 'timed-out', dueAt: at('06-18 10:20') },
  ],
  now: NOW,
  ...change,
});

/** A graduate who has just signed in. */
export const newcomer = (change: Partial<HomeResponse> = {}): HomeResponse =>
  homeResponse({
    loginConfirmedAt: null,
    transfer: null,
    unread: 0,
    latestNotice: null,
    plannedReminders: [],
    ...change,
  });
