/** How a value of the rules, and what two versions say differently, reads to whoever edits them. */
import type { Overlay } from '../../../../../miniprogram/domain/rules/overlay/edition';
import type { Place, PlaceKind } from '../../../../../miniprogram/domain/rules/overlay/place';
import { differences, valueText } from '../../../../../miniprogram/domain/rules/overlay/reading';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';

const TEXT: PlaceKind = { kind: 'text', max: 40, lines: 'one' };
const TEXTS: PlaceKind = { kind: 'texts', max: 40, most: 3 };
const DATE: PlaceKind = { kind: 'date', mayBeNone: true };
const CHOICE: PlaceKind = {
  kind: 'choice',
  options: [
    { value: ['college'], label: '学院' },
    { value: 'none', label: '不用' },
  ],
};
const OFFICE = { name: '学院团委', phone: '55270000', place: '', hours: '工作日' };

test.each<[PlaceKind, JsonValue, string]>([
  [TEXT, '先打电话。', '先打电话。'],
  [TEXT, 5, ''],
  [{ kind: 'added' }, 'direct', 'direct'],
  [{ kind: 'added' }, null, ''],
  [TEXTS, ['一', '', '二'], '一\n二'],
  [TEXTS, '一', ''],
  [DATE, { month: 6, day: 30 }, '6月30日'],
  [DATE, null, '不限'],
  [{ kind: 'number', min: 1, max: 9, unit: '天' }, 5, '5 天'],
  [{ kind: 'days', max: 30, most: 3 }, [7, 3, 1], '7、3、1 天'],
  [{ kind: 'days', max: 30, most: 3 }, null, ' 天'],
  [{ kind: 'switch' }, true, '开着'],
  [{ kind: 'switch' }, false, '关掉'],
  [{ kind: 'use' }, 'required', '必填'],
  [{ kind: 'use' }, 'optional', '选填'],
  [{ kind: 'use' }, 'absent', '不要'],
  [{ kind: 'use' }, 'often', ''],
  [CHOICE, ['college'], '学院'],
  [CHOICE, 'none', '不用'],
  [CHOICE, 'all', ''],
  [{ kind: 'contacts' }, [OFFICE, { name: '' }], '学院团委，55270000，工作日'],
  [{ kind: 'contacts' }, [], '没有'],
])('%j with %j reads “%s”', (kind, value, text) => {
  expect(valueText(kind, value)).toBe(text);
});

const placeOf = (kind: PlaceKind, usual: JsonValue): Place => ({
  path: 'here',
  group: 'ways',
  about: '升学',
  label: '说明',
  kind,
  usual,
  source: '通知',
  levels: ['committee'],
});
const overlay = (value: JsonValue | undefined): Overlay =>
  value === undefined ? [] : [{ path: 'here', value }];
const LONG = '这一句话一共有十五个字这么长';

test.each<[string, PlaceKind, JsonValue, JsonValue | undefined, JsonValue | undefined, string, boolean]>([
  ['a short text', TEXT, '问人事', undefined, '问老师', '说明：从“问人事”改成“问老师”', true],
  ['a text as long as may be shown', TEXT, LONG, undefined, '短', `说明：从“${LONG}”改成“短”`, true],
  ['a text that became as long', TEXT, '短', undefined, LONG, `说明：从“短”改成“${LONG}”`, true],
  ['a long text', TEXT, '短', `${LONG}长`, undefined, '“说明”换了文字', false],
  ['a text that became long', TEXT, '短', undefined, `${LONG}长`, '“说明”换了文字', false],
  ['sentences', TEXTS, ['一'], undefined, ['二'], '“说明”改了', false],
  ['people to call', { kind: 'contacts' }, [], undefined, [OFFICE], '换了联系方式', false],
  ['something added', { kind: 'added' }, '', undefined, 'direct', '添加了一种', false],
  ['something no longer added', { kind: 'added' }, '', 'direct', undefined, '不再添加', false],
  ['a day taken back', DATE, null, { month: 6, day: 1 }, undefined, '说明：从“6月1日”改成“不限”', true],
])('%s', (_what, kind, usual, before, after, what, isWhole) => {
  const found = differences([placeOf(kind, usual)], overlay(before), overlay(after));
  expect(found).toMatchObject([{ path: 'here', about: '升学', what, isWhole }]);
});

test('says both values, and nothing of what is the same or of no place any more', () => {
  const place = placeOf({ kind: 'switch' }, true);
  expect(differences([place], overlay(undefined), overlay(false))).toMatchObject([
    { before: '开着', after: '关掉' },
  ]);
  expect(differences([place], overlay(true), overlay(undefined))).toHaveLength(0);
  expect(differences([place], [], [{ path: 'gone', value: 1 }])).toHaveLength(0);
});
