/** What a rulebook's parts owe one another. A schema sees shapes only; these are the promises between them. */
import { checkFlows } from './flows';
import type { Check } from './problem';
import { checkQuestions } from './questions';
import { checkTimeouts, checkTimes } from './times';
import { checkLists, checkNamed, checkSettings, checkWays } from './ways';

const CHECKS: readonly Check[] = [
  checkTimes,
  checkTimeouts,
  checkWays,
  checkLists,
  checkNamed,
  checkSettings,
  checkFlows,
  checkQuestions,
];

/** Everything that does not fit together; empty for a sound rulebook. */
export const rulebookProblems: Check = (rulebook) => CHECKS.flatMap((check) => check(rulebook));
