import type { Rulebook } from '../../domain/rules/rulebook';
import { flowsOf } from './flows';
import { LISTS } from './lists';
import { COMMON_QUESTIONS } from '../questions';
import type { Terms } from './terms';
import { waysOf } from './ways';

/** A rulebook from its terms: every sentence with a value in it is written from that value. */
export const composeRulebook = (terms: Terms): Rulebook => {
  const { basis: _basis, committeesReceive: _committees, holdingWords: _words, ...values } = terms;
  return {
    ...values,
    lists: LISTS,
    ways: waysOf(terms),
    flows: flowsOf(terms),
    questions: COMMON_QUESTIONS,
  };
};
