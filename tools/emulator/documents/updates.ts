import { update } from 'mingo/updater';
import { setValue } from 'mingo/util';
import { requestFailed } from './failures';
import { guarded } from './find';
import { queryOptions } from './operators';
import { compareValues } from './order';
import { assertStorable, copy, isPlain, type Doc } from './wire';

const OPERATORS = [
  '$addToSet',
  '$bit',
  '$currentDate',
  '$inc',
  '$max',
  '$min',
  '$mul',
  '$pop',
  '$pull',
  '$pullAll',
  '$push',
  '$rename',
  '$set',
  '$setOnInsert',
  '$unset',
];

const refuse = (message: string) => requestFailed('Update', message);

/** The parts of a path that exist must be objects or arrays, or MongoDB refuses to write below them. */
function assertReachable(doc: Doc, path: string): void {
  let value: unknown = doc;
  const keys = path.split('.');
  for (const [i, key] of keys.entries()) {
    if (key.startsWith('$')) return;
    if (value === undefined) return;
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(key))
        throw refuse(`Cannot create field '${key}' in element {${keys[i - 1]}: an array}`);
      value = value[Number(key)];
    } else if (isPlain(value))
      value = Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
    else throw refuse(`Cannot create field '${key}' in element {${keys[i - 1]}: ${JSON.stringify(value)}}`);
  }
}

function valueAt(doc: Doc, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isPlain(value) ? value[key] : undefined;
  }, doc);
}

const isMissing = (value: unknown) => value === undefined;

/** What MongoDB demands of the field an operator works on, and mingo lets pass. */
function assertSuitable(doc: Doc, operator: string, path: string, operand: unknown): void {
  const value = path.includes('$') ? undefined : valueAt(doc, path);
  if (['$inc', '$mul', '$bit'].includes(operator)) {
    if (operator !== '$bit' && typeof operand !== 'number')
      throw refuse(`Cannot apply ${operator} with a non-numeric argument: ${path}`);
    if (!isMissing(value) && typeof value !== 'number') {
      throw refuse(`Cannot apply ${operator} to a value of non-numeric type: the field '${path}'`);
    }
  }
  if (
    ['$push', '$addToSet', '$pull', '$pullAll', '$pop'].includes(operator) &&
    !isMissing(value) &&
    !Array.isArray(value)
  ) {
    throw refuse(`The field '${path}' must be an array for ${operator}`);
  }
}

function assertModifier(doc: Doc, modifier: Doc): void {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!OPERATORS.includes(operator)) throw refuse(`unknown top level operator: ${operator}`);
    if (!isPlain(fields))
      throw refuse(`Modifiers operate on fields but we found ${typeof fields} for ${operator}`);
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '' || path.split('.').includes('')) throw refuse(`An empty field name in '${path}'`);
      if (operator !== '$unset' && operator !== '$pull') assertReachable(doc, path);
      assertSuitable(doc, operator, path, operand);
    }
  }
}

/** No two operators may work on one field, nor one inside the field of another. */
function assertSeparate(modifier: Doc): void {
  const paths = Object.values(modifier).flatMap((fields) => Object.keys(fields as Doc));
  for (const [i, path] of paths.entries()) {
    if (paths.some((other, j) => i !== j && `${other}.`.startsWith(`${path}.`))) {
      throw refuse(`Updating the path '${path}' would create a conflict at '${path}'`);
    }
  }
}

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

const isNew = (list: readonly unknown[], item: unknown) =>
  list.every((each) => compareValues(each, item) !== 0);

/** The list after `$addToSet`: each value once behind what is there. */
function withAdded(current: unknown, operand: unknown): unknown[] {
  const list: unknown[] = Array.isArray(current) ? [...(current as unknown[])] : [];
  const additions = isPlain(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(additions)) throw refuse('The argument to $each in $addToSet must be an array');
  for (const item of additions as unknown[]) if (isNew(list, item)) list.push(item);
  return list;
}

/** Says in `$set` and `$push` what mingo does differently from MongoDB with other words. */
function respelled(doc: Doc, operators: Doc): Doc {
  const set: Doc = {};
  const result: Doc = {};
  for (const [operator, fields] of Object.entries(operators)) {
    const kept: Doc = {};
    for (const [path, operand] of Object.entries(fields as Doc)) {
      const current = valueAt(doc, path);
      const positional = path.includes('$');
      if (operator === '$addToSet' && !positional) set[path] = withAdded(current, operand);
      else if ((operator === '$min' || operator === '$max') && !positional && isMissing(current))
        set[path] = operand;
      else kept[path] = operand;
    }
    if (Object.keys(kept).length > 0) result[operator] = kept;
  }
  return Object.keys(set).length > 0
    ? { ...result, $set: { ...(result.$set as Doc | undefined), ...set } }
    : result;
}

/** mingo forgets `$slice` and `$sort` when it creates the list. */
function withPushedLists(doc: Doc, { $push }: Doc): void {
  for (const path of Object.keys(isPlain($push) ? $push : {})) {
    if (!path.includes('$') && isMissing(valueAt(doc, path))) setValue(doc, path, []);
  }
}

/** Applies `$set`, `$inc`, … to a copy. `condition` is needed by the positional `$`. */
export function modified(doc: Doc, modifier: Doc, condition: Doc, inserting = false): Doc {
  assertModifier(doc, modifier);
  assertSeparate(modifier);
  const result = copy(doc);
  const operators = respelled(result, operatorsOf(modifier, inserting));
  withPushedLists(result, operators);
  const positional = Object.values(operators).some(
    (fields) => isPlain(fields) && Object.keys(fields).some((path) => /\.\$(\.|$)/.test(path)),
  );
  guarded('Update', () =>
    update<Doc>(result, operators, [], positional ? condition : {}, { cloneMode: 'deep', queryOptions }),
  );
  assertStorable(result, (key) => refuse(`The dollar ($) prefixed field '${key}' is not valid for storage`));
  return result;
}

/** Replaces everything but the `_id`. */
export function replaced(doc: Doc, replacement: Doc): Doc {
  assertStorable(replacement, (key) =>
    refuse(`The dollar ($) prefixed field '${key}' is not valid for storage`),
  );
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
