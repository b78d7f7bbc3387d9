import type { Rulebook } from '../../domain/rules/rulebook';
import { flowsOf } from './flows/index';
import { LISTS } from './lists';
import { USUAL_QUESTIONS } from '../questions/index';
import type { Terms } from './terms';
import { waysOf } from './ways/index';

/** A rulebook from its terms: every sentence with a value in it is written from that value. */
export const composeRulebook = (terms: Terms): Rulebook => {
  const { basis: _basis, committeesReceive: _committees, holdingWords: _words, ...values } = terms;
  return {
    ...values,
    lists: LISTS,
    ways: waysOf(terms),
    flows: flowsOf(terms),
    questions: USUAL_QUESTIONS,
  };
};
