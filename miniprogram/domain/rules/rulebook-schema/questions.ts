import * as v from 'valibot';
import { ANSWER_PAGES } from '../questions';
import { filledList, ruleId, words } from './parts';

const answerLink = v.union([
  v.strictObject({ label: words, page: v.picklist(ANSWER_PAGES) }),
  v.strictObject({ label: words, page: v.literal('guide'), wayId: ruleId, routeId: ruleId }),
]);

export const question = v.strictObject({
  id: ruleId,
  question: words,
  typed: filledList,
  answer: filledList,
  askWhom: words,
  copy: v.nullable(words),
  link: v.nullable(answerLink),
  basis: words,
});

export const helpContact = v.strictObject({
  name: words,
  phone: words,
  place: v.string(),
  hours: v.string(),
});
