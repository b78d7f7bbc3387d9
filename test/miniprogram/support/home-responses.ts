/** A graduate's state as the cloud would say it, for views and pictures. */
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import type { HomeResponse } from '../../../miniprogram/services/own-transfer';
import { chinaTime as at } from '../../../tools/preview/seed/deed';
import {
  drafted,
  graduate,
  home,
  system,
  teacher,
  transfer,
} from '../../../tools/shots/cases/transfer-replies';

export { at };

export const NOW = at('06-12 09:41');

type Transfer = NonNullable<HomeResponse['transfer']>;
type Reset = NonNullable<HomeResponse['resetRequest']>;

export const transferIn = (state: TransferState, change: Partial<Transfer> = {}): Transfer =>
  transfer(state, {
    version: 4,
    fields: {
      organisation: '澄江智能装备（上海）有限公司团支部',
      initiatedAt: at('06-03 10:20'),
      parentContact: { name: '林母', phone: '13800000000' },
    },
    draft: { organisation: '澄江' },
    timeline: [
      { at: at('05-30 21:05'), step: 'choose-way', by: graduate, attempt: 0 },
      { at: at('06-03 10:20'), step: 'initiated', by: graduate, attempt: 1 },
      { at: at('06-03 10:26'), step: 'submit', by: graduate, attempt: 1 },
      { at: at('06-04 15:12'), step: 'approve', by: teacher, attempt: 1 },
      { at: at('06-11 09:00'), step: 'reminded', by: system, attempt: 1 },
    ],
    ...change,
  });

/** A way is chosen and nothing typed yet. */
export const draftOf = (change: Partial<Transfer> = {}): Transfer =>
  drafted(change.wayId ?? 'employed', change.routeId ?? 'direct', { version: 2, timeline: [], ...change });

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
export const homeResponse = (change: Partial<HomeResponse> = {}): HomeResponse =>
  home(transferIn('approved'), {
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
    comingReminders: [
      { kind: 'deadline-near', dueAt: at('06-15 09:00') },
      { kind: 'deadline-near', dueAt: at('06-17 09:00') },
      { kind: 'timed-out', dueAt: at('06-18 10:20') },
    ],
    ...change,
  });

/** A graduate who has just signed in. */
export const newcomer = (change: Partial<HomeResponse> = {}): HomeResponse =>
  homeResponse({
    loginConfirmedAt: null,
    transfer: null,
    unread: 0,
    latestNotice: null,
    comingReminders: [],
    ...change,
  });
