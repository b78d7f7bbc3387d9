/** At most `width` pieces of work at once; the others wait for their turn. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>;

export const limitTo = (width: number): Limit => {
  const waiting: (() => void)[] = [];
  let free = width;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
