/** What the answers to questions owe the rest: who writes, and a guide that is there. */
import { routeOf } from '../rulebook/index';
import { problem, repeated, type Check } from './problem';

export const checkQuestions: Check = (rulebook) => {
  const twice = repeated(rulebook.questions.map(({ id }) => id));
  return [
    ...problem('questions', `holds ${twice} twice`, twice !== undefined),
    ...rulebook.questions.flatMap(({ copy, link }, index) => [
      ...problem(
        `questions.${index}.copy`,
        'does not say who writes: {name} is missing',
        copy !== null && !copy.includes('{name}'),
      ),
      ...problem(
        `questions.${index}.link`,
        'leads to a route the rulebook does not have',
        link?.page === 'guide' && routeOf(rulebook, link.wayId, link.routeId) === undefined,
      ),
    ]),
  ];
};
