/** Answers to a rulebook's settings stand in its id, whoever remembers it. */
import {
  choicesIn,
  shippedIdOf,
  withChoices,
  type Choice,
} from '../../../../../miniprogram/domain/rules/rulebook/chosen';
import { routeOf, rulebookOf, RULEBOOKS } from '../../../../../miniprogram/rulebooks';
import { national2022 } from '../../../../../miniprogram/rulebooks/national-2022';

const JUNE = { setting: 'deadline', option: 'june' };
const NO_CARD = { setting: 'card', option: 'none' };
const idOf = (choices: readonly Choice[]): string | undefined => {
  const chosen = withChoices(national2022, choices);
  return chosen.ok ? chosen.data.id : undefined;
};

it('names the answers that differ, in the order of the settings', () => {
  const id = 'national-2022~deadline.june~card.none';
  expect([idOf([JUNE, NO_CARD]), idOf([NO_CARD, JUNE])]).toEqual([id, id]);
  expect([shippedIdOf(id), choicesIn(id)]).toEqual(['national-2022', [JUNE, NO_CARD]]);
});

it('has the shipped id where every answer is the rulebook’s own', () => {
  const own = national2022.settings.map(({ id, default: option }) => ({ setting: id, option }));
  expect([idOf([]), idOf(own)]).toEqual(['national-2022', 'national-2022']);
  expect(choicesIn('national-2022')).toEqual([]);
});

const refused: [string, readonly Choice[]][] = [
  ['a setting nobody ships', [{ setting: 'colour', option: 'june' }]],
  ['an option of another setting', [{ setting: 'card', option: 'june' }]],
  ['two answers to one question', [JUNE, { setting: 'deadline', option: 'august' }]],
];
it.each(refused)('refuses %s', (_what, choices) => {
  expect(withChoices(national2022, choices)).toEqual({
    ok: false,
    error: expect.objectContaining({ code: 'SETTING_UNKNOWN', field: 'changes.choices' }),
  });
});

it('finds the rulebook with its answers by the id, and makes it once', () => {
  const id = 'national-2022~further-study.at-once';
  const chosen = rulebookOf(id);
  expect(chosen).toMatchObject({ id, name: national2022.name });
  expect(chosen && routeOf(chosen, 'further-study', 'direct')?.window?.opens).toBeNull();
  expect(rulebookOf(id)).toBe(chosen);
});

it.each(['national-2022~colour.red', 'national-2022~card', 'usst-2020~card.none', 'nobody-2000~card.none'])(
  'knows no rulebook %s',
  (id) => {
    expect(rulebookOf(id)).toBeUndefined();
  },
);

it('lets no shipped id be taken for one with answers', () => {
  for (const { id, settings } of RULEBOOKS) {
    const names = [
      id,
      ...settings.flatMap((setting) => [setting.id, ...setting.options.map((one) => one.id)]),
    ];
    for (const name of names) expect(name).not.toMatch(/[~.]/);
  }
});
