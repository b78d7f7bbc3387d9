/** What clearing a season away says before, meanwhile and after. */
import {
  add,
  figuresOf,
  isEmpty,
  keptLines,
  NOTHING,
  percentOf,
  progressText,
} from '../../../../../../miniprogram/packages/teacher/season/past-season/view';
import { pastRows } from '../../../../../../miniprogram/packages/teacher/season/past-seasons/view';

const COUNTED = { ...NOTHING, people: 4_812, transfers: 4_690, notices: 1_038_204, kept: 208 };

it('names what goes, with nothing for what there is none of', () => {
  expect(figuresOf(COUNTED)).toEqual([
    { label: '同学', value: '4812 人' },
    { label: '转接记录', value: '4690 份' },
    { label: '消息', value: '1038204 条' },
  ]);
  expect(figuresOf(NOTHING)).toEqual([]);
});

it('names who stays only when somebody does; figures and audit always stay', () => {
  expect(keptLines(COUNTED).map(({ label }) => label)).toEqual(['208 位同学', '统计数字', '操作记录']);
  expect(keptLines(NOTHING).map(({ label }) => label)).toEqual(['统计数字', '操作记录']);
});

it.each([
  [NOTHING, 0],
  [{ ...NOTHING, people: 2_406, transfers: 2_345 }, 50],
  [COUNTED, 100],
  // more than was counted, because somebody came meanwhile
  [add(COUNTED, COUNTED), 100],
])('calls %j of what was counted so many percent', (gone, percent) => {
  expect(percentOf(gone, COUNTED)).toBe(percent);
});

it('counts as empty without people and transfers', () => {
  expect([isEmpty(NOTHING), isEmpty({ ...NOTHING, kept: 3 }), isEmpty(COUNTED)]).toEqual([true, true, false]);
  expect(percentOf(NOTHING, NOTHING)).toBe(100);
});

it('says how far it is', () => {
  expect(progressText({ ...NOTHING, people: 1_930 }, 61)).toBe('已经清掉 1930 人，还剩 61 个团支部');
});

it('lists the seasons that are over, with what became of them', () => {
  const deadlineAt = Date.UTC(2025, 5, 30, 15);
  const season = (id: string, more: object) => ({
    id,
    name: `${id}届`,
    deadlineAt,
    isOpen: false,
    purgedAt: null,
    ...more,
  });
  const seasons = [
    season('2026', { isOpen: true }),
    season('2025', {}),
    season('2024', { purgedAt: Date.UTC(2025, 2, 2, 2) }),
  ];
  expect(pastRows(seasons).map(({ id, line, isPurged }) => [id, line, isPurged])).toEqual([
    ['2025', '2025年6月30日截止，资料还留着', false],
    ['2024', '2025年3月2日清理过', true],
  ]);
});
