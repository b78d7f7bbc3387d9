/** A sealed text that does not open: sealed with a key that is gone, or changed since. */

/** Every entry answers it by name; whoever can go on without the text catches it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** What opening gives; undefined when the seal is broken. */
export const ifSealed = <T>(open: () => T): T | undefined => {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
};
