/** Work begun before it is awaited: should it fail first, that is met where it is awaited and not by the process. */
export const begun = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};

/**
 * For a transaction that may run again: what was read before it serves its first run, and is read anew for each further
 * one, which runs because something has changed.
 * @param known what has been read already
 */
export const begunAnew = <T>(read: () => Promise<T>, known?: T): (() => Promise<T>) => {
  let first: Promise<T> | undefined = known === undefined ? begun(read()) : Promise.resolve(known);
  return () => {
    const reading = first ?? read();
    first = undefined;
    return reading;
  };
};
