import { holdsIdNumber } from '../../../miniprogram/domain/id-number';

it.each([
  ['310110200403121234', true],
  ['31011020040312123x', true],
  ['我的身份证是31011020040312123X，麻烦了', true],
  ['310110 20040312 1234', true],
  ['３１０１１０２００４０３１２１２３４', true],
  ['310110-2004-0312-1234', true],
  ['310110040312123', true],
  ['310110200413121234', false],
  ['1935021234', false],
  ['13800138000', false],
  ['验证码 836214', false],
  ['2027-06-30 23:59', false],
  ['1805 0220 1713', false],
  ['', false],
])('%s: %s', (text, found) => {
  expect(holdsIdNumber(text)).toBe(found);
});
