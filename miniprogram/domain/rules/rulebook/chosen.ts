/**
 * A rulebook with the answers somebody chose for its settings. The answers are part of its id, so whatever remembers a
 * rulebook by its id (a season, a transfer, an answer to the phone) remembers them too, and a transfer keeps the
 * answers it began under: `national-2022~deadline.june~card.none`.
 */
import { fail, ok, type Result } from '../../errors';
import { applyEdits, editsOf } from './apply-edits';
import type { Rulebook } from '.';

/** One answer: the ids of a setting and of the option chosen. */
export interface Choice {
  readonly setting: string;
  readonly option: string;
}

/** Neither stands in an id of a rulebook, a setting or an option. */
const BETWEEN_CHOICES = '~';
const BEFORE_OPTION = '.';

/** Versions of rules stand behind the answers (`overlay/edition`). */
const answersIn = (id: string): readonly string[] => (id.split('@')[0] ?? id).split(BETWEEN_CHOICES);

/** The id of the rulebook as it is shipped. */
export const shippedIdOf = (id: string): string => answersIn(id)[0] ?? id;

/** The answers an id names: those that differ from the rulebook's own. */
export const choicesIn = (id: string): readonly Choice[] =>
  answersIn(id)
    .slice(1)
    .map((choice) => {
      const [setting = '', option = ''] = choice.split(BEFORE_OPTION);
      return { setting, option };
    });

const isOffered = ({ settings }: Pick<Rulebook, 'settings'>, { setting, option }: Choice): boolean =>
  settings.some(({ id, options }) => id === setting && options.some((offered) => offered.id === option));

/**
 * The shipped rulebook with the answers in it; equal answers give an equal id, however they are ordered. Answers left
 * out are the rulebook's own. `SETTING_UNKNOWN` for a setting or option it does not have, or one answered twice.
 */
export const withChoices = (shipped: Rulebook, choices: readonly Choice[]): Result<Rulebook> => {
  const isTwice = new Set(choices.map(({ setting }) => setting)).size < choices.length;
  if (isTwice || !choices.every((choice) => isOffered(shipped, choice)))
    return fail('SETTING_UNKNOWN', 'changes.choices');
  const chosen = new Map(choices.map(({ setting, option }) => [setting, option]));
  const differing = shipped.settings.flatMap(({ id, ...setting }) => {
    const option = chosen.get(id) ?? setting.default;
    return option === setting.default ? [] : [{ setting: id, option }];
  });
  const names = differing.map(({ setting, option }) => `${setting}${BEFORE_OPTION}${option}`);
  const byId = Object.fromEntries(differing.map(({ setting, option }) => [setting, option]));
  return ok({
    ...applyEdits(shipped, editsOf(shipped.settings, byId)),
    id: [shipped.id, ...names].join(BETWEEN_CHOICES),
  });
};
