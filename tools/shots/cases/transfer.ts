import type { Response } from '../../../miniprogram/domain/contract';
import type { RouteId, TransferState, WayId } from '../../../miniprogram/domain/model';
import { pagePath } from '../../../miniprogram/domain/pages';
import { rulebookOf } from '../../../miniprogram/rulebooks';
import { chinaTime } from '../../preview/seed/story';
import type { ScreenCase } from './screen-case';

type Home = Response<'graduate', 'home'>;
type Transfer = NonNullable<Home['transfer']>;
type Entry = Transfer['timeline'][number];

const WHO = '林晚';
const NOW = chinaTime('06-12 09:41');
const ORGANISATION = '澄江智能装备（上海）有限公司团支部';
const HERE = { names: ['上海市', '市辖区', '浦东新区', '张江镇'], code: '310115125' };
/** Where the picker of an old phone ends. */
const DISTRICT = { names: ['上海市', '上海市', '浦东新区'], code: '310115' };
const THERE = { names: ['山东省', '青岛市', '崂山区', '中韩街道'], code: '370212001' };
const FILLED: Transfer['draft'] = {
  region: HERE,
  organisation: ORGANISATION,
  initiatedAt: chinaTime('06-12 09:20'),
  registeredResidence: THERE,
  currentResidence: HERE,
  parentContact: { name: '王建平', phone: '13800000000' },
  expectedGraduation: '2027-06',
};
const KEEP: Transfer['draft'] = {
  registeredResidence: FILLED.registeredResidence,
  currentResidence: HERE,
};
const PICTURE =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="#f4f4f4"/><rect width="300" height="60" fill="#b3312a"/><rect x="20" y="320" width="260" height="44" fill="#b3312a"/><g fill="#555" font-size="20"><text x="20" y="110">姓名　林晚</text><text x="20" y="160">接转原因　工作</text><text x="20" y="210">申请转入组织</text></g></svg>',
  );
const shot = (number: number) => ({ fileId: `cloud://shots/${number}.png`, url: PICTURE });

const graduate = { role: 'graduate', name: WHO } as const;
const teacher = { role: 'teacher', name: '周岚' } as const;
const secretary = { role: 'secretary', name: '许嘉宁' } as const;
const system = { role: 'system', name: '系统' } as const;
const did = (at: string, step: Entry['step'], by: Entry['by'], rest: Partial<Entry> = {}): Entry => ({
  at: chinaTime(at),
  step,
  by,
  attempt: 1,
  ...rest,
});

const BEGUN: Entry[] = [
  did('06-03 09:58', 'choose-way', graduate, { attempt: 0, wayId: 'employed' }),
  did('06-03 10:26', 'submit', graduate),
];
const APPROVED: Entry[] = [...BEGUN, did('06-04 15:12', 'approve', teacher)];

const transfer = (state: TransferState, more: Partial<Transfer> = {}): Transfer => ({
  id: 'shown',
  version: 3,
  state,
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: { organisation: ORGANISATION, region: HERE, initiatedAt: chinaTime('06-03 10:20') },
  draft: {},
  screenshots: [shot(1)],
  initiatedAt: chinaTime('06-03 10:20'),
  deadlineAt: chinaTime('06-18 10:20'),
  reason: null,
  timeline: APPROVED,
  past: [],
  ...more,
});

const home = (shown: Transfer, more: Partial<Home> = {}): Home => ({
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
  },
  season: { id: '2026', name: '2026届', rulebookId: 'usst-2020', deadlineAt: chinaTime('06-30 23:59') },
  loginConfirmedAt: chinaTime('05-28 20:00'),
  transfer: shown,
  resetRequest: null,
  unread: 1,
  latestNotice: null,
  subscription: { templateIds: {}, credits: {} } as unknown as Home['subscription'],
  plannedReminders: [],
  now: NOW,
  ...more,
});

const showing = (
  name: string,
  page: 'form' | 'review' | 'track',
  shown: Transfer,
  rest: Partial<ScreenCase> = {},
  more: Partial<Home> = {},
): ScreenCase => ({
  name,
  who: WHO,
  page: pagePath(page),
  replies: { graduate: { home: home(shown, more) } },
  ...rest,
});

const drafted = (wayId: WayId, routeId: RouteId, more: Partial<Transfer> = {}): Transfer =>
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

/** What a route's form may hold of all that could be typed. */
const filled = (required: readonly string[], organisation: string): Partial<Transfer> => ({
  draft: Object.fromEntries(
    Object.entries({ ...FILLED, organisation }).filter(([field]) => required.includes(field)),
  ),
  screenshots: required.includes('screenshots') ? [shot(1)] : [],
});

const NAMES: Partial<Record<WayId, string>> = {
  employed: ORGANISATION,
  'further-study': '江东大学信息学院2026级硕士第一团支部',
};

/** Forms with nothing in them that differ in what they ask for. */
const EMPTY = ['employed-direct', 'confidential-direct', 'study-abroad-keep', 'deferred-direct'];

/** Every route's form, filled in, and its review. */
const ROUTES: ScreenCase[] = (rulebookOf('usst-2020')?.ways ?? []).flatMap(({ id: way, routes }) =>
  routes.flatMap(({ id: route, required }) => {
    const done = filled(required, NAMES[way] ?? '上海市浦东新区张江镇学社衔接临时团支部');
    const name = `${way}-${route}`;
    return [
      ...(EMPTY.includes(name) ? [showing(`form-${name}-empty`, 'form', drafted(way, route))] : []),
      showing(`form-${name}`, 'form', drafted(way, route, done)),
      showing(`review-${name}`, 'review', drafted(way, route, done)),
    ];
  }),
);

const work = (more: Partial<Transfer>) => drafted('employed', 'direct', more);
const shortName = { draft: { ...FILLED, organisation: '澄江智能装备（上海）有限公司' } };

const FORM: readonly ScreenCase[] = [
  showing('form-doubt', 'form', work(shortName)),
  showing('form-kept', 'form', work(shortName), { taps: ['对方就叫这个名'] }),
  showing('form-id-number', 'form', work({ draft: { ...FILLED, organisation: '林晚 11010519491231002X' } })),
  showing(
    'form-id-number-contact',
    'form',
    drafted('study-abroad', 'keep', {
      draft: { ...KEEP, parentContact: { name: '王建平 11010519491231002X', phone: '' } },
    }),
  ),
  showing('form-no-streets', 'form', work({ draft: { ...FILLED, region: DISTRICT } })),
  showing('form-late', 'form', work({ draft: { ...FILLED, initiatedAt: chinaTime('06-13 09:00') } })),
  showing('form-uploading', 'form', work({ draft: FILLED }), { picks: '选截图', upload: 'stuck' }),
  showing('form-upload-failed', 'form', work({ draft: FILLED }), { picks: '选截图', upload: 'failing' }),
  showing('form-three-shots', 'form', work({ draft: FILLED, screenshots: [1, 2, 3].map(shot) })),
  showing('form-handed-in', 'form', transfer('submitted')),
  { name: 'form-loading', who: WHO, page: pagePath('form'), cloud: 'silent' },
  { name: 'form-failing', who: WHO, page: pagePath('form'), cloud: 'failing' },
  showing('review-missing', 'review', work({ draft: { organisation: ORGANISATION } })),
  { name: 'review-loading', who: WHO, page: pagePath('review'), cloud: 'silent' },
  { name: 'review-failing', who: WHO, page: pagePath('review'), cloud: 'failing' },
];

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

const TRACK: readonly ScreenCase[] = [
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
    transfer('timedOut', timedOut),
    {},
    {
      season: {
        id: '2026',
        name: '2026届',
        rulebookId: 'national-2024',
        deadlineAt: chinaTime('06-30 23:59'),
      },
    },
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
];

/** Filling in, checking, handing in and following a transfer, on every way and in every state. */
export const TRANSFER_CASES: readonly ScreenCase[] = [...ROUTES, ...FORM, ...TRACK];
