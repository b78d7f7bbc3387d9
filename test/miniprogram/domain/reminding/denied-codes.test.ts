import { isDenied } from '../../../../miniprogram/domain/reminding/denied-codes';

test.each([-604101, -604100, -502003, 48001, 40001, 43107])(
  '%i: nothing goes out before somebody mends it',
  (code) => {
    expect(isDenied(code)).toBe(true);
  },
);

test.each([
  ['sent', 0],
  ['no consent left', 43101],
  ['WeChat is busy', -1],
  ['a field that is wrong', 47003],
])('%s (%i) is about one message, not about the set-up', (_what, code) => {
  expect(isDenied(code)).toBe(false);
});
