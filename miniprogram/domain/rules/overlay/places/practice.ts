/** Where universities do it differently: a college may answer for itself what makes nothing later or easier. */
import type { Rulebook } from '../../rulebook';
import { choicesIn } from '../../rulebook/chosen';
import type { Setting } from '../../rulebook/settings';
import type { Place } from '../place';

/** The season's own deadline stands in the season, and what the system does is nobody's choice. */
const OTHERS = ['seasonDeadline', 'timeouts'];

const isOwn = ({ options }: Setting): boolean =>
  !options.some(({ edits }) => edits.some(({ path }) => OTHERS.includes(path)));

/** @param rulebook with the answers that hold, which its id names */
export const placesOfPractice = (rulebook: Rulebook): Place[] => {
  const chosen = choicesIn(rulebook.id);
  return rulebook.settings.filter(isOwn).map((setting) => {
    const usual = chosen.find((choice) => choice.setting === setting.id)?.option ?? setting.default;
    return {
      path: `settings.${setting.id}`,
      group: 'practice',
      about: setting.question,
      label: '本院怎么做',
      kind: {
        kind: 'choice',
        options: setting.options.map(({ id, label }) => ({ value: id, label })),
      },
      usual,
      source: setting.options.find(({ id }) => id === usual)?.whoDoes ?? rulebook.source,
      levels: ['college'],
    };
  });
};
