import * as v from 'valibot';
import type { JsonValue } from '../rulebook/settings';
import { ruleId, words } from './parts';

const json: v.GenericSchema<JsonValue> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), v.record(v.string(), json)]),
);

const edit = v.strictObject({ path: words, value: json });

const option = v.strictObject({ id: ruleId, label: words, whoDoes: words, edits: v.array(edit) });

export const setting = v.strictObject({
  id: ruleId,
  question: words,
  options: v.pipe(v.array(option), v.minLength(2, 'must offer a choice')),
  default: ruleId,
});
