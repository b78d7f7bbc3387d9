/** Which values somebody may give a place of the rules, and what is said of the others. */
import {
  contactIn,
  dayIn,
  isSameValue,
  MOST_CONTACTS,
  wrongValue,
  type PlaceKind,
} from '../../../../../miniprogram/domain/rules/overlay/place';
import type { JsonValue } from '../../../../../miniprogram/domain/rules/rulebook/settings';

const TEXT: PlaceKind = { kind: 'text', max: 5, lines: 'one' };
const TEXTS: PlaceKind = { kind: 'texts', max: 5, most: 2 };
const DATE: PlaceKind = { kind: 'date', mayBeNone: false };
const DATE_OR_NONE: PlaceKind = { kind: 'date', mayBeNone: true };
const NUMBER: PlaceKind = { kind: 'number', min: 1, max: 100, unit: '%' };
const DAYS: PlaceKind = { kind: 'days', max: 30, most: 3 };
const CHOICE: PlaceKind = {
  kind: 'choice',
  options: [
    { value: ['college'], label: '学院' },
    { value: 'none', label: '不用' },
  ],
};
const OFFICE = { name: '学院团委', phone: '021-5527 0000', place: '行健楼', hours: '工作日' };

const EMPTY = '这里要写点什么，不能空着，也不能写身份证号';

test.each<[PlaceKind, JsonValue, string | undefined]>([
  [TEXT, '一二三四五', undefined],
  [TEXT, '一二三四五六', '最多 5 个字'],
  [TEXT, '', EMPTY],
  [TEXT, ' ', EMPTY],
  [TEXT, '     ', EMPTY],
  [TEXT, 5, EMPTY],
  [{ ...TEXT, max: 40 }, '310110200403121234', EMPTY],
  [TEXTS, ['一', '二'], undefined],
  [TEXTS, [], '至少写一句'],
  [TEXTS, '一', '至少写一句'],
  [TEXTS, ['一', '二', '三'], '最多 2 句'],
  [TEXTS, ['一', ''], EMPTY],
  [TEXTS, ['一二三四五六', '二'], '最多 5 个字'],
  [DATE, { month: 6, day: 30 }, undefined],
  [DATE, null, '选一个日期'],
  [DATE_OR_NONE, null, undefined],
  [DATE_OR_NONE, '6月30日', '选一个日期'],
  [NUMBER, 1, undefined],
  [NUMBER, 100, undefined],
  [NUMBER, 0, '写 1 到 100 之间的整数'],
  [NUMBER, 101, '写 1 到 100 之间的整数'],
  [NUMBER, 1.5, '写 1 到 100 之间的整数'],
  [NUMBER, '5', '写 1 到 100 之间的整数'],
  [DAYS, [7, 3, 1], undefined],
  [DAYS, [30], undefined],
  [DAYS, [], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, [7, 0], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, [0], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, [31], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, [1.5], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, ['7'], '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, 7, '写 1 到 30 之间的天数，中间用顿号隔开'],
  [DAYS, [7, 7], '有一个天数写了两遍'],
  [DAYS, [4, 3, 2, 1], '最多 3 个'],
  [{ kind: 'switch' }, true, undefined],
  [{ kind: 'switch' }, false, undefined],
  [{ kind: 'switch' }, 'true', '只有开和关'],
  [{ kind: 'use' }, 'required', undefined],
  [{ kind: 'use' }, 'optional', undefined],
  [{ kind: 'use' }, 'absent', undefined],
  [{ kind: 'use' }, 'often', '选必填、选填或者不要'],
  [CHOICE, ['college'], undefined],
  [CHOICE, 'none', undefined],
  [CHOICE, ['secretary'], '选一个'],
  [{ kind: 'contacts' }, [OFFICE], undefined],
  [{ kind: 'contacts' }, [], undefined],
  [{ kind: 'contacts' }, Array.from({ length: MOST_CONTACTS }, () => OFFICE), undefined],
  [{ kind: 'contacts' }, Array.from({ length: MOST_CONTACTS + 1 }, () => OFFICE), '最多 8 个'],
  [{ kind: 'contacts' }, '学院团委', '最多 8 个'],
  [{ kind: 'contacts' }, [OFFICE, { ...OFFICE, phone: '' }], '第 2 个：名称和电话都要写，电话只写数字'],
  [{ kind: 'contacts' }, [{ ...OFFICE, phone: '' }], '第 1 个：名称和电话都要写，电话只写数字'],
  [{ kind: 'added' }, 'direct', undefined],
  [{ kind: 'added' }, 1, '照着哪一种添加'],
])('%j takes %j, or says why not', (kind, value, wrong) => {
  expect(wrongValue({ kind }, value)).toBe(wrong);
});

test.each<[JsonValue, boolean]>([
  [{ month: 1, day: 1 }, true],
  [{ month: 12, day: 31 }, true],
  [{ month: 0, day: 1 }, false],
  [{ month: 13, day: 1 }, false],
  [{ month: 6, day: 0 }, false],
  [{ month: 6, day: 32 }, false],
  [{ month: 6.5, day: 1 }, false],
  [{ month: 6, day: 1.5 }, false],
  [{ month: '6', day: 1 }, false],
  [{ month: 6 }, false],
  [[6, 1], false],
  [null, false],
])('%j is a day of the year: %s', (value, is) => {
  expect(dayIn(value)).toEqual(is ? value : undefined);
});

test.each<[string, object, boolean]>([
  ['with all of it', {}, true],
  ['without place and hours', { place: '', hours: '' }, true],
  ['without a name', { name: ' ' }, false],
  ['with a name that is too long', { name: '团'.repeat(41) }, false],
  ['with a place that is too long', { place: '楼'.repeat(41) }, false],
  ['with hours that are too long', { hours: '点'.repeat(41) }, false],
  ['without a number', { phone: '' }, false],
  ['with words for a number', { phone: '问老师' }, false],
  ['with an ID number for a place', { place: '310110200403121234' }, false],
])('somebody to call %s is one or not', (_how, part, is) => {
  const value = { ...OFFICE, ...part };
  expect(contactIn(value)).toEqual(is ? value : undefined);
});

test('what is no text of somebody to call reads as empty', () => {
  expect(contactIn({ name: '学院团委', phone: '55270000', place: 3 })).toEqual({
    name: '学院团委',
    phone: '55270000',
    place: '',
    hours: '',
  });
  expect(contactIn('学院团委')).toBeUndefined();
});

test.each<[JsonValue, JsonValue, boolean]>([
  ['a', 'a', true],
  [1, '1', false],
  [null, null, true],
  [null, {}, false],
  [{}, null, false],
  [{ month: 6, day: 1 }, { day: 1, month: 6 }, true],
  [{ month: 6, day: 1 }, { month: 6, day: 2 }, false],
  [{ month: 6 }, { month: 6, day: 2 }, false],
  [{ month: 6 }, { day: 6 }, false],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], { 0: 'a' }, false],
  [[], {}, false],
  [['a'], 'a', false],
])('%j and %j are the same: %s', (one, other, are) => {
  expect([isSameValue(one, other), isSameValue(other, one)]).toEqual([are, are]);
});
