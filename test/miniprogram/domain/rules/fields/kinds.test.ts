import {
  IS_GIVEN,
  MONTH_PATTERN,
  PHONE_PATTERN,
  TYPED_WORDS,
} from '../../../../../miniprogram/domain/rules/fields/kinds';

const PLACE = { names: ['上海市', '杨浦区'], code: '310110' };
const CONTACT = { name: '林母', phone: '13800000000' };

test('blanks alone are nothing that was filled in; what is picked is always something', () => {
  for (const kind of ['text', 'branchName', 'month'] as const)
    expect([IS_GIVEN[kind](' \u3000'), IS_GIVEN[kind]('2027-06')]).toEqual([false, true]);
  expect([IS_GIVEN.place(PLACE), IS_GIVEN.startedAt(0), IS_GIVEN.contact(CONTACT)]).toEqual([
    true,
    true,
    true,
  ]);
});

test('WeChat is asked about every word that was typed freely, and about no number', () => {
  expect(TYPED_WORDS.place(PLACE)).toEqual(['上海市', '杨浦区']);
  expect([TYPED_WORDS.text('英国'), TYPED_WORDS.branchName('某团支部')]).toEqual([['英国'], ['某团支部']]);
  expect(TYPED_WORDS.contact(CONTACT)).toEqual(['林母']);
  expect(TYPED_WORDS.startedAt(0)).toHaveLength(0);
  expect(TYPED_WORDS.month('2027-06')).toHaveLength(0);
});

test.each([
  ['13800000000', true],
  ['+86 138-0000-0000', true],
  ['55270000', true],
  ['5527000', true],
  ['552700', false],
  ['123456789012345678901', false],
  ['138 0000 000x', false],
  ['x13800000000', false],
  ['86+13800000000', false],
])('%s can be called: %s', (phone, is) => {
  expect(PHONE_PATTERN.test(phone)).toBe(is);
});

test.each([
  ['2027-01', true],
  ['2027-09', true],
  ['2027-10', true],
  ['2027-12', true],
  ['2027-00', false],
  ['2027-13', false],
  ['2027-6', false],
  ['2027-06-01', false],
  ['12027-06', false],
])('%s is a month: %s', (month, is) => {
  expect(MONTH_PATTERN.test(month)).toBe(is);
});
