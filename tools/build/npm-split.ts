/** Parts of component packages that only subpackages use stand in those, so that the first start does not load them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const NPM = 'miniprogram_npm';
const REFERENCE = /(["'])([^"'\n{}]+)\1/g;
/** A component is asked for without suffix and means all its files; a script may leave `.js` out. */
const SUFFIXES = ['', '.js', '.json', '.wxml', '.wxss', '.wxs'];
const INSTALLED = /\.(?:js|json|wxml|wxss|wxs)$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));

/** Where a reference may lead: beside the file, or in a package installed in one of the folders above it. */
const placesOf = (file: string, asked: string): string[] => {
  if (asked.startsWith('.')) return [path.posix.join(path.posix.dirname(file), asked)];
  const places: string[] = [];
  for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
    places.push(path.posix.join(folder, NPM, asked));
  return [...places, path.posix.join(NPM, asked)].flatMap((place) => [place, `${place}/index`]);
};

/** The files of the packages that a reference stands for; none when it is no reference. */
const targetsOf = (files: ReadonlySet<string>, file: string, asked: string): string[] => {
  for (const place of placesOf(file, asked)) {
    const found = SUFFIXES.map((suffix) => place + suffix).filter((target) => files.has(target));
    if (found.length > 0) return found;
  }
  return [];
};

const askedIn = (text: string): string[] => [...text.matchAll(REFERENCE)].map(([, , asked = '']) => asked);

/** All files of the packages that these files use, directly or through others. */
const reachedFrom = (root: string, npm: ReadonlySet<string>, from: readonly string[]): Set<string> => {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const asked of askedIn(readFileSync(path.join(root, file), 'utf8')))
      for (const target of targetsOf(npm, file, asked)) {
        if (reached.has(target)) continue;
        reached.add(target);
        waiting.push(target);
      }
  return reached;
};

/** The text as it must stand at `place`: what is not copied with it is asked for where it stays. */
const rebased = (
  text: string,
  { file, place, npm, copied }: { file: string; place: string; npm: Set<string>; copied: Set<string> },
): string =>
  text.replace(REFERENCE, (whole: string, quote: string, asked: string) => {
    const [target] = targetsOf(npm, file, asked);
    if (target === undefined || copied.has(target)) return whole;
    const suffix = path.posix.extname(asked) === path.posix.extname(target) ? '' : path.posix.extname(target);
    const bare = suffix ? target.slice(0, -suffix.length) : target;
    return quote + path.posix.relative(path.posix.dirname(place), bare) + quote;
  });

const sync = async (folder: string, texts: ReadonlyMap<string, string>): Promise<void> => {
  if (texts.size === 0) return rm(folder, { recursive: true, force: true });
  for (const [place, text] of texts) {
    const target = path.join(folder, place);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const stale = filesIn(folder).filter((file) => INSTALLED.test(file) && !texts.has(file));
  await Promise.all(stale.map((file) => rm(path.join(folder, file))));
};

/**
 * Copies what a subpackage uses and the main package does not into `<subpackage>/miniprogram_npm`, where WeChat looks
 * first. The packages at the root stay whole; an upload leaves out what nobody asks for there.
 */
export const splitNpm = async (root: string): Promise<void> => {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
    subpackages: readonly { root: string }[];
  };
  const roots = app.subpackages.map((subpackage) => subpackage.root);
  const all = filesIn(root);
  const npm = new Set(all.filter((file) => file.startsWith(`${NPM}/`) && INSTALLED.test(file)));
  const own = all.filter((file) => /\.(?:json|wxss)$/.test(file) && !file.includes(`${NPM}/`));
  const inSubpackage = (file: string): boolean => roots.some((folder) => file.startsWith(`${folder}/`));
  const inMain = reachedFrom(
    root,
    npm,
    own.filter((file) => !inSubpackage(file)),
  );
  for (const folder of roots) {
    const used = reachedFrom(
      root,
      npm,
      own.filter((file) => file.startsWith(`${folder}/`)),
    );
    const copied = new Set([...used].filter((file) => !inMain.has(file)));
    const texts = new Map<string, string>();
    for (const file of copied) {
      const text = readFileSync(path.join(root, file), 'utf8');
      texts.set(file.slice(NPM.length + 1), rebased(text, { file, place: `${folder}/${file}`, npm, copied }));
    }
    await sync(path.join(root, folder, NPM), texts);
  }
};
