/** The mini-program as its files say it: what every page and component declares and writes in its template. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type WXElement, type WXNode } from '@wxml/parser';

export interface Attribute {
  readonly name: string;
  /** As written, with `{{…}}`; empty when there is none. */
  readonly value: string;
  readonly line: number;
}

export interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly line: number;
}

export interface Unit {
  /** Relative to the mini-program, without suffix: `pages/home/home`. */
  readonly path: string;
  /** By tag what `usingComponents` declares, as a path like `path`; a component of a package begins with its name. */
  readonly declares: Readonly<Record<string, string>>;
  readonly tags: readonly Tag[];
}

export interface MiniProgram {
  readonly root: string;
  readonly units: readonly Unit[];
  /** Roots of the subpackages. */
  readonly subpackages: readonly string[];
}

const PACKAGES = 'miniprogram_npm';

/** Files of ours with that suffix, relative to `root`, by name. */
export const ownFiles = (root: string, suffix: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(suffix) && !file.includes(`${PACKAGES}/`))
    .sort();

const tagOf = ({ name, startTag, loc }: WXElement): Tag => ({
  name,
  line: loc.start.line,
  attributes: startTag.attributes.map(({ key, value, loc: place }) => ({
    name: key,
    value: value ?? '',
    line: place.start.line,
  })),
});

const isElement = (node: WXNode): node is WXElement => node.type === 'WXElement';

const tagsIn = (nodes: readonly WXNode[], included: (source: string) => Tag[]): Tag[] =>
  nodes.filter(isElement).flatMap((element) => {
    const tag = tagOf(element);
    const source = tag.name === 'include' && tag.attributes.find(({ name }) => name === 'src')?.value;
    return source ? included(source) : [tag, ...tagsIn(element.children, included)];
  });

/** The tags of a template, with those of the templates it includes in their place. */
const tagsOf = (root: string, template: string): Tag[] =>
  tagsIn(parse(readFileSync(path.join(root, template), 'utf8')).body, (source) =>
    tagsOf(root, path.posix.join(path.posix.dirname(template), source)),
  );

interface UnitJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

const declared = (root: string, unit: string): Record<string, string> => {
  const { usingComponents = {} } = JSON.parse(
    readFileSync(path.join(root, `${unit}.json`), 'utf8'),
  ) as UnitJson;
  return Object.fromEntries(
    Object.entries(usingComponents).map(([tag, target]) => {
      if (target.startsWith('/')) return [tag, target.slice(1)];
      const beside = path.posix.join(path.posix.dirname(unit), target);
      return [tag, existsSync(path.join(root, `${beside}.json`)) ? beside : target];
    }),
  );
};

/** What the app declares for all pages and components, as far as one uses it. */
const usedOf = (everywhere: Readonly<Record<string, string>>, tags: readonly Tag[]) =>
  Object.fromEntries(Object.entries(everywhere).filter(([name]) => tags.some((tag) => tag.name === name)));

/** Reads all pages and components of ours; a template without configuration belongs to those that include it. */
export const readMiniProgram = (root: string): MiniProgram => {
  const { subpackages } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as {
    subpackages: readonly { readonly root: string }[];
  };
  const everywhere = declared(root, 'app');
  const paths = ownFiles(root, '.wxml').map((file) => file.slice(0, -'.wxml'.length));
  const units = paths
    .filter((unit) => existsSync(path.join(root, `${unit}.json`)))
    .map((unit) => {
      const tags = tagsOf(root, `${unit}.wxml`);
      return { path: unit, declares: { ...usedOf(everywhere, tags), ...declared(root, unit) }, tags };
    });
  return { root, units, subpackages: subpackages.map((one) => one.root) };
};
