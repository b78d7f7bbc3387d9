/** Checks a rulebook when it is loaded and names what is wrong. Not for the client: it would load valibot. */
import * as v from 'valibot';
import { FLOW_ACTIONS, FLOW_IDS } from './flow';
import { LIST_COLUMNS } from './lists';
import { ANSWER_PAGES } from './questions';
import { FIELD_IDS } from './fields/catalogue';
import { RULE_ID_PATTERN } from './ways';
import type { FlowId } from './flow';
import { THING_MAX } from './message-limits';
import { RECEIVER_KINDS } from './rulebook';
import type { Rulebook } from './rulebook';
import { rulebookProblems } from './rulebook-checks';
import type { RulebookProblem } from './rulebook-checks';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const list = v.array(words);
const filledList = v.pipe(list, v.nonEmpty('must not be empty'));
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const days = v.pipe(v.array(whole(0, 365)), v.nonEmpty('must not be empty'));
const hour = whole(0, 23);

const ruleId = v.pipe(v.string(), v.regex(RULE_ID_PATTERN, 'must look like further-study'));

const guide = v.strictObject({
  summary: words,
  steps: filledList,
  prepare: filledList,
  tellReceiver: v.nullable(words),
  mistakes: filledList,
  askWhom: words,
});

const receiver = v.strictObject({
  kind: v.picklist(RECEIVER_KINDS),
  committees: v.boolean(),
  holdingWords: list,
  label: words,
  placeLabel: words,
  tellTitle: words,
  nameHint: words,
  namePlaceholder: words,
  searchByEnding: v.boolean(),
});

const route = v.strictObject({
  id: ruleId,
  label: words,
  hint: words,
  transferReason: v.nullable(words),
  targetHint: words,
  handledBy: v.picklist(['graduate', 'college']),
  receiverClock: v.boolean(),
  cardStep: v.boolean(),
  guarded: v.boolean(),
  list: v.nullable(ruleId),
  receiver: v.nullable(receiver),
  required: v.array(v.picklist(FIELD_IDS)),
  optional: v.array(v.picklist(FIELD_IDS)),
  organisationEndings: list,
  misplacedWords: v.array(v.strictObject({ words, why: words })),
  nameMustMention: list,
  nameMissing: v.nullable(words),
  basis: words,
  guide,
});

const handInList = v.strictObject({
  id: ruleId,
  title: words,
  hint: words,
  fileName: v.pipe(words, v.maxLength(31)),
  columns: v.array(v.picklist(LIST_COLUMNS)),
});

const way = v.strictObject({
  id: ruleId,
  label: words,
  shortLabel: v.pipe(words, v.maxLength(5)),
  routeQuestion: v.nullable(words),
  routes: v.pipe(v.array(route), v.nonEmpty('must not be empty')),
});

const option = v.strictObject({ id: words, label: words, hint: v.optional(words), next: words });

/** One screen holds at most four answers. */
const questionNode = v.strictObject({
  id: words,
  question: words,
  help: v.optional(words),
  options: v.pipe(v.array(option), v.minLength(2), v.maxLength(4)),
});

const resultNode = v.strictObject({
  id: words,
  result: v.variant('kind', [
    v.strictObject({ kind: v.literal('way'), wayId: ruleId, routeId: ruleId }),
    v.strictObject({
      kind: v.literal('advice'),
      title: words,
      text: words,
      steps: v.optional(filledList),
      copy: v.optional(words),
      action: v.optional(v.strictObject({ label: words, do: v.picklist(FLOW_ACTIONS) })),
      settled: v.optional(v.strictObject({ label: words, option: words })),
    }),
  ]),
});

const flow = v.strictObject({
  id: v.picklist(FLOW_IDS),
  title: words,
  start: words,
  nodes: v.pipe(v.array(v.union([questionNode, resultNode])), v.nonEmpty('must not be empty')),
});

const flows = v.strictObject(
  Object.fromEntries(FLOW_IDS.map((id) => [id, flow])) as Record<FlowId, typeof flow>,
);

const answerLink = v.union([
  v.strictObject({ label: words, page: v.picklist(ANSWER_PAGES) }),
  v.strictObject({ label: words, page: v.literal('guide'), wayId: ruleId, routeId: ruleId }),
]);

const question = v.strictObject({
  id: ruleId,
  question: words,
  typed: filledList,
  answer: filledList,
  askWhom: words,
  copy: v.nullable(words),
  link: v.nullable(answerLink),
  basis: words,
});

const schema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+-\d{4}$/, 'must look like usst-2020')),
  schoolYear: words,
  name: words,
  source: words,
  checkedOn: v.pipe(v.string(), v.isoDate()),
  receiverDays: whole(1, 365),
  onTimeout: v.picklist(['auto-accept', 'auto-return', 'none']),
  timeoutOutcome: words,
  timeoutShort: v.pipe(words, v.maxLength(THING_MAX)),
  seasonDeadline: v.strictObject({ month: whole(1, 12), day: whole(1, 31) }),
  targets: v.array(v.strictObject({ month: whole(1, 12), day: whole(1, 31), percent: whole(1, 100) })),
  ageLimit: whole(14, 60),
  resetCodeHours: whole(1, 24 * 30),
  escalateAfterHours: whole(1, 24 * 30),
  escalateWarningHours: whole(1, 24 * 30),
  reminderDays: days,
  reminderValue: v.array(v.union([whole(0, 365), v.literal('timed-out')])),
  seasonReminderDays: days,
  reminderHour: hour,
  quietHours: v.strictObject({ from: hour, to: hour }),
  soonDays: whole(0, 365),
  holdingBranches: filledList,
  formerHoldingBranches: list,
  lists: v.array(handInList),
  ways: v.array(way),
  flows,
  questions: v.array(question),
});

export type LoadedRulebook =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly problems: readonly RulebookProblem[] };

/** The rulebook, or every problem with its dotted path. Shape comes first: sense is checked on sound shapes. */
export const loadRulebook = (input: unknown): LoadedRulebook => {
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      message: issue.message,
    }));
    return { ok: false, problems };
  }
  const rulebook: Rulebook = parsed.output;
  const problems = rulebookProblems(rulebook);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rulebook };
};
