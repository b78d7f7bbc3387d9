/** Every table of words says something for each of its entries, and never the same for two that have to be told apart. */
import { AUDIT_KIND_WORDS } from '../../../../miniprogram/domain/words/audit';
import { FIGURES, STUCK_MEANINGS } from '../../../../miniprogram/domain/words/figures';
import { PEOPLE_STEP_WORDS } from '../../../../miniprogram/domain/words/people-steps';
import { QUEUE_KIND_WORDS } from '../../../../miniprogram/domain/words/queue-kinds';
import { DIFFERENCE_WORDS, LISTED_WORDS } from '../../../../miniprogram/domain/words/reconcile';
import { RESET_STATE_WORDS } from '../../../../miniprogram/domain/words/reset-states';
import { ROSTER_PROBLEM_WORDS } from '../../../../miniprogram/domain/words/roster-problems';
import { STATE_WORDS } from '../../../../miniprogram/domain/words/states';
import { STEP_WORDS } from '../../../../miniprogram/domain/words/steps';

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AUDIT_KIND_WORDS,
  PEOPLE_STEP_WORDS,
  QUEUE_KIND_WORDS,
  DIFFERENCE_WORDS,
  LISTED_WORDS,
  RESET_STATE_WORDS,
  ROSTER_PROBLEM_WORDS,
  STATE_WORDS,
  STEP_WORDS,
  STUCK_MEANINGS,
  figures: Object.fromEntries(Object.entries(FIGURES).map(([id, { term }]) => [id, term])),
  meanings: Object.fromEntries(Object.entries(FIGURES).map(([id, { meaning }]) => [id, meaning])),
};
/** Said alike on purpose: whose silence it was, the person reads elsewhere. */
const ALIKE: readonly string[] = ['lapsed-at-school'];

it.each(Object.keys(TABLES))('%s', (name) => {
  const entries = Object.entries(TABLES[name] ?? {});
  expect(entries.length).toBeGreaterThan(1);
  for (const [id, words] of entries) expect(`${id}: ${words}`).toMatch(/: .*[\u4e00-\u9fff]{2}/);
  const told = entries.filter(([id]) => !ALIKE.includes(id)).map(([, words]) => words);
  expect(told.filter((words, at) => told.indexOf(words) !== at)).toEqual([]);
});
