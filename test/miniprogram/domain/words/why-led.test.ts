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
