/** How long something may take on the slowest machine, ms; a journey that succeeds hardly ever waits so long. */
export const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** Looks again and again until the check throws no more: for what is drawn or counted a moment after the words are there. */
export const untilSo = async (check: () => Promise<void>): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};
