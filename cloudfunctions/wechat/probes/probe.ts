import type { Scratch } from '../scratch';

/** Tries one assumption of ours. Resolves to what was seen instead, and to nothing when it holds. */
export type Probe = (scratch: Scratch) => Promise<string | undefined>;

/** What the platform said, for a person to read. */
export const textOf = (error: unknown): string => {
  const { errMsg, message } = (error ?? {}) as { errMsg?: unknown; message?: unknown };
  return String(errMsg ?? message ?? error);
};

export const unless = (holds: boolean, seen: string): string | undefined => (holds ? undefined : seen);

/** The failure of a piece of work; nothing when it went well. */
export const failureOf = async (
  work: () => Promise<unknown>,
): Promise<{ readonly error: unknown } | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { error };
  }
};

/** The documents without their ids, as `set` takes them. */
export const withoutId = <T extends { readonly _id: string }>({ _id, ...data }: T): Omit<T, '_id'> => data;
