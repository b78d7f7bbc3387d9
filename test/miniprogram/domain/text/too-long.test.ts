import { tooLong } from '../../../../miniprogram/domain/text/too-long';

test.each([
  ['nothing', '', 3, ''],
  ['just as much', '一二三', 3, ''],
  ['one too many', '一二三四', 3, '最多 3 个字，现在有 4 个，删短一点'],
  ['no more than can be seen', ' 一二\u200b三 ', 3, ''],
])('%s: “%s” in at most %i characters', (_what, typed, most, said) => {
  expect(tooLong(typed, most)).toBe(said);
});
