/** Rules that only subpackages use stand in those, so that the first start does not load them. */
import path from 'node:path';

/** Rules keep nothing between two calls, so that each package may have its own copy of one. */
const DOMAIN = 'domain/';
/** Imports that remain in the compiled file; those of types alone are gone by then. */
const REMAINING = /\b((?:import|export)\s(?!type\b)(?:[^;'"]*?\bfrom\s+)?)'(\.[^']*)'/g;

/** Text by file of the mini-program, for its scripts. */
export type Scripts = ReadonlyMap<string, string>;

const targetOf = (scripts: Scripts, file: string, asked: string): string | undefined => {
  const target = `${path.posix.join(path.posix.dirname(file), asked)}.ts`;
  return scripts.has(target) ? target : undefined;
};

/** All scripts these need, themselves included. */
const reachedFrom = (scripts: Scripts, from: readonly string[]): Set<string> => {
  const reached = new Set(from);
  // A set goes on to what is added while it is walked.
  for (const file of reached)
    for (const [, , asked = ''] of (scripts.get(file) ?? '').matchAll(REMAINING)) {
      const target = targetOf(scripts, file, asked);
      if (target !== undefined) reached.add(target);
    }
  return reached;
};

/** The text as it must stand at `place`: what is asked for is asked for where it stands now. */
const rebased = (
  scripts: Scripts,
  { file, place, placeOf }: { file: string; place: string; placeOf: (target: string) => string },
): string =>
  (scripts.get(file) ?? '').replace(REMAINING, (whole: string, clause: string, asked: string) => {
    const target = targetOf(scripts, file, asked);
    if (target === undefined) return whole;
    const moved = path.posix.relative(path.posix.dirname(place), placeOf(target)).slice(0, -'.ts'.length);
    return `${clause}'${moved.startsWith('.') ? moved : `./${moved}`}'`;
  });

/**
 * The scripts with every rule that the main package does not need in each subpackage that does, as
 * `<subpackage>/domain/…`. WeChat lets a subpackage ask for what stands in itself and in the main package, nothing else.
 *
 * @param roots the folders of the subpackages
 */
export const splitDomain = (scripts: Scripts, roots: readonly string[]): Map<string, string> => {
  const all = [...scripts.keys()];
  const inSubpackage = (file: string): boolean => roots.some((root) => file.startsWith(`${root}/`));
  const isRule = (file: string): boolean => file.startsWith(DOMAIN);
  const inMain = reachedFrom(
    scripts,
    all.filter((file) => !inSubpackage(file) && !isRule(file)),
  );
  const split = new Map<string, string>();
  for (const file of all) if (!inSubpackage(file) && !isRule(file)) split.set(file, scripts.get(file) ?? '');
  for (const file of inMain) split.set(file, scripts.get(file) ?? '');
  for (const root of roots) {
    const needed = reachedFrom(
      scripts,
      all.filter((file) => file.startsWith(`${root}/`)),
    );
    const placeOf = (file: string): string => (inMain.has(file) || !isRule(file) ? file : `${root}/${file}`);
    for (const file of needed) {
      if (inMain.has(file)) continue;
      const place = placeOf(file);
      split.set(place, rebased(scripts, { file, place, placeOf }));
    }
  }
  return split;
};
