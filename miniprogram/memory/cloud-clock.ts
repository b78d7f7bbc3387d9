/** The cloud's clock minus this phone's, ms: a phone's clock may be wrong. */
let offset = 0;

/** The cloud's time, as far as this phone knows it. */
export const cloudNow = (): number => Date.now() + offset;

/** Takes it over from whatever answer tells it. */
export const rememberClock = (data: unknown): void => {
  if (typeof data !== 'object' || data === null || !('now' in data)) return;
  if (typeof data.now === 'number') offset = data.now - Date.now();
};
