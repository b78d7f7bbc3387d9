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

/** Work of one name is done one after the other, in the order it came; that of others meanwhile. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export const inTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const turn = before.then(work);
    // The next one's turn comes whatever becomes of this one.
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
};
