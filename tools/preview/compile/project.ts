import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeOfOffset } from './problems';
import type { Problems } from './problems';

export type Json = Readonly<Record<string, unknown>>;

const NPM = 'miniprogram_npm/';

/**
 * Maps the mini-program's own paths (`pages/home/home`, `miniprogram_npm/<package>/button/button`, no leading slash,
 * no suffix) to files. Packages are read where npm put them, so no copy into `miniprogram_npm` is needed.
 */
export class Project {
  readonly root: string;
  readonly nodeModules: string;
  private readonly packageFolders = new Map<string, string | undefined>();

  constructor(options: { root: string; nodeModules: string }) {
    this.root = resolve(options.root);
    this.nodeModules = resolve(options.nodeModules);
  }

  /** Folder that WeChat's npm build would copy, for packages written for mini-programs; undefined for others. */
  packageFolder(name: string): string | undefined {
    if (!this.packageFolders.has(name)) this.packageFolders.set(name, this.readPackageFolder(name));
    return this.packageFolders.get(name);
  }

  /** The file behind a path of the mini-program; the path keeps whatever suffix it has. */
  toFile(path: string): string {
    if (path.startsWith(NPM)) {
      const inside = path.slice(NPM.length);
      const name = packageName(inside);
      const folder = this.packageFolder(name);
      if (folder !== undefined) return join(folder, inside.slice(name.length));
    }
    return join(this.root, path);
  }

  has(path: string): boolean {
    return isFile(this.toFile(path));
  }

  /** The first of several suffixes that exists, as a file name. */
  find(path: string, suffixes: readonly string[]): string | undefined {
    return suffixes.map((suffix) => this.toFile(path) + suffix).find(isFile);
  }

  read(path: string): string {
    return readFileSync(this.toFile(path), 'utf8');
  }

  /** Parses a JSON file of the mini-program; a missing one is empty, a broken one a problem. */
  readJson(path: string, problems: Problems): Json {
    if (!this.has(path)) return {};
    const source = this.read(path);
    try {
      return asRecord(JSON.parse(source));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const offset = /position (\d+)/.exec(message)?.[1];
      const place = offset === undefined ? {} : placeOfOffset(source, Number(offset));
      problems.error(this.toFile(path), message, place);
      return {};
    }
  }

  private readPackageFolder(name: string): string | undefined {
    const manifest = join(this.nodeModules, name, 'package.json');
    if (!isFile(manifest)) return undefined;
    const { miniprogram } = asRecord(JSON.parse(readFileSync(manifest, 'utf8')));
    return typeof miniprogram === 'string' ? join(this.nodeModules, name, miniprogram) : undefined;
  }
}

/** `@scope/name/sub` → `@scope/name` */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

export function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

export function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The string entries of a JSON object. */
export function stringEntries(value: unknown): [string, string][] {
  return Object.entries(asRecord(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
}

export function stringList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
