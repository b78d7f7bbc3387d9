import { PEOPLE_STEPS } from '../../../../miniprogram/domain/model';
import {
  filterFromQuery,
  stepChips,
  toPersonRow,
} from '../../../../miniprogram/packages/teacher/people/view';
import { toPersonView, type Person } from '../../../../miniprogram/packages/teacher/person/view';
import { RULEBOOKS, rulebookOf } from '../../../../miniprogram/rulebooks';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

type Row = Parameters<typeof toPersonRow>[0];
const row = (more: Partial<Row>): Row => ({
  memberId: 'm',
  name: '秦朗',
  studentNumber: '222202002',
  branchId: 'b',
  branchName: '电信2202团支部',
  bound: true,
  step: 'college',
  transferId: 't',
  version: 2,
  state: 'submitted',
  wayId: 'employed',
  deadlineAt: NOW + 2 * DAY,
  ...more,
});

describe('a person of a list', () => {
  it.each([
    [{}, { line: '已确定工作单位', days: '还剩 2 天', tone: 'soon' }],
    [{ deadlineAt: NOW + 9 * DAY }, { days: '还剩 9 天', tone: '' }],
    [{ deadlineAt: NOW }, { days: '今天截止', tone: 'soon' }],
    [{ deadlineAt: NOW - 2 * DAY }, { days: '2 天前到期', tone: 'stop' }],
    [{ state: 'completed' as const }, { days: '', tone: '' }],
    [
      { bound: false, state: null, wayId: null, step: 'bind' as const, deadlineAt: null },
      { line: '还没进小程序，学号 222202002', state: 'none', days: '' },
    ],
    [
      { state: null, wayId: null, step: 'choose' as const, deadlineAt: null },
      { line: '还没选去向', state: 'none' },
    ],
  ])('says how far and how long (%#)', (more, expected) => {
    expect(toPersonRow(row(more), rulebook, NOW)).toMatchObject(expected);
  });

  it('can be had without the rulebook', () => {
    expect(toPersonRow(row({}), undefined, NOW).line).toBe('等学院办');
  });
});

describe('the filter in an address', () => {
  it.each([undefined, '', 'x', '[]', '"a"', '{"step":"bind"}'])('is nothing when it is %s', (text) => {
    expect(filterFromQuery(text)).toBeUndefined();
  });

  it('is what the board put there', () => {
    expect(filterFromQuery('{"by":"step","step":"bind"}')).toEqual({ by: 'step', step: 'bind' });
  });

  it('lets one switch between steps, where the list is by step', () => {
    const chips = stepChips({ by: 'step', step: 'login' });
    expect(chips.map(({ id }) => id)).toEqual(PEOPLE_STEPS);
    expect(chips.filter(({ on }) => on).map(({ id }) => id)).toEqual(['login']);
    expect(stepChips({ by: 'reached', step: 'login' })).toEqual([]);
  });
});

describe('the page of a person', () => {
  const transfer: NonNullable<Person['transfer']> = {
    id: 't',
    version: 3,
    state: 'submitted',
    wayId: 'employed',
    routeId: 'direct',
    attempt: 1,
    initiatedAt: NOW - 13 * DAY,
    deadlineAt: NOW + 2 * DAY,
    reason: null,
    timeline: [],
    past: [],
    hasContact: false,
  };
  const person = (more: Partial<Person> = {}): Person => ({
    id: 'm',
    name: '秦朗',
    studentNumber: '222202002',
    branchId: 'b',
    branchName: '电信2202团支部',
    collegeName: '信息工程学院',
    isSecretary: false,
    bound: true,
    step: 'college',
    hasLeaguePost: false,
    overAge: false,
    loginConfirmedAt: NOW,
    lastNudgedAt: null,
    transfer,
    resetRequests: [],
    notices: [],
    credits: { progress: 0, deadline: 2, code: 0, task: 0 },
    ...more,
  });
  const view = (more: Partial<Person> = {}) => toPersonView(person(more), rulebook, NOW);

  it.each([
    ['submitted', 'decision', '去审批'],
    ['registered', 'decision', '去登记'],
    ['approved', 'decision', '报告转到了没有'],
    ['timedOut', 'decision', '核对转到了没有'],
    ['accepted', 'cards', '登记团员证'],
  ] as const)('leads on from %s', (state, to, label) => {
    expect(view({ transfer: { ...transfer, state } }).main).toEqual({ to, label });
  });

  it.each(['draft', 'returned', 'withdrawn'] as const)(
    'leads nowhere while it is their turn: %s',
    (state) => {
      expect(view({ transfer: { ...transfer, state } }).main).toBeNull();
    },
  );

  it('says first what runs out, and whether a message would arrive', () => {
    expect(view().facts.map(({ label, value, tone }) => [label, value, tone])).toEqual([
      ['接收期限', '6月14日 10:00，还剩 2 天', 'soon'],
      ['去向', '已确定工作单位', ''],
      ['小程序', '登录过，微信还能提醒 2 次', ''],
    ]);
    const silent = view({ credits: { progress: 0, deadline: 0, code: 0, task: 0 } });
    expect(silent.facts.at(-1)).toMatchObject({ value: '登录过，微信提醒不到，只能在站内看', tone: 'soon' });
    expect(view({ bound: false, transfer: null }).facts).toEqual([
      { label: '小程序', value: '还没登录，提醒不到', tone: 'soon' },
    ]);
  });

  it('tells what became of each message', () => {
    const notice = (delivery: Person['notices'][number]['delivery']) =>
      ({
        id: delivery,
        kind: 'returned',
        title: '学院退回',
        template: 'progress',
        at: NOW,
        delivery,
      }) as const;
    const all = (['planned', 'sent', 'read', 'no-credit', 'failed'] as const).map(notice);
    expect(view({ notices: all }).notices.map(({ delivery, tone }) => [delivery, tone])).toEqual([
      ['还没到时候', ''],
      ['微信已发', ''],
      ['本人看过', 'done'],
      ['只在站内，微信没发', 'soon'],
      ['没发成', 'soon'],
    ]);
  });
});
