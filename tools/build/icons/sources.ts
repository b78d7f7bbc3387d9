/** The files in which an icon may be named: ours, and those of the package's components that ours use. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const NAMES_ICONS = /\.(wxml|wxs|ts|js)$/;
/** Packages of others, and what is built for the charts: half a megabyte without an icon in it. */
const FOREIGN = /(^|\/)(miniprogram_npm\/|charts\/engine\.js$)/;
const PACKAGES = 'miniprogram_npm';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));

const componentsOf = (jsonFile: string): string[] => {
  const { usingComponents = {} } = JSON.parse(readFileSync(jsonFile, 'utf8')) as {
    usingComponents?: Readonly<Record<string, string>>;
  };
  return Object.values(usingComponents);
};

/** Where a component of a package stands, without suffix; undefined for one of ours. */
const packaged = (root: string, from: string, target: string): string | undefined => {
  const inPackage = path.join(root, PACKAGES, target);
  const beside = path.resolve(path.dirname(from), target);
  const found = [inPackage, beside].find((file) => existsSync(`${file}.json`));
  return found?.includes(PACKAGES) ? found : undefined;
};

/** Components of packages, those that they use themselves included. */
const packagedInUse = (root: string, jsonFiles: readonly string[]): Set<string> => {
  const used = new Set<string>();
  const waiting = [...jsonFiles];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const target of componentsOf(file)) {
      const component = packaged(root, file, target);
      if (component === undefined || used.has(component)) continue;
      used.add(component);
      waiting.push(`${component}.json`);
    }
  return used;
};

/** Texts of all files of the mini-program at `root` that may name an icon. */
export const iconSources = (root: string): string[] => {
  const own = filesIn(root).filter((file) => !FOREIGN.test(file));
  const jsonFiles = own.filter((file) => file.endsWith('.json')).map((file) => path.join(root, file));
  const foreign = [...packagedInUse(root, jsonFiles)].flatMap((component) =>
    filesIn(path.dirname(component)).map((file) => path.join(path.dirname(component), file)),
  );
  const all = [...own.map((file) => path.join(root, file)), ...foreign];
  return [...new Set(all)].filter((file) => NAMES_ICONS.test(file)).map((file) => readFileSync(file, 'utf8'));
};
