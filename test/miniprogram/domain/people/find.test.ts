import { findIn, placesIn, type Findable } from '../../../../miniprogram/domain/people/find';
import { nameKey, numberKey, placeKey } from '../../../../miniprogram/domain/text/keys';

interface Person extends Findable {
  readonly name: string;
}

const person = (name: string, number: string, initials: string, branch: string): Person => ({
  name,
  nameKey: nameKey(name),
  numberKey: numberKey(number),
  initials,
  branchKey: placeKey(branch),
});

const PEOPLE = [
  person('王小明', '2203010101', 'wxm', '机械2301团支部'),
  person('王小明', '2203010205', 'wxm', '机械2302团支部'),
  person('林小雨', '2203010102', 'lxy', '机械2301团支部'),
  person('小明', '2203010311', 'xm', '光电2303团支部'),
  person('买买提·艾力', '2203010312', 'mmt·al', '光电2303团支部'),
  person('Anna Wang', 'M2022071', 'anna wang', '光电2303团支部'),
];

const numbers = (typed: string): string[] => findIn(PEOPLE, typed).map(({ numberKey: key }) => key);

it.each([
  ['the whole name', '林小雨', ['2203010102']],
  ['a part of it, the whole one first', '小明', ['2203010311', '2203010101', '2203010205']],
  ['the given name alone', '小雨', ['2203010102']],
  ['another kind of dot', '买买提•艾力', ['2203010312']],
  ['initials, in any case', 'LXY', ['2203010102']],
  ['a number', '2203010205', ['2203010205']],
  ['the end of a number', '10102', ['2203010102']],
  ['a number with letters, as typed', 'm2022', ['M2022071']],
  ['two parts of a number', '22030 10311', ['2203010311']],
  ['a branch', '光电2303', ['2203010311', '2203010312', 'M2022071']],
  ['a branch and a name, in any order', '小明 机械2302', ['2203010205']],
  ['a branch and initials', '机械2301，wxm', ['2203010101']],
  ['a name with blanks around it', ' 林小雨 ', ['2203010102']],
  ['somebody who is not there', '赵六', []],
  ['a sign that no key holds', '-', []],
  ['nothing', '  ', []],
])('finds by %s: %s', (_what, typed, expected) => {
  expect(numbers(typed)).toEqual(expected);
});

it('puts whoever has the words in their name before the people of a branch with them', () => {
  const named = person('机械', '9', 'jx', '别的团支部');
  expect(findIn([...PEOPLE, named], '机械')[0]).toBe(named);
});

it('finds branches by a part of their name', () => {
  const places = ['机械2301团支部', '机械2302团支部'].map((name) => ({ name, nameKey: placeKey(name) }));
  expect(placesIn(places, '2302').map(({ name }) => name)).toEqual(['机械2302团支部']);
  expect(placesIn(places, ' ')).toEqual([]);
});

it('finds nobody and nothing where nothing was typed', () => {
  expect(findIn(PEOPLE, '  ')).toHaveLength(0);
});

/** Named by what decides: the number alone would put them the other way round. */
const CLOSENESS: [string, string, Person[]][] = [
  [
    'the whole name before one that only begins so',
    '李明',
    [person('李明', '2', 'lm', '一班'), person('李明轩', '1', 'lmx', '一班')],
  ],
  [
    'a name that begins so before one that only has it',
    '明轩',
    [person('明轩宇', '2', 'mxy', '一班'), person('李明轩', '1', 'lmx', '一班')],
  ],
  [
    'the best of several words',
    '明 220',
    [person('明', '92204', 'm', '一班'), person('李明轩', '2203', 'lmx', '一班')],
  ],
  [
    'by number where nothing else decides',
    '李',
    [person('李一', '1', 'ly', '一班'), person('李二', '2', 'le', '一班')],
  ],
];
it.each(CLOSENESS)('puts %s: %s', (_what, typed, inOrder) => {
  for (const people of [inOrder, [...inOrder].reverse()]) expect(findIn(people, typed)).toEqual(inOrder);
});
