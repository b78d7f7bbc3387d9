/** Where colleges and universities do it differently: what can be chosen, and what a change of it means. */
import { choicesIn, shippedIdOf, type Choice } from '../../../../domain/rules/rulebook/chosen';
import type { Setting } from '../../../../domain/rules/rulebook/settings';
import { rulebookOf } from '../../../../rulebooks/index';

interface Chosen {
  readonly rulebookId: string;
  readonly choices: readonly Choice[];
}

/** One setting as the form shows it. */
export interface Practice {
  readonly id: string;
  readonly question: string;
  readonly chosen: string;
  /** What holds now, in words. */
  readonly answer: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
}

const optionOf = ({ id, default: own }: Setting, choices: readonly Choice[]): string =>
  choices.find(({ setting }) => setting === id)?.option ?? own;

const labelOf = ({ options }: Setting, option: string): string =>
  options.find(({ id }) => id === option)?.label ?? '';

/** A question whose answer changes, with the old and the new one. */
interface PracticeRow {
  readonly label: string;
  readonly value: string;
  readonly tone: 'soon';
}

/** The settings of the rulebook in the form; none where it has none. */
export const practicesOf = ({ rulebookId, choices }: Chosen): readonly Practice[] =>
  (rulebookOf(rulebookId)?.settings ?? []).map((setting) => {
    const chosen = optionOf(setting, choices);
    return {
      id: setting.id,
      question: setting.question,
      chosen,
      answer: labelOf(setting, chosen),
      options: setting.options.map(({ id, label, whoDoes }) => ({ id, label, hint: whoDoes })),
    };
  });

/** The answers with one of them changed; the rulebook's own answer is no choice. */
export const choose = ({ rulebookId, choices }: Chosen, { setting, option }: Choice): readonly Choice[] => {
  const own = rulebookOf(rulebookId)?.settings.find(({ id }) => id === setting)?.default;
  const others = choices.filter((choice) => choice.setting !== setting);
  return option === own ? others : [...others, { setting, option }];
};

/** Whether both have the same rulebook with the same answers, in whatever order they were given. */
export const isSameChoice = (one: Chosen, other: Chosen): boolean =>
  one.rulebookId === other.rulebookId &&
  one.choices.length === other.choices.length &&
  one.choices.every(({ setting, option }) =>
    other.choices.some((choice) => choice.setting === setting && choice.option === option),
  );

/** What is done otherwise from then on, one row for each; with another rulebook, where it departs from its own. */
export const practiceRows = (beforeId: string, afterId: string): readonly PracticeRow[] => {
  const before = shippedIdOf(beforeId) === shippedIdOf(afterId) ? choicesIn(beforeId) : [];
  const after = choicesIn(afterId);
  return (rulebookOf(afterId)?.settings ?? []).flatMap((setting): PracticeRow[] => {
    const [old, fresh] = [optionOf(setting, before), optionOf(setting, after)];
    if (old === fresh) return [];
    const value = `${labelOf(setting, old)} → ${labelOf(setting, fresh)}`;
    return [{ label: setting.question, value, tone: 'soon' }];
  });
};
