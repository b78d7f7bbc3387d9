import { NO_REASON, reasonValue, reasonWords } from '../../../../miniprogram/domain/words/reason';

it('names a reason, and says plainly that there is none', () => {
  expect(reasonWords('组织名称不对')).toBe('原因：组织名称不对');
  expect(reasonWords(NO_REASON)).toBe('没写原因');
});

it('says the same beside a label', () => {
  expect(reasonValue('组织名称不对')).toBe('组织名称不对');
  expect(reasonValue(NO_REASON)).toBe('没写');
});
