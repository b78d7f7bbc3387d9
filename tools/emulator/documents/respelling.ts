import { setValue } from 'mingo/util';
import { compareValues } from './order';
import { isMissing, refuse, valueAt } from './update-checks';
import { isPlain, type Doc } from './wire';

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
export function respelled(doc: Doc, operators: Doc): Doc {
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
export function withPushedLists(doc: Doc, { $push }: Doc): void {
  for (const path of Object.keys(isPlain($push) ? $push : {})) {
    if (!path.includes('$') && isMissing(valueAt(doc, path))) setValue(doc, path, []);
  }
}
