import type { Rulebook } from '../domain/rules/rulebook';
import { flowsOf } from './flows';
import { LISTS } from './lists';
import { COMMON_QUESTIONS } from './questions';
import type { Terms } from './terms';
import { waysOf } from './ways';

/** A rulebook from its terms: every sentence with a value in it is written from that value. */
export const composeRulebook = (terms: Terms): Rulebook => {
  const { basis, ...values } = terms;
  return {
    ...values,
    lists: LISTS,
    ways: waysOf({ ...values, basis }),
    flows: flowsOf({ ...values, basis }),
    questions: COMMON_QUESTIONS,
  };
};
