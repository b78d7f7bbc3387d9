/** What WeChat lets into the fields of a subscribe message; the type is the key without its number. */

/** Whether a non-empty text may stand in a field of this type. */
type FieldRule = (value: string) => boolean;

/** WeChat counts characters, not UTF-16 units. */
const lengthOf = (value: string) => [...value].length;
const isAtMost = (limit: number, pattern: RegExp): FieldRule => {
  return (value) => lengthOf(value) <= limit && pattern.test(value);
};

const DAY = /\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2})/.source;
const HOUR = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.source;
/** Two points of time joined by `~` are a period. */
const period = (point: string) => new RegExp(`^(?:${point})(?:~(?:${point}))?$`);

const ANY_TEXT = /^[^\p{Cc}]*$/u;
const DIGITS_IN_AMOUNT = 10;

const FIELD_RULES: Readonly<Record<string, FieldRule>> = {
  thing: isAtMost(20, ANY_TEXT),
  number: isAtMost(32, /^-?\d+(?:\.\d+)?$/),
  letter: isAtMost(32, /^[A-Za-z]+$/),
  symbol: isAtMost(5, /^[\p{P}\p{S}]+$/u),
  character_string: isAtMost(32, /^[\x20-\x7e]+$/),
  time: (value) => period(`(?:${DAY} )?${HOUR}`).test(value),
  date: (value) => period(`${DAY}(?: ${HOUR})?`).test(value),
  amount: (value) =>
    /^[¥￥$€£]?\d+(?:\.\d+)?元?$/.test(value) && value.replace(/\D/g, '').length <= DIGITS_IN_AMOUNT,
  phone_number: isAtMost(17, /^[\d+() -]+$/),
  car_number: isAtMost(8, /^[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]$/u),
  // A name with a Chinese character in it counts as a Chinese name.
  name: (value) =>
    /^[\p{Script=Han}\p{L}\p{P}\p{S} ]+$/u.test(value) &&
    lengthOf(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: isAtMost(5, /^\p{Script=Han}+$/u),
  // The console lists the allowed values; the declaration of a template does not, so any short text passes.
  const: isAtMost(20, ANY_TEXT),
};

/** `thing1` → `thing`, `character_string2` → `character_string`. */
function fieldType(key: string): string {
  return key.replace(/\d+$/, '');
}

export type FieldProblem = 'is empty' | 'is invalid';

/** What WeChat would say about a field's value, nothing when it accepts it. */
export function checkField(key: string, value: unknown): FieldProblem | undefined {
  if (value === undefined || value === null || value === '') return 'is empty';
  if (typeof value !== 'string') return 'is invalid';
  if (value.trim() === '') return 'is empty';
  return FIELD_RULES[fieldType(key)]?.(value) ? undefined : 'is invalid';
}
