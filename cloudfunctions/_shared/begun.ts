/** Work begun before it is awaited: should it fail first, that is met where it is awaited and not by the process. */
export const begun = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  return work;
};
