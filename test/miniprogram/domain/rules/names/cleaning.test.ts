/** What is taken off a pasted name, and what is left for the person to look at. */
import { cleaned, holdsOddSign, isTraditional } from '../../../../../miniprogram/domain/rules/names/cleaning';

const NAME = '澄江公司团支部';

test.each([
  ...['“”', '""', "''", '‘’', '「」', '『』', '【】', '[]', '《》'].map((pair) => [...pair].join(NAME)),
  ...['“', '"', '‘', '「', '『', '【', '['].map((opener) => opener + NAME),
  ...['”', '"', '’', '」', '』', '】', ']'].map((closer) => NAME + closer),
  ...[
    '。',
    '，',
    ',',
    '.',
    ';',
    '；',
    ':',
    '：',
    '!',
    '！',
    '?',
    '？',
    '、',
    '~',
    '—',
    '_',
    '/',
    '\\',
    '*',
    '#',
  ].flatMap((sign) => [sign + NAME, NAME + sign, `${sign}${sign}${NAME}${sign}${sign}`]),
  `>》」』${NAME}<《「『`,
  `“。${NAME}。”`,
  ...['🎉', '☎️', '👨‍👩‍👧', '★'].flatMap((picture) => [
    picture + NAME,
    `澄江${picture}公司团支部`,
    NAME + picture,
  ]),
  ...['名称', '全称', '名字', '团支部名称', '组织全称', '单位名字'].flatMap((lead) => [
    `${lead}：${NAME}`,
    `${lead}:${NAME}`,
    `${lead}是${NAME}`,
    `${lead}为：${NAME}`,
    lead + NAME,
  ]),
  '澄江 公司 团支部',
  ` ${NAME} `,
])('%s is the name alone', (typed) => {
  expect(cleaned(typed)).toBe(NAME);
});

test.each([
  // What is quoted inside a name is a part of it, at its beginning and its end too.
  '华中科技大学“启明学院”团支部',
  '“启明”学院团支部',
  '澄江团支部“启明”',
  '澄江（上海）公司团支部',
  // A word that leads in where a name follows is a name where none does.
  '名称',
  '澄江单位名称团支部',
  // Between numbers and between Latin words a blank parts them.
  '机电学院1 2班团支部',
  '一 二车间团支部',
  'TCL Display团支部',
  '机电学院1,2班团支部',
  'A座项目部团支部',
])('%s stays as it is', (typed) => {
  expect(cleaned(typed)).toBe(typed);
});

test.each([
  ['𠮷野家公司团支部', '𠮷野家公司团支部'],
  ['IBM 中国 团支部', 'IBM中国团支部'],
  ['第 1 车间 A 组团支部', '第1车间A组团支部'],
  ['。', ''],
  ['🎉', ''],
])('%s becomes %s', (typed, name) => {
  expect(cleaned(typed)).toBe(name);
});

test.each([
  ...[...'。！!？?；;：:@#$%^=~|\\<>{}'].map((sign) => [`澄江${sign}公司`, true] as const),
  ['，澄江公司', true],
  ['一，二车间', true],
  ['1，车间', true],
  ['车间,1班', true],
  ['1,2班', false],
  ['1，2班', false],
  ['澄江（上海）公司', false],
  ['澄江-上海公司', false],
] as const)('%s holds a sign to ask about: %s', (name, holds) => {
  expect(holdsOddSign(name)).toBe(holds);
});

test.each([
  ['澄江公司團支部', true],
  ['南京東路街道', true],
  ['澄江公司团支部', false],
])('%s is written in traditional characters: %s', (name, is) => {
  expect(isTraditional(name)).toBe(is);
});
