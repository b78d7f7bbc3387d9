import { withoutIdNumbers, holdsIdNumber } from '../../../../miniprogram/domain/text/id-number';

it.each([
  ['310110200403121234', true],
  ['31011020040312123x', true],
  ['我的身份证是31011020040312123X，麻烦了', true],
  ['310110 20040312 1234', true],
  ['３１０１１０２００４０３１２１２３４', true],
  ['310110-2004-0312-1234', true],
  ['310110040312123', true],
  ['310110\u200b20040312\u200b1234', true],
  ['310110–2004–0312–1234', true],
  ['\u202a３１０１１０２００４•０３１２１２３４\u202c', true],
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

it('takes whole numbers out of what is pasted, and leaves all else', () => {
  expect(withoutIdNumbers('1\t林小雨\t310110200403071234\t2023010108\n2\t陈晨\t31011020040307123x')).toBe(
    '1\t林小雨\t\t2023010108\n2\t陈晨\t',
  );
});
