/** People type the same thing in several ways; compare what they meant. */

/** Full-width letters become plain, spaces and hyphens go, letters become capitals. */
export const normaliseCode = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Spaces go, and the middle dot of a long name is one and the same whatever the keyboard made of it. */
export const normaliseName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[·•‧・．.]/g, '·');
