import * as v from 'valibot';
import { FLOW_ACTIONS, FLOW_IDS, ROSTER_FACTS, type FlowId } from '../flow';
import { filledList, ruleId, words } from './parts';

const option = v.strictObject({
  id: words,
  label: words,
  hint: v.optional(words),
  onRoster: v.optional(v.picklist(ROSTER_FACTS)),
  notFor: v.optional(v.picklist(ROSTER_FACTS)),
  next: words,
});

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

export const flows = v.strictObject(
  Object.fromEntries(FLOW_IDS.map((id) => [id, flow])) as Record<FlowId, typeof flow>,
);
