/**
 * Records are written back whole. What a later release has added to one must survive that, so a schema that reads a
 * record keeps every field it does not know, at every depth. The types stay those of the schema as it is written.
 */
import * as v from 'valibot';

/** The parts of a valibot schema that hold other schemas. */
interface Shape {
  readonly type: string;
  readonly pipe?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly options?: readonly Shape[];
}

const HOLDERS = ['wrapped', 'item', 'value'] as const;

const keeping = (schema: Shape): Shape => {
  // A chain of checks stands around plain values only.
  if (schema.pipe) return schema;
  if (schema.entries && schema.type === 'object') {
    const entries = Object.entries(schema.entries).map(([key, inner]) => [key, keeping(inner)]);
    return v.looseObject(Object.fromEntries(entries) as v.ObjectEntries) as unknown as Shape;
  }
  const inner = HOLDERS.flatMap((name) => {
    const held = schema[name];
    return held ? [[name, keeping(held)] as const] : [];
  });
  const isChoice = schema.type === 'variant' || schema.type === 'union';
  const options = isChoice && schema.options ? { options: schema.options.map(keeping) } : {};
  return { ...schema, ...Object.fromEntries(inner), ...options };
};

/** The same schema, which passes on what it does not know. */
export const keepUnknown = (schema: v.GenericSchema): v.GenericSchema =>
  keeping(schema as unknown as Shape) as unknown as v.GenericSchema;
