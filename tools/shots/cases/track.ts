import type { RouteId, WayId } from '../../../miniprogram/domain/rules/ways';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import {
  APPROVED,
  BEGUN,
  did,
  drafted,
  graduate,
  secretary,
  showing,
  system,
  teacher,
  transfer,
  WHO,
  type Transfer,
  type Entry,
} from './transfer-replies';

const stopped = { deadlineAt: null } as const;
const refused = (
  reason: string,
  rest: Partial<Entry> = {},
  by: Entry['by'] = graduate,
): Partial<Transfer> => ({
  ...stopped,
  reason,
  timeline: [...APPROVED, did('06-12 08:50', 'report-refused', by, { note: reason, ...rest })],
});
const byCollege = (state: TransferState, wayId: WayId, routeId: RouteId, timeline: Entry[]): Transfer =>
  transfer(state, {
    wayId,
    routeId,
    fields: {},
    screenshots: [],
    initiatedAt: null,
    ...stopped,
    timeline: [did('06-10 08:10', 'choose-way', graduate, { attempt: 0, wayId }), ...timeline],
  });
const registered = did('06-10 08:30', 'register', graduate);
const recorded = did('06-11 10:00', 'record', teacher);
const completed = did('06-11 10:00', 'complete', system);
const first: Transfer['past'][number] = {
  attempt: 1,
  wayId: 'employed',
  routeId: 'direct',
  organisation: '云栖软件园综合团支部',
  initiatedAt: chinaTime('06-03 20:30'),
  endedAs: 'refused',
  reason: '组织选错了',
};
const again: Partial<Transfer> = {
  attempt: 2,
  wayId: 'no-organisation',
  routeId: 'current-residence',
  fields: { organisation: '上海市浦东新区张江镇学社衔接临时团支部' },
  initiatedAt: chinaTime('06-12 09:30'),
  deadlineAt: chinaTime('06-27 09:30'),
  past: [first],
  timeline: [
    ...APPROVED,
    did('06-12 08:50', 'report-refused', secretary, { note: '组织选错了', seenOnSystem: true }),
    did('06-12 09:10', 'choose-way', graduate, { wayId: 'no-organisation' }),
    did('06-12 09:35', 'submit', graduate, { attempt: 2 }),
  ],
};
const timedOut: Partial<Transfer> = {
  deadlineAt: chinaTime('06-10 09:00'),
  timeline: [...APPROVED, did('06-10 09:00', 'time-out', system)],
};

/** Following a transfer, in every state. */
export const TRACK_CASES: readonly ScreenCase[] = [
  showing('track-draft', 'track', drafted('employed', 'direct')),
  showing('track-submitted', 'track', transfer('submitted', { timeline: BEGUN })),
  showing(
    'track-returned',
    'track',
    transfer('returned', {
      ...stopped,
      reason: '截图看不清，请重新截一张',
      timeline: [...BEGUN, did('06-04 15:12', 'return', teacher, { note: '截图看不清，请重新截一张' })],
    }),
  ),
  showing('track-approved-soon', 'track', transfer('approved', { deadlineAt: chinaTime('06-14 10:20') })),
  showing('track-last-day', 'track', transfer('approved', { deadlineAt: chinaTime('06-12 18:00') })),
  showing(
    'track-refused-seen',
    'track',
    transfer('refused', refused('没写原因', { seenOnSystem: true }, secretary)),
  ),
  showing('track-refused-other', 'track', transfer('refused', refused('说我的档案还没到'))),
  showing('track-refused-ask', 'track', transfer('approved'), { taps: ['被对方退回'] }),
  showing('track-accepted-ask', 'track', transfer('approved'), { taps: ['对方已接收'] }),
  showing('track-withdraw-ask', 'track', transfer('submitted', { timeline: BEGUN }), {
    taps: ['撤回这次申请'],
  }),
  showing('track-overdue', 'track', transfer('timedOut', timedOut)),
  showing(
    'track-overdue-national',
    'track',
    transfer('timedOut', { ...timedOut, rulebookId: 'national-2024' }),
  ),
  showing(
    'track-accepted',
    'track',
    transfer('accepted', { timeline: [...APPROVED, did('06-12 08:50', 'report-accepted', graduate)] }),
  ),
  showing(
    'track-withdrawn',
    'track',
    transfer('withdrawn', { ...stopped, timeline: [...BEGUN, did('06-04 09:00', 'withdraw', graduate)] }),
  ),
  showing(
    'track-completed',
    'track',
    transfer('completed', {
      timeline: [
        ...APPROVED,
        did('06-10 08:50', 'report-accepted', secretary, { seenOnSystem: true }),
        did('06-11 14:20', 'complete', teacher),
      ],
    }),
  ),
  showing(
    'track-hidden',
    'track',
    transfer('approved', { deadlineAt: chinaTime('06-18 10:20'), timelineHidden: 1 }),
  ),
  showing('track-attempts', 'track', transfer('submitted', again)),
  showing('track-registered-army', 'track', byCollege('registered', 'army', 'direct', [registered])),
  showing(
    'track-recorded-keep',
    'track',
    byCollege('recorded', 'study-abroad', 'keep', [registered, recorded]),
  ),
  showing(
    'track-completed-deferred',
    'track',
    byCollege('completed', 'deferred', 'direct', [registered, recorded, completed]),
  ),
  showing(
    'track-confidential',
    'track',
    transfer('approved', { wayId: 'confidential', fields: {}, screenshots: [], ...stopped }),
  ),
  { name: 'track-loading', who: WHO, page: pagePath('track'), cloud: 'silent' },
  { name: 'track-failing', who: WHO, page: pagePath('track'), cloud: 'failing' },
  {
    name: 'track-crowded',
    who: WHO,
    page: pagePath('track'),
    replies: { graduate: { home: { refused: { code: 'BUSY' } } } },
  },
  {
    name: 'track-month-used-up',
    who: WHO,
    page: pagePath('track'),
    replies: { graduate: { home: { refused: { code: 'MONTH_USED_UP' } } } },
  },
];
