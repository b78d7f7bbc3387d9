import { requestFailed } from './failures';
import { isPlain, type Doc } from './wire';

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

export const refuse = (message: string) => requestFailed('Update', message);

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

/** The value at a dotted path, through list positions too. */
export function valueAt(doc: Doc, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isPlain(value) ? value[key] : undefined;
  }, doc);
}

export const isMissing = (value: unknown) => value === undefined;

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

/** Throws DATABASE_REQUEST_FAILED for operators MongoDB would refuse on this document. */
export function assertModifier(doc: Doc, modifier: Doc): void {
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
  assertSeparate(modifier);
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
