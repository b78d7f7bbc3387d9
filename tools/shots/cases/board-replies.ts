/** Figures of a college in the middle of its season: every chart has something to show. */
import { chinaDay, DAY_MS } from '../../../miniprogram/domain/calendar/china-time';
import type { Response } from '../../../miniprogram/contract';
import type { PeopleStep } from '../../../miniprogram/domain/people/steps';
import type { WayId } from '../../../miniprogram/domain/rules/ways';
import { chinaTime } from '../../preview/seed/deed';

type Board = Response<'teacher', 'board'>;

const NOW = chinaTime('06-12 09:41');

/** Step: who stands there, who has come at least that far. */
const FUNNEL: readonly [PeopleStep, number, number][] = [
  ['bind', 7, 258],
  ['login', 5, 251],
  ['choose', 8, 246],
  ['fill', 17, 238],
  ['college', 12, 221],
  ['receiver', 23, 209],
  ['card', 64, 186],
  ['done', 122, 122],
];
const WAYS: readonly [WayId, number, number][] = [
  ['employed', 104, 82],
  ['further-study', 71, 64],
  ['no-organisation', 38, 27],
  ['study-abroad', 12, 5],
  ['deferred', 6, 3],
  ['army', 4, 3],
  ['confidential', 2, 1],
  ['work-abroad', 1, 1],
];
const BRANCHES: readonly [name: string, transferred: number, members: number][] = [
  ['电信2202团支部', 15, 31],
  ['计算机2204团支部', 18, 29],
  ['通信2201团支部', 19, 28],
  ['计算机2201团支部', 24, 30],
  ['通信2203团支部', 27, 30],
  ['微电子科学与工程（卓越班）2201团支部', 28, 34],
  ['数据2201团支部', 30, 41],
  ['软件2203团支部', 25, 35],
];
const DEADLINES = [2, 4, 1, 3, 0, 5, 6, 2, 1, 0, 3, 1, 0, 2, 1, 0];
const ARRIVALS = [3, 5, 9, 14, 12, 18, 22, 27, 31, 25, 20];

const at = (days: number): { day: number; at: number } => ({
  day: chinaDay(NOW) + days,
  at: NOW + days * DAY_MS,
});

const BY_STATE: Board['byState'] = [
  { state: 'draft', count: 17 },
  { state: 'submitted', count: 9 },
  { state: 'registered', count: 3 },
  { state: 'approved', count: 18 },
  { state: 'refused', count: 3 },
  { state: 'timedOut', count: 2 },
  { state: 'accepted', count: 64 },
  { state: 'completed', count: 122 },
];

export const FULL_BOARD: Board = {
  college: { id: 'college-1', name: '信息工程学院' },
  members: 258,
  funnel: FUNNEL.map(([step, here, reached]) => ({ step, here, reached })),
  byState: BY_STATE,
  decided: 206,
  byBranch: BRANCHES.map(([name, transferred, members], index) => ({
    id: name,
    name,
    members,
    transferred,
    started: members - 2,
    stuck: 1,
    decided: Math.min(members, transferred + 3),
    leftOut: 0,
    inCharge: index % 4 === 3 ? [] : [['秦朗', '白露', '许嘉宁'][index % 3] ?? ''],
  })),
  byCollege: [],
  byWay: WAYS.map(([wayId, started, transferred]) => ({ wayId, started, transferred })),
  deadlines: DEADLINES.map((count, days) => ({ ...at(days), count })),
  rate: {
    transferred: 186,
    members: 258,
    leftOut: 4,
    percent: 72.1,
    targets: [
      { at: chinaTime('06-30 23:59'), percent: 80, met: false },
      { at: chinaTime('09-30 23:59'), percent: 95, met: false },
    ],
  },
  trend: ARRIVALS.map((transferred, index) => ({
    ...at(index - ARRIVALS.length + 1),
    submitted: transferred + 2,
    transferred,
  })),
  now: NOW,
};

/** Under rules that have a second share counted beside 转接率. */
export const BOARD_WITH_MEASURE: Board = {
  ...FULL_BOARD,
  measures: [
    {
      id: 'employers',
      label: '单位团组织转接率',
      meaning: '已经转到单位团组织的人 ÷ 名单上的人，选了升学的和不计入转接率的人不算在内，还没选去向的算。',
      transferred: 87,
      members: 171,
      percent: 50.9,
    },
  ],
};
