/** One event that WeChat pushes, and what it changes. */
import * as v from 'valibot';
import type { Ports } from '../../_shared/platform/ports';

/** WeChat writes one item as an object and several as a list. */
export const oneOrMany = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.union([v.array(item), item]),
    v.transform((given): v.InferOutput<S>[] => (Array.isArray(given) ? given : [given])),
  );

export interface Push {
  /** False for an event that is not as WeChat writes it: nothing was changed. */
  take(ports: Ports, event: unknown): Promise<boolean>;
}

/** A row of the table of pushes: what of the event is read, and who reads it. */
export const onPush = <S extends v.GenericSchema>(
  schema: S,
  take: (ports: Ports, event: v.InferOutput<S>) => Promise<void>,
): Push => ({
  take: async (ports, event) => {
    const parsed = v.safeParse(schema, event);
    if (parsed.success) await take(ports, parsed.output);
    return parsed.success;
  },
});
