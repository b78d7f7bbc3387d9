/** One tap mends a contradiction where there is one obvious way. */
import { checkDraft } from '../../../../../miniprogram/domain/rules/overlay/check';
import { withValue, type Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import { fixFor } from '../../../../../miniprogram/domain/rules/overlay/fix';
import type { Level } from '../../../../../miniprogram/domain/rules/overlay/place';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

type Row = readonly [path: string, value: JsonValue];

const DIRECT = 'ways.employed.routes.direct';
const STUDY = 'ways.further-study.routes.direct';
const ground = { shipped: national2022, id: national2022.id, lower: [] };

const firstFix = (rows: readonly Row[], level: Level) => {
  const overlay: Overlay = rows.map(([path, value]) => ({ path, value }));
  const { places, problems } = checkDraft(ground, overlay, level);
  const [problem] = problems;
  if (!problem) throw new Error('nothing is wrong');
  const fix = fixFor({ ground, overlay, level }, places, problem);
  const after = fix && checkDraft(ground, withValue(overlay, fix.path, fix.value), level);
  return { label: fix?.label, left: after?.problems.map(({ title }) => title) };
};

test.each<readonly [string, Level, readonly Row[], string]>([
  [
    'a deadline before its window',
    'committee',
    [[`${STUDY}.window.deadline`, { month: 8, day: 31 }]],
    '改回 10月31日',
  ],
  [
    'a window that opens after its deadline',
    'committee',
    [[`${STUDY}.window.opens`, { month: 12, day: 1 }]],
    '“从哪天起可以办”改回 9月1日',
  ],
  ['a day that is none', 'committee', [[`${STUDY}.window.opens`, { month: 9, day: 31 }]], '改成 9月30日'],
  ['too many days', 'committee', [['timeouts.1.days', 300]], '改成 180 天'],
  ['too few days', 'committee', [['soonDays', 0]], '改成 1 天'],
  ['days and a bit', 'committee', [['timeouts.1.days', 20.4]], '改成 20 天'],
  ['a number as a text', 'committee', [['ageLimit', '28']], '改回 28 岁'],
  ['a day as a text', 'committee', [[`${STUDY}.window.opens`, '9月1日']], '改回 9月1日'],
  ['days shorter than the reminder', 'committee', [['timeouts.1.days', 5]], '“几天”改回 10 天'],
  [
    'a picture that is needed and not asked for',
    'committee',
    [[`${DIRECT}.fields.screenshots`, 'absent']],
    '改回 必填',
  ],
  [
    'a message nobody signs',
    'committee',
    [[`${DIRECT}.guide.tellReceiver`, '您好']],
    '开头补上“我是{name}。”',
  ],
  ['a value of no place', 'committee', [['quietHours', { from: 1, to: 2 }]], '拿掉这一处'],
  [
    'a college’s later deadline',
    'college',
    [[`${STUDY}.window.deadline`, { month: 11, day: 30 }]],
    '改回 10月31日',
  ],
])('%s', (_, level, rows, label) => {
  expect(firstFix(rows, level)).toEqual({ label, left: [] });
});

test('of two contradictions each is mended by its own tap', () => {
  const rows: Row[] = [
    [`${STUDY}.window.deadline`, { month: 8, day: 31 }],
    [`${DIRECT}.fields.screenshots`, 'absent'],
  ];
  expect(firstFix(rows, 'committee')).toEqual({ label: '改回 10月31日', left: ['要用却不收'] });
  expect(firstFix(rows.slice(1), 'committee')).toEqual({ label: '改回 必填', left: [] });
});

test.each<readonly [string, readonly Row[]]>([
  ['a number for a sentence', [[`${DIRECT}.guide.tellReceiver`, 7]]],
  ['an empty sentence', [[`${DIRECT}.guide.summary`, ' ']]],
  ['a sentence that is too long', [[`${DIRECT}.guide.summary`, '长'.repeat(301)]]],
  ['two answers that read the same', [['flows.way-picker.nodes.other.options.army.label', '延迟毕业']]],
])('of %s somebody has to decide: no tap throws away what they wrote', (_, rows) => {
  expect(firstFix(rows, 'committee').label).toBeUndefined();
});
