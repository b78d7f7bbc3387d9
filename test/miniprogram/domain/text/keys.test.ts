import fc from 'fast-check';
import { cleanLine, cleanText, isEmpty, plainLine } from '../../../../miniprogram/domain/text/clean-text';
import {
  codeKey,
  keysOfMember,
  nameKey,
  numberKey,
  placeKey,
  plainCode,
} from '../../../../miniprogram/domain/text/keys';

const KEYS = { nameKey, numberKey, codeKey, placeKey, plainCode };
const ALL = { ...KEYS, cleanText, cleanLine, plainLine };

const INVISIBLE = [
  ...'\u0000\u0007\u007f\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e',
  ...'\u2060\u2063\u2066\u2069\ufe0e\ufe0f\ufeff\ufff9\uffff\u{e0001}\u{e0100}',
];

test.each([
  ['张\u200b三', '张三'],
  ['\u202a李四\u202c', '李四'],
  ['欧阳\u00ad娜', '欧阳娜'],
  ['\ufeff王\u2060五\u200d', '王五'],
  ['张\ufe0f三', '张三'],
  // A mark stays only where it shapes what stands before it.
  ['A\ufe0f1\ufe0f', 'A1'],
  ['神\ufe03', '神'],
  ['ئ\u180b', 'ئ'],
  ['A\u180b', 'A'],
  ['张　三', '张 三'],
  ['张\n三', '张 三'],
  ['  Anna\u00a0\u00a0Lee ', 'Anna Lee'],
])('%j is stored and shown as %s', (typed, shown) => {
  expect(cleanLine(typed)).toBe(shown);
});

test.each(['\u200b\u2060', ' \u3000\u00a0', '\u3164', '\u2800\ufeff', '\u0000', '\ud842', ''])(
  '%j says nothing',
  (typed) => {
    expect(isEmpty(typed)).toBe(true);
  },
);

test.each([
  '一行\n两行',
  '第一段\n　　第二段',
  '👨‍👩‍👧 ❤️ 1️⃣ ㊗️',
  '\u{20bb7}野',
  '神\u{2f80f}',
  '神\ufe02',
  '❤️‍🔥',
  '葛\u{e0100}',
  'می‌خواهم',
  'ئابدۇللا',
  'བཀྲ་ཤིས',
  '\u1820\u180e\u182d\u180b',
])('%j stays as it is', (typed) => {
  expect(cleanText(typed)).toBe(typed);
});

const SAME: Record<keyof typeof KEYS, readonly (readonly string[])[]> = {
  nameKey: [
    ['张三', '张\u200b三', '\u202a张三\u202c', '张　三', '张\u00ad三', '张\ufe0f三'],
    ['阿布都·热合曼', ...'•∙⋅●．.。‧・･․'].map((dot, index) => (index ? `阿布都${dot}热合曼` : dot)),
    ['Anna Lee', 'ANNA LEE', 'ａｎｎａ　ｌｅｅ', 'annalee'],
    ['Jean-Luc', 'Jean‑Luc', 'Jean–Luc', 'Jean－Luc'],
    ['神田', '\ufa19田'],
    ['ئابدۇللا', 'ئابدۇ\u200fللا', '\u202bئابدۇللا\u202c'],
  ],
  numberKey: [['S6', 's6', 'S6\u200b', '\u200eS6', 'Ｓ６', 'S 6', 'S-6', 'S–6', 'S—6', 'S−6']],
  codeKey: [
    [
      'ABC234',
      'abc-234',
      'ABC–234',
      'ＡＢＣ２３４',
      'A B C 2 3 4',
      'ABC·234',
      'ABC.234',
      '\u2066ABC\u200d234\u2069',
    ],
  ],
  plainCode: [['aB12', 'a–B12', 'ａＢ１２', 'aB\u200b12']],
  placeKey: [
    ['光电学院', '光电学院\u200b', '光电 学院', '光电\u00ad学院'],
    [
      '光电2302（本科）团支部',
      '光电2302(本科)团支部',
      '光电２３０２【本科】团支部',
      '光电 2302 (本科) 团支部',
    ],
    ['MBA中心', 'ＭＢＡ中心', 'mba 中心'],
    ['光电23-2团支部', '光电23–2团支部', '光电23－2团支部'],
  ],
};

describe.each(Object.keys(SAME) as (keyof typeof KEYS)[])('%s', (name) => {
  test.each(SAME[name].map((spellings) => [spellings]))('is one for %j', (spellings) => {
    expect(new Set(spellings.map(KEYS[name])).size).toBe(1);
  });
});

test.each([
  ['nameKey', '张三', '张叁'],
  ['nameKey', '张三', '張三'],
  ['nameKey', '阿布都·热合曼', '阿布都热合曼'],
  ['numberKey', '2023.1', '20231'],
  ['placeKey', '一班', '1班'],
  ['placeKey', '1班', '2班'],
  ['placeKey', '光电1 12班', '光电11 2班'],
  ['placeKey', '光电23-2', '光电232'],
  ['plainCode', 'aB12', 'AB12'],
] as const)('%s tells %s from %s', (name, one, other) => {
  expect(KEYS[name](one)).not.toBe(KEYS[name](other));
});

/** Records are found by these keys: one that is made otherwise finds nobody who is on a list already. */
test.each([
  ['nameKey', 'Anna  Lee', 'annalee'],
  ['nameKey', '阿布都•热合曼', '阿布都·热合曼'],
  ['numberKey', 's-6 7', 'S67'],
  ['codeKey', 'abc·234', 'ABC234'],
  ['plainCode', 'a–B 12', 'aB12'],
  ['placeKey', ' 光电 2302 【本科】 1 12班 ', '光电2302(本科)1 12班'],
  ['placeKey', '光电  学院', '光电学院'],
  ['placeKey', 'MBA•中心', 'mba·中心'],
] as const)('%s of “%s” is kept as “%s”', (name, text, key) => {
  expect(KEYS[name](text)).toBe(key);
});

test('a member is found by number and by name', () => {
  const keys = { numberKey: '2023A1', nameKey: '张三' };
  expect(keysOfMember({ studentNumber: '2023-a1', name: '张 三' })).toEqual(keys);
});

test.each([
  ['one\r\ntwo', 'one\ntwo'],
  ['one\u2028two\u0085three', 'one\ntwo\nthree'],
])('the lines of %j stay lines', (typed, lines) => {
  expect(cleanText(typed)).toBe(lines);
});

/** Signs that come apart, come together or change their case in odd ways. */
const ODD = [
  ...' \u3000¨´½ŉİıßẞΐﬃ﷽①㈱㍿ｶﾞがﾟ㎏№…．.。-–·[（】1２aAé\u0301\u0308\u0345\u1100\u1161\u11a8\ufa19\u{2f80f}一张ي\u200d',
];
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...ODD), maxLength: 12 }),
);

test.each(Object.entries(ALL))('%s of what it has made changes nothing any more', (_, make) => {
  fc.assert(
    fc.property(typed, (text) => make(make(text)) === make(text)),
    { numRuns: 2000 },
  );
});

const sprinkled = fc
  .tuple(typed, fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...INVISIBLE)), { minLength: 1, maxLength: 5 }))
  .map(([text, marks]) => {
    const characters = Array.from(text);
    for (const [at, mark] of marks) characters.splice(at, 0, mark);
    return [text, characters.join('')] as const;
  });

test.each(Object.entries({ ...KEYS, plainLine }))('%s does not see invisible characters', (_, make) => {
  fc.assert(
    fc.property(sprinkled, ([text, more]) => make(more) === make(text)),
    { numRuns: 2000 },
  );
});

test('cleaning leaves every visible character where it was', () => {
  const visible = fc.string({ unit: fc.constantFrom(...'张三一二1２ａZ·•（）—–\ufa19𠮷😀ئ'), maxLength: 12 });
  fc.assert(fc.property(visible, (text) => cleanText(text) === text));
});
