import { keepingWords } from '../../../../miniprogram/domain/words/keeping';

const MAY = Date.UTC(2028, 4, 10, 2);
const NOVEMBER = Date.UTC(2027, 10, 10, 2);

it.each([
  [NOVEMBER, MAY, '到 2027年11月10日，最长到 2028年5月10日'],
  [NOVEMBER, null, '到 2027年11月10日'],
  [null, MAY, '最长到 2028年5月10日'],
  [null, null, ''],
])('kept until %s and at most until %s reads “%s”', (until, atMost, words) => {
  expect(keepingWords({ label: '留校', since: 0, until, atMost, followUps: [] })).toBe(words);
});
