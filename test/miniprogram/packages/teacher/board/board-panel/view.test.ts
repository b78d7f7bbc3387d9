import { PEOPLE_STEPS, type PeopleStep } from '../../../../../../miniprogram/domain/people/steps';
import {
  filterOf,
  sayRecount,
  toBoardView,
} from '../../../../../../miniprogram/packages/teacher/board/board-panel/view';
import type { Board } from '../../../../../../miniprogram/packages/teacher/board/board-panel/board';
import { rateView } from '../../../../../../miniprogram/packages/teacher/board/board-panel/rate';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 1, 41);
const TODAY = Date.UTC(2026, 5, 11, 16);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

const REACHED: Readonly<Record<PeopleStep, number>> = {
  bind: 258,
  login: 251,
  choose: 244,
  fill: 238,
  college: 221,
  receiver: 209,
  card: 186,
  done: 150,
};
const target = (month: number, day: number, percent: number, met: boolean) => ({
  at: Date.UTC(2026, month - 1, day, 15, 59, 59, 999),
  percent,
  met,
});
const part = (name: string, transferred: number, members: number) => ({
  id: name,
  name,
  members,
  started: members,
  transferred,
  stuck: 0,
  decided: transferred,
  leftOut: 0,
  inCharge: [],
});
const board = (more: Partial<Board> = {}): Board => ({
  college: { id: 'c', name: '信息工程学院' },
  members: 258,
  funnel: PEOPLE_STEPS.map((step, index) => {
    const next = PEOPLE_STEPS[index + 1];
    return { step, reached: REACHED[step], here: REACHED[step] - (next ? REACHED[next] : 0) };
  }),
  decided: 200,
  byState: [],
  byBranch: [part('通信2203团支部', 27, 30), part('电信2202团支部', 15, 31), part('通信2201团支部', 19, 28)],
  byCollege: [],
  byWay: rulebook.ways.map(({ id: wayId }) => ({
    wayId,
    started: wayId === 'employed' ? 104 : 0,
    transferred: 0,
  })),
  deadlines: Array.from({ length: 16 }, (_, index) => ({
    day: 20_616 + index,
    at: TODAY + index * DAY,
    count: index < 4 ? [2, 4, 1, 3][index]! : 1,
  })),
  rate: {
    transferred: 186,
    members: 258,
    leftOut: 0,
    percent: 72.1,
    targets: [target(6, 30, 80, false), target(9, 30, 95, false)],
  },
  trend: [
    { day: 1, at: TODAY - 2 * DAY, submitted: 9, transferred: 3 },
    { day: 2, at: TODAY - DAY, submitted: 0, transferred: 4 },
  ],
  now: NOW,
  ...more,
});

describe('转接率', () => {
  it('says how many are missing to the next target', () => {
    expect(rateView(board())).toMatchObject({
      percent: '72.1',
      line: '258 人里已转到 186 人',
      gap: '到 80% 还差 21 人',
      gapSoon: true,
    });
  });

  it('says how many the rules leave out of it', () => {
    const rate = { ...board().rate, members: 255, leftOut: 3 };
    expect(rateView(board({ rate })).line).toBe('255 人里已转到 186 人，另有 3 人按规定不计入');
  });

  it('marks the targets with their days, every other one below', () => {
    expect(rateView(board()).marks).toEqual([
      { left: 80, label: '6月底 80%', met: false, below: false },
      { left: 95, label: '9月底 95%', met: false, below: true },
    ]);
  });

  it('looks at the second target once the first is met, and is content with both', () => {
    const { rate } = board();
    const first = { ...rate, transferred: 210, targets: [target(6, 30, 80, true), target(9, 30, 95, false)] };
    expect(rateView(board({ rate: first })).gap).toBe('到 95% 还差 36 人');
    const both = { ...rate, targets: [target(6, 30, 80, true), target(9, 30, 95, true)] };
    expect(rateView(board({ rate: both }))).toMatchObject({ gap: '目标都达到了', gapSoon: false });
  });

  it('never asks for a fraction of a person', () => {
    const rate = { transferred: 4, members: 5, leftOut: 0, percent: 80, targets: [target(6, 30, 80, true)] };
    expect(rateView(board({ rate })).gap).toBe('目标都达到了');
    const short = { ...rate, transferred: 3, targets: [target(6, 30, 80, false)] };
    expect(rateView(board({ rate: short })).gap).toBe('到 80% 还差 1 人');
  });
});

describe('the board', () => {
  const view = toBoardView(board(), rulebook);

  it('draws how many came at least so far', () => {
    expect(view.funnel.map(({ label, value }) => [label, value])).toEqual([
      ['已进小程序', 251],
      ['选好去向', 238],
      ['已报学院', 221],
      ['学院办好', 200],
      ['已转到', 186],
    ]);
    expect(view.absent).toBe(7);
  });

  it('counts the coming days as the rulebook does, and those that are soon', () => {
    expect(view.daysTitle).toBe('接下来 15 天到期');
    expect(view.days).toHaveLength(16);
    expect([view.daysTotal, view.soonTotal]).toEqual([22, 10]);
    expect(view.days.filter(({ tone }) => tone === 'soon')).toHaveLength(rulebook.soonDays + 1);
    expect(view.days[0]).toMatchObject({ label: '今天', axis: '今天' });
  });

  it('leaves out ways nobody took', () => {
    expect(view.ways.map(({ label, value }) => [label, value])).toEqual([['工作单位', 104]]);
  });

  it('adds the arrivals up from day to day', () => {
    expect(view.trend.map(({ value }) => value)).toEqual([3, 7]);
    expect(view.trendLine).toBe('一共 7 人');
  });

  it('puts the branch that needs somebody first', () => {
    expect(view.parts.map(({ name, percent, share, tone }) => [name, percent, share, tone])).toEqual([
      ['电信2202', 48, '15/31', 'soon'],
      ['通信2201', 68, '19/28', 'brand'],
      ['通信2203', 90, '27/30', 'done'],
    ]);
  });

  it('shows colleges in the view over all', () => {
    const all = toBoardView(
      board({ college: null, byBranch: [], byCollege: [part('管理学院', 0, 0)] }),
      rulebook,
    );
    expect(all).toMatchObject({ title: '全校', partsTitle: '各学院' });
    expect(all.parts).toMatchObject([{ name: '管理学院', percent: 0, share: '0/0' }]);
  });

  it('says that a college without people is empty', () => {
    expect(toBoardView(board({ members: 0 }), rulebook).empty).toBe(true);
  });
});

it.each([
  ['funnel', 'college', { by: 'reached', step: 'college' }],
  ['absent', 'bind', { by: 'step', step: 'bind' }],
  ['day', '20616', { by: 'deadlineDay', day: 20_616 }],
  ['way', 'army', { by: 'way', wayId: 'army' }],
  ['branch', 'b-1', { by: 'branch', branchId: 'b-1' }],
] as const)('behind the %s of %s stand those people', (chart, id, filter) => {
  expect(filterOf(chart, id)).toEqual(filter);
});

test.each([
  [0, '数字都对'],
  [2, '数字已改正'],
])('a recount that repairs %i counters says so', (repaired, words) => {
  expect(sayRecount({ transfers: 90, repaired })).toContain(words);
});
