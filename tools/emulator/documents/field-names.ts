/** What a field may be called. */
import { requestFailed } from './failures';
import { isPlain, type Doc } from './wire';

type Operation = 'Insert' | 'Update';

/** As the platform documents it. What it answers to another name is not documented: that sentence is ours. */
const FIELD_NAME = /^[A-Za-z0-9_]{1,32}$/;

/** Where an operator goes on instead of naming a field: the place in a list, or how a list is pushed. */
const isOperator = (key: string): boolean => key.startsWith('$');

/** These name fields to find or to take away, and those may be of an earlier time. */
const WRITES_NOTHING = ['$pull', '$unset'];

function assertName(key: string, operation: Operation): void {
  if (isOperator(key) || FIELD_NAME.test(key)) return;
  throw requestFailed(
    operation,
    `Field name '${key}' is not allowed: letters, digits and _ only, at most 32 of them`,
  );
}

/** Refuses fields that start with a dollar, which MongoDB does not store. */
export function assertStorable(value: unknown, operation: Operation): void {
  if (Array.isArray(value)) for (const item of value) assertStorable(item, operation);
  else if (isPlain(value))
    for (const [key, item] of Object.entries(value)) {
      if (isOperator(key))
        throw requestFailed(operation, `The dollar ($) prefixed field '${key}' is not valid for storage`);
      assertStorable(item, operation);
    }
}

/** Refuses field names the platform does not document as allowed, at every depth. */
export function assertNamed(value: unknown, operation: Operation): void {
  if (Array.isArray(value)) for (const item of value) assertNamed(item, operation);
  else if (isPlain(value))
    for (const [key, item] of Object.entries(value)) {
      assertName(key, operation);
      assertNamed(item, operation);
    }
}

/** The same for `$set`, `$inc`, …: only what is written now is looked at, not what was stored before. */
export function assertModifierNamed(modifier: Doc): void {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (WRITES_NOTHING.includes(operator) || !isPlain(fields)) continue;
    for (const [path, operand] of Object.entries(fields)) {
      for (const key of path.split('.')) assertName(key, 'Update');
      if (operator === '$rename')
        String(operand)
          .split('.')
          .forEach((key) => assertName(key, 'Update'));
      assertNamed(operand, 'Update');
    }
  }
}
