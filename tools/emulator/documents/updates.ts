import { update } from 'mingo/updater';
import { assertModifierNamed, assertNamed, assertStorable } from './field-names';
import { guarded } from './find';
import { queryOptions } from './operators';
import { respelled, withPushedLists } from './respelling';
import { assertModifier, refuse } from './update-checks';
import { copy, isPlain, type Doc } from './wire';

/** `$set` of nothing and operators without fields change nothing. */
const operatorsOf = (modifier: Doc, inserting: boolean): Doc => {
  const { $setOnInsert, ...rest } = modifier;
  const set = {
    ...(isPlain(rest.$set) ? rest.$set : {}),
    ...(inserting && isPlain($setOnInsert) ? $setOnInsert : {}),
  };
  return Object.fromEntries(
    Object.entries({ ...rest, $set: set }).filter(
      ([, fields]) => isPlain(fields) && Object.keys(fields).length > 0,
    ),
  );
};

/** Applies `$set`, `$inc`, … to a copy. `condition` is needed by the positional `$`. */
export function modified(doc: Doc, modifier: Doc, condition: Doc, inserting = false): Doc {
  assertModifier(doc, modifier);
  assertModifierNamed(modifier);
  const result = copy(doc);
  const operators = respelled(result, operatorsOf(modifier, inserting));
  withPushedLists(result, operators);
  const positional = Object.values(operators).some(
    (fields) => isPlain(fields) && Object.keys(fields).some((path) => /\.\$(\.|$)/.test(path)),
  );
  // mingo copies every operator there is for each document: only where the change asks a question of its own.
  const asks = positional || '$pull' in operators;
  guarded('Update', () =>
    update<Doc>(result, operators, [], positional ? condition : {}, {
      cloneMode: 'deep',
      ...(asks ? { queryOptions } : {}),
    }),
  );
  assertStorable(result, 'Update');
  return result;
}

/** Replaces everything but the `_id`. */
export function replaced(doc: Doc, replacement: Doc): Doc {
  assertStorable(replacement, 'Update');
  assertNamed(replacement, 'Update');
  if (replacement._id !== undefined && replacement._id !== doc._id)
    throw refuse("the (immutable) field '_id' was found to have been altered");
  return { _id: doc._id, ...copy(replacement) };
}

/** An upsert starts from what the condition says a field equals. */
export function seedOf(condition: Doc): Doc {
  const seed: Doc = {};
  const fields: Doc = {};
  for (const [field, value] of Object.entries(condition)) {
    if (field.startsWith('$') || value instanceof RegExp) continue;
    const operators = isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'));
    const equal = operators ? value.$eq : value;
    if (equal !== undefined && field !== '_id') fields[field] = equal;
  }
  return Object.keys(fields).length > 0 ? modified(seed, { $set: fields }, {}) : seed;
}
