import { TRANSFER_STATES } from '../../../../../miniprogram/domain/transfer/states';
import { reportQuestion } from '../../../../../miniprogram/components/report-dialog/reports';
import {
  overtakenBy,
  toDecisionView,
  type DecisionItem,
} from '../../../../../miniprogram/packages/teacher/decision/view';
import { RULEBOOKS, rulebookOf } from '../../../../../miniprogram/rulebooks';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 12, 2, 0);
const rulebook = rulebookOf('usst-2020') ?? RULEBOOKS[0]!;

const base: DecisionItem = {
  id: 't',
  memberId: 'm',
  version: 3,
  rulebookId: 'usst-2020',
  state: 'submitted',
  memberName: '陈可',
  branchName: '通信2203团支部',
  wayId: 'employed',
  routeId: 'direct',
  attempt: 1,
  fields: {
    organisation: '北辰海洋仪器（青岛）有限公司团支部',
    region: { names: ['山东省', '青岛市', '崂山区', '沙子口街道'], code: '370212003' },
    initiatedAt: NOW - 13 * DAY,
  },
  screenshots: [{ fileId: 'cloud://x', url: 'https://x/1.png', check: 'fine' }],
  initiatedAt: NOW - 13 * DAY,
  deadlineAt: NOW + 2 * DAY,
  clock: { days: 15, outcome: 'accepted' },
  opensAt: null,
  waitsFor: 'college',
  pending: ['college'],
  approvedAt: null,
  reason: null,
  timeline: [{ at: NOW - DAY, step: 'submit', by: { role: 'graduate', name: '陈可' }, attempt: 1 }],
};
const view = (part: Partial<DecisionItem>, more = false) =>
  toDecisionView({ ...base, ...part }, rulebook, more, NOW);

const shot = (check: DecisionItem['screenshots'][number]['check'], url = 'https://x/1.png') => ({
  fileId: 'cloud://x',
  url,
  check,
});
describe('its pictures', () => {
  it.each([
    ['looked at', [shot('fine')], 1, ''],
    ['not looked at yet', [shot('fine'), shot('waiting')], 2, '微信还没检查过，看的时候留意一下。'],
    ['risky', [shot('risky', '')], 0, '有 1 张没通过微信的检查，不在这里显示，已请本人换一张。'],
    ['none', [], 0, ''],
  ])('%s', (_case, screenshots, shown, said) => {
    const { shots, shotNotes } = view({ screenshots }) ?? {};
    expect([shots?.length, shotNotes?.join('')]).toEqual([shown, said]);
  });
});

describe('one decision', () => {
  it('shows the fields with what the checker found', () => {
    expect(view({})?.rows.map(({ label, value, remark }) => [label, value, remark])).toEqual([
      ['去向', '已确定工作单位', ''],
      ['接转原因', '工作', '一致'],
      ['申请转入组织', '北辰海洋仪器（青岛）有限公司团支部', '名称完整'],
      ['单位所在地', '山东省 青岛市 崂山区 沙子口街道', ''],
    ]);
  });

  it('doubts a name that stops at the company', () => {
    const row = view({ fields: { organisation: '北辰海洋仪器有限公司' } })?.rows.find(
      ({ id }) => id === 'organisation',
    );
    expect(row?.check).toBe('doubt');
    expect(row?.remark).not.toBe('');
  });

  it.each([
    ['submitted', 'employed', false, '批准', true],
    ['submitted', 'employed', true, '批准，看下一条', true],
    ['registered', 'army', false, '登记好了', true],
    ['approved', 'employed', true, undefined, false],
    ['refused', 'employed', false, undefined, false],
  ] as const)('a %s %s transfer (more: %s) offers “%s”', (state, wayId, more, label, canReturn) => {
    const shown = view({ state, wayId }, more);
    expect(shown?.main?.label).toBe(label);
    expect(shown?.canReturn).toBe(canReturn);
  });

  it('says why there is nothing to decide, in every other state', () => {
    for (const state of TRANSFER_STATES) {
      const shown = view({ state });
      expect(shown?.main === null).toBe(shown?.settled !== '');
    }
  });

  it.each([
    [2, { word: '还剩', number: '2', tone: 'soon', strip: 'soon', total: 15, left: 2 }],
    [9, { word: '还剩', number: '9', tone: '', strip: 'brand' }],
    [0, { word: '今天截止', number: '', tone: 'soon' }],
    [-1, { word: '1 天前到期', number: '', tone: 'stop', total: 0 }],
  ])('with %s days left counts down', (days, expected) => {
    expect(view({ deadlineAt: NOW + days * DAY })?.clock).toMatchObject(expected);
  });

  it('has a date instead of a countdown where no receiver’s clock runs', () => {
    expect(view({ wayId: 'army', state: 'registered', initiatedAt: null, deadlineAt: null })).toMatchObject({
      clock: null,
      since: '6月11日 报上来',
    });
  });

  it('tells the second attempt by what happened to the first', () => {
    const shown = view({
      attempt: 2,
      timeline: [
        {
          at: NOW - 9 * DAY,
          step: 'return',
          by: { role: 'teacher', name: '周岚' },
          attempt: 1,
          note: '名称少了“团支部”',
        },
        { at: NOW - DAY, step: 'submit', by: { role: 'graduate', name: '陈可' }, attempt: 2 },
      ],
    });
    expect(shown?.attempt).toEqual({ title: '这是第 2 次提交', line: '6月3日周岚退回过：名称少了“团支部”' });
    expect(shown?.history.map(({ mark, title }) => [mark, title])).toEqual([
      ['current', '提交了申请'],
      ['bad', '退回了申请'],
    ]);
  });

  it('gives the receiver’s words with a refusal', () => {
    const by = { role: 'graduate', name: '赵一鸣' } as const;
    const said = { at: NOW, step: 'report-refused', by, attempt: 1, note: '组织选错了' } as const;
    expect(view({ state: 'refused', timeline: [said] })?.settled).toBe(
      '对方说：组织选错了。改法已经发给本人，改好会再报上来。',
    );
  });

  it('names what a colleague did meanwhile', () => {
    const by = { role: 'teacher', name: '梁清和' } as const;
    const timeline = [...base.timeline, { at: NOW, step: 'approve', by, attempt: 1 } as const];
    expect(overtakenBy({ ...base, timeline })).toBe(
      '10:00 梁清和，批准转出。你的决定没有记下，下面是最新的。',
    );
  });

  it('does not pretend to know a way the rulebook has not', () => {
    expect(view({ routeId: 'keep' })).toBeUndefined();
  });
});

describe('what 智慧团建 may show', () => {
  const reports = (state: DecisionItem['state'], clock = base.clock) =>
    toDecisionView({ ...base, state, clock }, rulebook, false, NOW)?.reports.map(({ outcome, likely }) => [
      outcome,
      likely,
    ]);

  it.each([
    [
      'approved',
      [
        ['refused', false],
        ['accepted', true],
      ],
    ],
    [
      'timedOut',
      [
        ['returned', false],
        ['accepted', true],
      ],
    ],
    ['submitted', []],
    ['refused', []],
    ['completed', []],
  ] as const)('of a transfer that is %s', (state, expected) => {
    expect(reports(state)).toEqual(expected);
  });

  it('is likely what its clock says of a time-out', () => {
    expect(reports('timedOut', { days: 10, outcome: 'lapsed' })).toEqual([
      ['returned', true],
      ['accepted', false],
    ]);
  });

  it('is asked once more, naming the organisation; a refusal asks for the reason', () => {
    const about = { memberName: base.memberName, organisation: base.fields.organisation };
    const accepted = reportQuestion('accepted', about, rulebook);
    expect(accepted.text).toContain('北辰海洋仪器（青岛）有限公司团支部');
    expect(accepted.presets).toEqual([]);
    expect(reportQuestion('refused', about, rulebook).presets.length).toBeGreaterThan(1);
    expect(reportQuestion('returned', { ...about, organisation: undefined }, rulebook).text).toContain(
      '申请的组织',
    );
  });

  it.each(TRANSFER_STATES)('can be opened again only when all was done: %s', (state) => {
    expect(view({ state })?.canReopen).toBe(state === 'completed');
  });
});

it.each([
  ['submitted', 'secretary', '等团支书审批，批了才到学院。'],
  ['returned', 'graduate', '团支书退回，等本人改好再交。'],
  ['approved', 'receiver', '团支书已批准，等对方接收。'],
] as const)('says of %s that the secretary acted, or is to act', (state, waitsFor, settled) => {
  const by = { role: 'secretary' as const, name: '周敏' };
  const step = state === 'returned' ? ('return' as const) : ('approve' as const);
  const timeline = [...base.timeline, { at: NOW, step, by, attempt: 1 }];
  const shown = view({ state, waitsFor, pending: ['secretary', 'college'], timeline });
  expect(shown).toMatchObject({ settled, main: null });
});

it('lets the college say that the list shows them still here, only against an arrival', () => {
  expect(view({ state: 'accepted' })?.canSayHere).toBe(true);
  expect(view({ state: 'approved' })?.canSayHere).toBe(false);
  const about = { memberName: '陈可', organisation: undefined };
  expect(reportQuestion('here', about, rulebook)).toMatchObject({ outcome: 'here', presets: [] });
});
