/** What the cloud answers to somebody whose transfer is shown. */
import { waitsForOf } from '../../../miniprogram/domain/transfer/waits-for';
import type { Response } from '../../../miniprogram/contract';
import type { RouteId, WayId } from '../../../miniprogram/domain/rules/ways';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { pagePath } from '../../../miniprogram/domain/reminding/pages';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';

type Home = Response<'graduate', 'home'>;
export type Transfer = NonNullable<Home['transfer']>;
export type Entry = Transfer['timeline'][number];

export const WHO = '林晚';
const NOW = chinaTime('06-12 09:41');
export const ORGANISATION = '澄江智能装备（上海）有限公司团支部';
const HERE = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };
/** Where the picker of an old phone ends. */
export const DISTRICT = { names: ['上海市', '上海市', '浦东新区'], code: '310115' };
const THERE = { names: ['山东省', '青岛市', '崂山区', '中韩街道'], code: '370212001' };
export const FILLED: Transfer['draft'] = {
  region: HERE,
  organisation: ORGANISATION,
  initiatedAt: chinaTime('06-12 09:20'),
  registeredResidence: THERE,
  currentResidence: HERE,
  parentContact: { name: '王建平', phone: '13800000000' },
  expectedGraduation: '2027-06',
};
export const KEEP: Transfer['draft'] = {
  registeredResidence: FILLED.registeredResidence,
  currentResidence: HERE,
};
const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="#f4f4f4"/><rect width="300" height="60" fill="#b3312a"/><rect x="20" y="320" width="260" height="44" fill="#b3312a"/><g fill="#555" font-size="20"><text x="20" y="110">姓名　林晚</text><text x="20" y="160">接转原因　工作</text><text x="20" y="210">申请转入组织</text></g></svg>',
  );
export const shot = (number: number) => ({ fileId: `cloud://shots/${number}.png`, url: PICTURE });

export const graduate = { role: 'graduate', name: WHO } as const;
export const teacher = { role: 'teacher', name: '周岚' } as const;
export const secretary = { role: 'secretary', name: '许嘉宁' } as const;
export const system = { role: 'system', name: '系统' } as const;
export const did = (at: string, step: Entry['step'], by: Entry['by'], rest: Partial<Entry> = {}): Entry => ({
  at: chinaTime(at),
  step,
  by,
  attempt: 1,
  ...rest,
});

export const BEGUN: Entry[] = [
  did('06-03 09:58', 'choose-way', graduate, { attempt: 0, wayId: 'employed' }),
  did('06-03 10:26', 'submit', graduate),
];
export const APPROVED: Entry[] = [...BEGUN, did('06-04 15:12', 'approve', teacher)];

export const transfer = (state: TransferState, more: Partial<Transfer> = {}): Transfer => ({
  id: 'shown',
  version: 3,
  rulebookId: 'usst-2020',
  state,
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: { organisation: ORGANISATION, region: HERE, initiatedAt: chinaTime('06-03 10:20') },
  draft: {},
  screenshots: [shot(1)],
  initiatedAt: chinaTime('06-03 10:20'),
  deadlineAt: chinaTime('06-18 10:20'),
  clock: { days: 15, outcome: 'accepted' },
  opensAt: null,
  waitsFor: waitsForOf({ state, pending: ['college'], paper: 'graduate' }),
  pending: [],
  approvedAt: null,
  reason: null,
  timeline: APPROVED,
  past: [],
  ...more,
});

export const home = (shown: Transfer | null, more: Partial<Home> = {}): Home => ({
  member: {
    id: 'shown',
    name: WHO,
    branchName: '通信2201团支部',
    collegeName: '信息工程学院',
    secretaryName: '许嘉宁',
    teacherName: '周岚',
    isSecretary: false,
    hasLeaguePost: false,
    overAge: false,
    age: 'under',
  },
  season: {
    id: '2026',
    name: '2026届',
    rulebookId: 'usst-2020',
    deadlineAt: chinaTime('06-30 23:59'),
    openedAt: chinaTime('05-20 09:00'),
  },
  loginConfirmedAt: chinaTime('05-28 20:00'),
  transfer: shown,
  resetRequest: null,
  unread: 1,
  latestNotice: null,
  subscription: { templateIds: {}, credits: {} } as unknown as Home['subscription'],
  comingReminders: [],
  now: NOW,
  ...more,
});

export const showing = (
  name: string,
  page: 'home' | 'form' | 'review' | 'track' | 'changed' | 'forReceiver' | 'receiverPhone',
  shown: Transfer | null,
  rest: Partial<ScreenCase> = {},
  more: Partial<Home> = {},
): ScreenCase => ({
  name,
  who: WHO,
  page: pagePath(page),
  replies: { graduate: { home: home(shown, more) } },
  ...rest,
});

export const drafted = (wayId: WayId, routeId: RouteId, more: Partial<Transfer> = {}): Transfer =>
  transfer('draft', {
    wayId,
    routeId,
    attempt: 0,
    fields: {},
    draft: {},
    screenshots: [],
    initiatedAt: null,
    deadlineAt: null,
    timeline: BEGUN.slice(0, 1),
    ...more,
  });
