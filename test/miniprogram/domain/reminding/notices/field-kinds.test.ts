/** What each kind of field that WeChat grants takes as a fixed text, and how it takes any other. */
import { FIELD_KINDS, kindOf } from '../../../../../miniprogram/domain/reminding/notices/field-kinds';

const TWENTY = '一二三四五六七八九十'.repeat(2);

test.each([
  ['thing', TWENTY, true],
  ['thing', `${TWENTY}一`, false],
  ['thing', '两行\n文字', false],
  ['thing', '', false],
  ['thing', '  ', false],
  ['phrase', '学院已批', true],
  ['phrase', '学院已经批准', false],
  ['phrase', '批准A', false],
  ['name', '林晚', true],
  ['name', '林晚2', false],
  ['name', '', false],
  ['time', '09:05', true],
  ['time', '2026年6月18日 09:05', true],
  ['time', '2026-06-18 09:05', true],
  ['time', '2026-06-18', false],
  ['time', '早上 09:05', false],
  ['time', '09:05左右', false],
  ['date', '2026年6月18日', true],
  ['date', '2026-06-18 09:05', true],
  ['date', '09:05', false],
  ['date', '6月18日', false],
  ['date', '定于2026年6月18日', false],
  ['date', '2026年6月18日前', false],
  ['character_string', 'A-12 b', true],
  ['character_string', 'A'.repeat(32), true],
  ['character_string', 'A'.repeat(33), false],
  ['character_string', '第12', false],
  ['number', '12', true],
  ['number', '-1.5', true],
  ['number', '1.', false],
  ['number', '12人', false],
  ['number', '共12', false],
  ['letter', 'abC', true],
  ['letter', 'a1', false],
  ['letter', '1a', false],
  ['symbol', '!!', true],
  ['symbol', '！？。…—', true],
  ['symbol', '！？。…—~', false],
  ['symbol', 'a!', false],
  ['symbol', '!a', false],
  ['amount', '0元', true],
  ['amount', '￥12.50', true],
  ['amount', '1234567890', true],
  ['amount', '12345678901', false],
  ['amount', '共12元', false],
  ['amount', '12元整', false],
  ['phone_number', '+86 (21) 5527-0000', false],
  ['phone_number', '(21) 5527-0000', true],
  ['phone_number', '电话5527', false],
  ['phone_number', '5527转', false],
  ['car_number', '沪A12345', true],
  ['car_number', '沪A1234567', false],
  ['car_number', '沪A-123', false],
  ['car_number', '-沪A123', false],
])('%s takes “%s” as it stands: %s', (kind, text, takes) => {
  expect(FIELD_KINDS[kind]?.takes(text)).toBe(takes);
});

test.each([
  ['thing', ' 有  申请\n等你 ', '有 申请 等你'],
  ['thing', `${TWENTY}一`, '一二三四五六七八九十…三四五六七八九十一'],
  ['name', '林晚，通信2201团支部', '林晚'],
  ['name', 'Anna-Maria von der Heide-Lee', 'Anna-Maria…Heide-Lee'],
  ['name', '林晚 2201', '林晚'],
  ['name', '，通信团支部', '同学'],
  ['character_string', '2026年6月8日 09:05', '2026-06-08 09:05'],
  ['character_string', '定于2026年6月8日', '定于2026年6月8日'],
  ['number', '3', '3'],
])('%s makes of “%s”: “%s”', (kind, text, made) => {
  expect(FIELD_KINDS[kind]?.fit(text)).toBe(made);
});

test('the kind of a key is the key without its number', () => {
  expect(kindOf('character_string12')).toBe(FIELD_KINDS['character_string']);
  expect(kindOf('thing')).toBe(FIELD_KINDS['thing']);
  expect(kindOf('things1')).toBeUndefined();
  expect(kindOf('1thing')).toBeUndefined();
});

test('every kind has a name of its own in the console', () => {
  const labels = Object.values(FIELD_KINDS).map(({ label }) => label);
  for (const label of labels) expect(label).toMatch(/^\p{Script=Han}{2,3}$/u);
  expect(new Set(labels).size).toBe(labels.length);
});
