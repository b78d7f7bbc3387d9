/** Runs jobs, at most `width` at a time; results in the order of the jobs. The first exception ends it. */
export const inParallel = async <T>(jobs: readonly (() => Promise<T>)[], width: number): Promise<T[]> => {
  const waiting = [...jobs.entries()];
  const results: T[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
};
