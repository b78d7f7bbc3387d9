import { toPersonRow } from '../../../../../../miniprogram/packages/teacher/people/person-rows/view';
import { RULEBOOKS, rulebookOf } from '../../../../../../miniprogram/rulebooks';

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
  shown: 'submitted',
  wayId: 'employed',
  deadlineAt: NOW + 2 * DAY,
  ...more,
});

describe('a person of a list', () => {
  it.each([
    [{}, { line: '222202002，已确定工作单位', days: '还剩 2 天', tone: 'soon' }],
    [{ deadlineAt: NOW + 9 * DAY }, { days: '还剩 9 天', tone: '' }],
    [{ deadlineAt: NOW }, { days: '今天截止', tone: 'soon' }],
    [{ deadlineAt: NOW - 2 * DAY }, { days: '2 天前到期', tone: 'stop' }],
    [{ state: 'completed' as const }, { days: '', tone: '' }],
    [
      {
        bound: false,
        state: null,
        shown: 'none' as const,
        wayId: null,
        step: 'bind' as const,
        deadlineAt: null,
      },
      { line: '222202002，还没进小程序', state: 'none', days: '' },
    ],
    [
      { state: null, shown: 'none' as const, wayId: null, step: 'choose' as const, deadlineAt: null },
      { line: '222202002，还没选去向', state: 'none' },
    ],
  ])('says how far and how long (%#)', (more, expected) => {
    expect(toPersonRow(row(more), rulebook, NOW)).toMatchObject(expected);
  });

  it('can be had without the rulebook', () => {
    expect(toPersonRow(row({}), undefined, NOW).line).toBe('222202002，等审批或登记');
  });
});
