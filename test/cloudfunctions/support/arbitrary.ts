import fc from 'fast-check';
import type { GenericSchema } from 'valibot';

/** The parts of a valibot schema the generator looks at. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly literal?: unknown;
}

const WORDS = [
  '林小雨',
  '光电2302团支部',
  'S002',
  '123456',
  '2027-06',
  '上海某某有限公司团支部',
  '',
  ' ',
  '=1+1',
  // Ways and routes that exist.
  'employed',
  'further-study',
  'direct',
];

/** A field as often left out as the schema lets it be. */
const entriesOf = (entries: Readonly<Record<string, Shape>>, ids: readonly string[]) => {
  const required = Object.keys(entries).filter((key) => entries[key]?.type !== 'optional');
  const values = Object.fromEntries(
    Object.entries(entries).map(([key, shape]) => [key, valueOf(shape, ids)]),
  );
  return fc.record(values, { requiredKeys: required });
};

const numbers = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom(Date.UTC(2027, 4, 10), Date.UTC(2027, 4, 9, 23), Date.UTC(2037, 0, 1)),
  fc.integer(),
);

const valueOf = (shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> => {
  switch (shape.type) {
    case 'strict_object':
    case 'object':
      return entriesOf(shape.entries ?? {}, ids);
    case 'optional':
    case 'nullable':
      return fc.oneof(valueOf(shape.wrapped ?? { type: 'unknown' }, ids), fc.constant(null));
    case 'array':
      return fc.array(valueOf(shape.item ?? { type: 'unknown' }, ids), { maxLength: 4 });
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []));
    case 'literal':
      return fc.constant(shape.literal);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers;
    case 'string':
      return fc.oneof(fc.constantFrom(...ids, ...WORDS), fc.string({ maxLength: 130 }));
    default:
      return fc.anything();
  }
};

/** Requests near enough to a schema to get past it often, with ids that exist among their texts. */
export const requestLike = (schema: GenericSchema, ids: readonly string[]): fc.Arbitrary<unknown> =>
  valueOf(schema as unknown as Shape, ids);
