import path from 'node:path';

/** A path of the repository, without `./` before it and `/` behind it. */
const plain = (place: string): string => place.replace(/^\.\//, '').replace(/\/+$/, '');

const isScript = (place: string): boolean => place.endsWith('.ts');

const folderOf = (place: string): string => (isScript(place) ? path.posix.dirname(place) : place);

/** What Stryker mutates: the named file, or every script below the named folder. */
export const mutatedBy = (target: string): string =>
  isScript(target) ? plain(target) : `${plain(target)}/**/*.ts`;

/**
 * Jest's settings for the tests that have to notice: those of the folder that mirrors the target (a file's folder for a
 * file), and `more` files or folders of tests where the target is tested from further away. Jest looks for tests anew
 * at every change, so it looks only below these folders.
 */
export const testsOf = (target: string, more: readonly string[]) => {
  const places = [`test/${folderOf(plain(target))}`, ...more.map(plain)];
  return {
    roots: [...new Set(places.map((place) => `<rootDir>/${folderOf(place)}`))],
    testMatch: places.map((place) => `<rootDir>/${isScript(place) ? place : `${place}/**/*.test.ts`}`),
    watchman: false,
  };
};
