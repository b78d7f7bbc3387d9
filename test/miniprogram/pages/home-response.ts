import type { HomeResponse } from '../../../miniprogram/services/own-transfer';

type Transfer = NonNullable<HomeResponse['transfer']>;

/** 2026-06-03 10:30 in China. */
export const NOW = Date.UTC(2026, 5, 3, 2, 30);

export const transferOf = (part: Partial<Transfer> = {}): Transfer => ({
  id: 't1',
  version: 2,
  state: 'draft',
  wayId: 'employed',
  routeId: 'direct',
  attempt: 0,
  fields: {},
  draft: {},
  screenshots: [],
  initiatedAt: null,
  deadlineAt: null,
  reason: null,
  timeline: [],
  past: [],
  ...part,
});

export const homeOf = (part: Partial<HomeResponse> = {}): HomeResponse => ({
  member: {
    id: 'm1',
    name: '林晚',
    branchName: '通信2201团支部',
    collegeName: '信息工程学院',
    secretaryName: '许嘉宁',
    teacherName: '周岚',
    isSecretary: false,
    hasLeaguePost: false,
    overAge: false,
  },
  season: { id: '2026', name: '2026 届', rulebookId: 'usst-2020', deadlineAt: NOW },
  loginConfirmedAt: null,
  transfer: null,
  resetRequest: null,
  unread: 0,
  latestNotice: null,
  subscription: {
    templateIds: { progress: '', deadline: '', code: '', task: '' },
    credits: { progress: 0, deadline: 0, code: 0, task: 0 },
  },
  plannedReminders: [],
  now: NOW,
  ...part,
});
