import * as v from 'valibot';
import { FIELD_IDS } from '../fields/catalogue';
import { LIST_COLUMNS, LIST_HOLDS } from '../lists';
import { APPROVERS, INITIATORS } from '../rulebook/approvals';
import { RECEIVER_KINDS } from '../rulebook/ways';
import { filledList, list, monthDay, ruleId, words } from './parts';

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

const window = v.strictObject({
  opens: v.nullable(monthDay),
  deadline: v.nullable(monthDay),
  source: words,
});

const route = v.strictObject({
  id: ruleId,
  label: words,
  hint: words,
  transferReason: v.nullable(words),
  targetHint: words,
  handledBy: v.picklist(['graduate', 'college']),
  receivingSystem: v.optional(ruleId),
  receiverClock: v.boolean(),
  window: v.nullable(window),
  initiators: v.array(v.picklist(INITIATORS)),
  approvals: v.array(v.picklist(APPROVERS)),
  offlineSteps: v.array(ruleId),
  keeping: v.nullable(ruleId),
  counts: v.boolean(),
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
  closed: v.optional(v.boolean()),
});

export const way = v.strictObject({
  id: ruleId,
  label: words,
  shortLabel: v.pipe(words, v.maxLength(5)),
  routeQuestion: v.nullable(words),
  routes: v.pipe(v.array(route), v.nonEmpty('must not be empty')),
});

export const handInList = v.strictObject({
  id: ruleId,
  title: words,
  hint: words,
  fileName: v.pipe(words, v.maxLength(31)),
  holds: v.picklist(LIST_HOLDS),
  columns: v.array(v.picklist(LIST_COLUMNS)),
});
