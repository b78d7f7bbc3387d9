import { requestFailed } from './failures';
import { compareValues } from './order';
import { isPlain, type Doc } from './wire';

type Check = (value: unknown) => boolean;

const TYPES: Readonly<Record<string, Check>> = {
  array: Array.isArray,
  bool: (value) => typeof value === 'boolean',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  double: (value) => typeof value === 'number',
  int: Number.isInteger,
  long: Number.isInteger,
  null: (value) => value === null,
  number: (value) => typeof value === 'number',
  object: isPlain,
  string: (value) => typeof value === 'string',
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const ofType = (names: unknown): Check => {
  const checks = listOf(names).map((name) => {
    const check = TYPES[String(name)];
    if (!check) throw requestFailed('Query', `$jsonSchema: unknown type name alias ${String(name)}`);
    return check;
  });
  return (value) => checks.some((check) => check(value));
};

/** A keyword about one kind of values lets all other values pass. */
const number =
  (test: (value: number) => boolean): Check =>
  (value) =>
    typeof value !== 'number' || test(value);
const text =
  (test: (value: string) => boolean): Check =>
  (value) =>
    typeof value !== 'string' || test(value);
const list =
  (test: (value: readonly unknown[]) => boolean): Check =>
  (value) =>
    !Array.isArray(value) || test(value);
const object =
  (test: (value: Doc) => boolean): Check =>
  (value) =>
    !isPlain(value) || test(value);

function properties(schemas: unknown): Check {
  const checks = Object.entries(isPlain(schemas) ? schemas : {}).map(
    ([key, schema]) => [key, jsonSchema(schema)] as const,
  );
  return object((value) => checks.every(([key, check]) => value[key] === undefined || check(value[key])));
}

const KEYWORDS: Readonly<Record<string, (operand: unknown, schema: Doc) => Check>> = {
  bsonType: ofType,
  type: ofType,
  enum: (values) => (value) => listOf(values).some((each) => compareValues(each, value) === 0),
  required: (keys) => object((value) => listOf(keys).every((key) => value[String(key)] !== undefined)),
  properties,
  additionalProperties: (allowed, { properties: known }) => {
    const others = (value: Doc) => Object.keys(value).filter((key) => !(isPlain(known) && key in known));
    const check: Check = isPlain(allowed) ? jsonSchema(allowed) : () => allowed !== false;
    return object((value) => others(value).every((key) => check(value[key])));
  },
  items: (schema) => list((value) => value.every(jsonSchema(schema))),
  minItems: (least) => list((value) => value.length >= Number(least)),
  maxItems: (most) => list((value) => value.length <= Number(most)),
  minimum: (least, schema) =>
    number((v) => (schema.exclusiveMinimum === true ? v > Number(least) : v >= Number(least))),
  maximum: (most, schema) =>
    number((v) => (schema.exclusiveMaximum === true ? v < Number(most) : v <= Number(most))),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  minLength: (least) => text((value) => [...value].length >= Number(least)),
  maxLength: (most) => text((value) => [...value].length <= Number(most)),
  pattern: (pattern) => text((value) => new RegExp(String(pattern)).test(value)),
  allOf: (schemas) => (value) => listOf(schemas).every((schema) => jsonSchema(schema)(value)),
  anyOf: (schemas) => (value) => listOf(schemas).some((schema) => jsonSchema(schema)(value)),
  not: (schema) => (value) => !jsonSchema(schema)(value),
  title: () => () => true,
  description: () => () => true,
};

/** Compiles the schema of a `$jsonSchema` query; throws DATABASE_REQUEST_FAILED for a keyword it does not know. */
export function jsonSchema(schema: unknown): Check {
  if (!isPlain(schema)) throw requestFailed('Query', '$jsonSchema must be an object');
  const checks = Object.entries(schema).map(([keyword, operand]) => {
    const build = KEYWORDS[keyword];
    if (!build) throw requestFailed('Query', `Unknown $jsonSchema keyword: ${keyword}`);
    return build(operand, schema);
  });
  return (value) => checks.every((check) => check(value));
}
