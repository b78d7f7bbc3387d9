import { readCode } from '../../../../miniprogram/components/code-entry/read-code';

describe('reading a reset code out of what was pasted', () => {
  it.each([
    ['506812', '506812'],
    ['506 812', '506812'],
    ['5068-12', '506812'],
    ['验证码：506812，两天内有效', '506812'],
    [' aB12cd ', 'aB12cd'],
    ['５０６８１２', '506812'],
    ['验证码：５０６　８１２', '506812'],
    ['123', ''],
    ['', ''],
    ['还没有', ''],
  ])('“%s” gives “%s”', (text, code) => {
    expect(readCode(text)).toBe(code);
  });
});
