/** Work that is awaited later. Should it fail before, the failure waits for that `await` and does not end the process as unhandled. */
export const begun = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};

/**
 * A reading that begins before a transaction and serves its first run. A transaction runs again when something has
 * changed, so each further run reads anew.
 * @param known the result, where it has been read already
 */
export const begunAnew = <T>(read: () => Promise<T>, known?: T): (() => Promise<T>) => {
  let first: Promise<T> | undefined = known === undefined ? begun(read()) : Promise.resolve(known);
  return () => {
    const reading = first ?? read();
    first = undefined;
    return reading;
  };
};
