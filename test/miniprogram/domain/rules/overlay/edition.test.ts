import {
  editionsIn,
  isJson,
  uneditedIdOf,
  valueIn,
  withEditions,
  withValue,
} from '../../../../../miniprogram/domain/rules/overlay/edition';

test.each<[unknown, boolean]>([
  [null, true],
  ['', true],
  [0, true],
  [false, true],
  [['a', 1, { b: [null] }], true],
  [{ month: 6, day: 30 }, true],
  [undefined, false],
  [() => 0, false],
  [Symbol('a'), false],
  [{ month: 6, day: undefined }, false],
  [['a', () => 0], false],
])('%p can be the value of a change: %s', (value, can) => {
  expect(isJson(value)).toBe(can);
});

test('an id without versions names none', () => {
  expect(editionsIn('national-2022~card.none')).toEqual([]);
  expect(uneditedIdOf('national-2022')).toBe('national-2022');
});

test('versions take the place of those before', () => {
  const id = withEditions('national-2022@all.1', [{ scopeId: 'all', number: 2 }]);
  expect(id).toBe('national-2022@all.2');
  expect(withEditions(id, [])).toBe('national-2022');
});

test('a place has one value at a time, the last one given', () => {
  const once = withValue([{ path: 'other', value: 1 }], 'here', 2);
  expect(withValue(once, 'here', 3)).toEqual([
    { path: 'other', value: 1 },
    { path: 'here', value: 3 },
  ]);
  expect(valueIn(once, 'here')).toBe(2);
  expect(valueIn(once, 'nowhere')).toBeUndefined();
  expect(withValue(once, 'here', undefined)).toEqual([{ path: 'other', value: 1 }]);
});
