/** States of a graduate in which nobody is at it, or the wait has become long. */
import { pagePath, type PageName } from '../../../miniprogram/domain/reminding/pages';
import type { TransferState } from '../../../miniprogram/domain/transfer/states';
import { chinaTime } from '../../preview/seed/deed';
import type { ScreenCase } from './screen-case';
import {
  APPROVED,
  BEGUN,
  did,
  drafted,
  FILLED,
  graduate,
  home,
  showing,
  system,
  teacher,
  transfer,
  WHO,
  type Entry,
  type Transfer,
} from './transfer-replies';

const NATIONAL = 'national-2022';
const stopped = { deadlineAt: null, clock: null } as const;

const PLANNED: Partial<Transfer> = {
  ...stopped,
  rulebookId: NATIONAL,
  wayId: 'further-study',
  fields: {},
  screenshots: [],
  initiatedAt: null,
  attempt: 0,
  opensAt: chinaTime('09-01 00:00'),
  timeline: [did('06-10 08:10', 'choose-way', graduate, { attempt: 0, wayId: 'further-study' })],
};
const LAPSED: Partial<Transfer> = {
  ...stopped,
  rulebookId: NATIONAL,
  timeline: [...APPROVED, did('06-11 10:20', 'time-out', system)],
};
/** More than a day has passed since it was handed in. */
const hurried = (...more: Entry[]): Partial<Transfer> => ({
  timeline: [...BEGUN, ...more],
  waitsFor: 'college',
  pending: ['college'],
});
const SECRET: Partial<Transfer> = {
  ...stopped,
  wayId: 'confidential',
  fields: {},
  screenshots: [],
  timeline: [...APPROVED, did('06-12 08:50', 'report-refused', graduate)],
};
const LATE: Partial<Transfer> = {
  ...hurried(),
  deadlineAt: chinaTime('06-11 10:20'),
};
const KEPT: Partial<Transfer> = {
  ...stopped,
  waitsFor: 'nobody',
  rulebookId: NATIONAL,
  wayId: 'no-organisation',
  routeId: 'keep',
  fields: {},
  screenshots: [],
  initiatedAt: null,
  timeline: [
    did('06-10 08:10', 'choose-way', graduate, { attempt: 0, wayId: 'no-organisation' }),
    did('06-10 08:30', 'register', graduate),
    did('06-11 10:00', 'record', teacher),
  ],
};

/** The same state on home and in the progress. */
const both = (name: string, state: TransferState, more: Partial<Transfer>): readonly ScreenCase[] => [
  showing(`home-${name}`, 'home', transfer(state, more)),
  showing(`track-${name}`, 'track', transfer(state, more)),
];

const far = { names: ['广东省', '深圳市', '南山区', '粤海街道'], code: '440305007' };

/** The secretary gave her number, and the college named its office and the street. */
const reachable = (
  name: string,
  page: PageName,
  query: Readonly<Record<string, string>> = {},
  taps: ScreenCase['taps'] = [],
): ScreenCase => {
  const rulebookId = 'usst-2020@c-1.1';
  const shown = home(transfer('approved', { rulebookId }));
  const season = { ...shown.season, rulebookId };
  const contacts = [
    { name: '信息工程学院团委', phone: '021-55270000', place: '行政楼 203', hours: '工作日 9:00 到 16:30' },
    { name: '浦东新区张江镇团委', phone: '021-58950000', place: '张江镇社区服务中心', hours: '' },
  ];
  return {
    name,
    who: WHO,
    page: pagePath(page, query),
    taps,
    replies: {
      graduate: { home: { ...shown, season, member: { ...shown.member, secretaryPhone: '138 0000 0000' } } },
      account: {
        rules: {
          shippedId: 'usst-2020',
          editions: [{ scopeId: 'c-1', number: 1, edits: [{ path: 'contacts', value: contacts }] }],
          now: shown.now,
        },
      },
    },
  };
};

export const BETWEEN_CASES: readonly ScreenCase[] = [
  ...both('planned', 'planned', PLANNED),
  ...both('lapsed', 'lapsed', LAPSED),
  ...both('school-late', 'submitted', LATE),
  ...both('kept', 'recorded', KEPT),
  ...both('undone', 'submitted', {
    timeline: [...APPROVED, did('06-04 15:20', 'undo-approve', teacher)],
    waitsFor: 'college',
    pending: ['college'],
  }),
  showing('track-hurry', 'track', transfer('submitted', hurried())),
  showing('track-hurried', 'track', transfer('submitted', hurried(did('06-12 09:00', 'hurry', graduate)))),
  reachable('home-contacts', 'home'),
  reachable('track-contacts', 'track'),
  reachable('login-help-contacts', 'loginHelp'),
  reachable('ask-contacts', 'home', {}, ['问一问']),
  reachable('way-result-contacts', 'wayResult', { way: 'employed', route: 'direct' }),
  showing('home-secret-refused', 'home', transfer('refused', SECRET)),
  showing('track-secret-refused', 'track', transfer('refused', SECRET)),
  showing('home-hurry', 'home', transfer('submitted', hurried())),
  showing('form-lapsed', 'form', transfer('lapsed', { ...LAPSED, draft: FILLED })),
  showing('form-own-system', 'form', drafted('employed', 'direct', { draft: { ...FILLED, region: far } })),
  showing(
    'form-too-long',
    'form',
    drafted('employed', 'direct', { draft: { ...FILLED, organisation: '澄江智能装备'.repeat(30) } }),
  ),
];
