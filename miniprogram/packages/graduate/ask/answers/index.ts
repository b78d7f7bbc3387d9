import type { HelpQuestion } from '../../../../domain/rules/questions';
import type { Rulebook } from '../../../../domain/rules/rulebook/index';
import { allQuestions } from '../../../../domain/rules/way-questions';
import { ANSWERS_ELSEWHERE } from './elsewhere';
import { ANSWERS_OF_APP } from './from-app';
import { loginAnswers } from './from-flows';
import { answersOfRules } from './from-rules';

/**
 * All that can be asked on this page: what is drawn from the parts of a rulebook, then its own questions and its ways.
 * Of two that fit the words alike the earlier is found first, so that the answer for one thing stands before one for many.
 */
export const everyAnswer = (rulebook: Rulebook): HelpQuestion[] => [
  ...answersOfRules(rulebook),
  ...ANSWERS_OF_APP,
  ...allQuestions(rulebook),
  ...loginAnswers(rulebook),
  ...ANSWERS_ELSEWHERE,
];

const OF_NO_RULE: ReadonlySet<HelpQuestion> = new Set([...ANSWERS_OF_APP, ...ANSWERS_ELSEWHERE]);

/** Whether an answer says what the rules of the season say: what this app does, and what lies elsewhere, no rule does. */
export const restsOnRules = (question: HelpQuestion): boolean => !OF_NO_RULE.has(question);
