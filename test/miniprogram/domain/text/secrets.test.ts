import { holdsSecret, withoutSecrets } from '../../../../miniprogram/domain/text/secrets';

test.each([
  ['我的密码是Abc12345，登不上', '我的密码是，登不上'],
  ['密码：hunter2! 不对', '密码： 不对'],
  ['密码设的是 a1b2c3d4', '密码设的是 '],
  ['密码Zhtj@2025登不上', '密码登不上'],
  ['110101200201011234查一下', '查一下'],
])('“%s” loses what is secret', (typed, left) => {
  expect(withoutSecrets(typed)).toBe(left);
  expect(holdsSecret(typed)).toBe(true);
});

test.each(['密码忘了', '密码错误5次', '密码是身份证后8位吗', '学号2019010123', '我在app上改密码'])(
  '“%s” holds no secret',
  (typed) => {
    expect(withoutSecrets(typed)).toBe(typed);
    expect(holdsSecret(typed)).toBe(false);
  },
);
