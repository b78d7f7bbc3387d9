import { whyLed } from '../../../../miniprogram/domain/words/why-led';
import { ROLES, type Role } from '../../../../miniprogram/domain/rules/roles';

type Affairs = Parameters<typeof whyLed>[0];
const AFFAIRS: readonly Affairs[] = ['account', 'graduate', 'secretary', 'teacher'];
const held = (...roles: Role[]) => roles.map((role) => ({ role }));
const SETS: readonly (readonly Role[])[] = [[], ...ROLES.map((role) => [role]), ['graduate', 'teacher']];

const cases = AFFAIRS.flatMap((affairs) =>
  SETS.flatMap((before) =>
    SETS.flatMap((after) =>
      [true, false].map((mayCall) => ({
        affairs,
        before,
        said: whyLed(affairs, { before: held(...before), held: held(...after), mayCall }),
      })),
    ),
  ),
);

test('whoever is led somewhere reads in whole sentences why, and what to do', () => {
  for (const { said } of cases)
    if (said) {
      expect(said.title).toMatch(/^[\p{Script=Han}]{6,}$/u);
      expect(said.content).toMatch(/^[\p{Script=Han}，、。]{15,}。$/u);
    }
});

test('only who was nobody and asked for a graduate’s page passes without a word', () => {
  const silent = cases.filter(({ said }) => said === undefined);
  expect(silent.length).toBeGreaterThan(0);
  expect(silent.every(({ affairs, before }) => affairs === 'graduate' && before.length === 0)).toBe(true);
});

const OWN = '登录以后才有内容';
const GONE = '要重新登录一次';
test.each<[string, Affairs, readonly Role[], readonly Role[], boolean, string]>([
  ['the graduate whose number was unbound', 'graduate', ['graduate'], [], false, GONE],
  ['the same where they were the secretary too', 'secretary', ['graduate', 'secretary'], [], false, GONE],
  [
    'a teacher whose own number was unbound',
    'graduate',
    ['graduate', 'teacher'],
    ['teacher'],
    false,
    '你自己的学号已经解绑',
  ],
  [
    'one of the committee whose own was',
    'graduate',
    ['graduate', 'committee'],
    ['committee'],
    true,
    '你自己的学号已经解绑',
  ],
  ['a secretary whose own was', 'graduate', ['graduate', 'secretary'], ['secretary'], true, GONE],
  [
    'who is secretary no more',
    'secretary',
    ['graduate', 'secretary'],
    ['graduate'],
    false,
    '你现在不是团支书了',
  ],
  ['who is teacher no more', 'teacher', ['teacher'], [], false, '老师权限已经收回'],
  ['who is of the committee no more', 'teacher', ['committee'], [], false, '老师权限已经收回'],
  [
    'who is of the committee no more, but teaches',
    'teacher',
    ['committee', 'teacher'],
    ['teacher'],
    true,
    '校团委的权限已经收回',
  ],
  ['a teacher who lost both', 'teacher', ['committee', 'teacher'], ['graduate'], false, '老师权限已经收回'],
  // Still sees every college, and is not told that they see none.
  [
    'a teacher who is of the committee still',
    'teacher',
    ['committee', 'teacher'],
    ['committee'],
    true,
    '你的权限刚刚有变化',
  ],
  ['who holds nothing', 'teacher', [], [], false, OWN],
  ['who holds the same for other people', 'teacher', ['teacher'], ['teacher'], true, '你的权限刚刚有变化'],
  ['whose account changed', 'account', ['teacher'], ['teacher'], false, '你的权限刚刚有变化'],
  ['a teacher on a graduate’s page', 'graduate', ['teacher'], ['teacher'], false, '这一页是给毕业生用的'],
  ['a graduate on a secretary’s page', 'secretary', [], ['graduate'], false, '这一页是给团支书用的'],
  ['a graduate on a teacher’s page', 'teacher', ['graduate'], ['graduate'], false, '这一页是给老师用的'],
])('%s, led away from the %s’s page', (_who, affairs, before, after, mayCall, title) => {
  const led = { before: held(...before), held: held(...after), mayCall };
  expect(whyLed(affairs, led)?.title).toBe(title);
});
