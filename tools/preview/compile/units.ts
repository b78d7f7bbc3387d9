import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Problems } from './problems';
import { placeOfString } from './problems';
import type { Json, Project } from './project';
import { asRecord, packageName, stringEntries } from './project';

/** One page or component. */
export interface Unit {
  /** `pages/home/home`, without suffix. */
  path: string;
  isPage: boolean;
  /** Its own `.json`. */
  json: Json;
  /** What glass-easel reads: component flag, resolved `usingComponents` and generics. */
  staticConfig: Json;
  /** Prefix of its classes; undefined when its styles are shared with the page. */
  scope: string | undefined;
  /** The `.ts` or `.js` file. */
  script: string | undefined;
  /** Lives in a package of npm: changes only with an install. */
  isPackaged: boolean;
}

/**
 * Finds every page and component that can be reached, dependencies first
 * (so that the styles of an owner come after those of what it uses).
 */
export function collectUnits(
  project: Project,
  app: { json: Json; pages: readonly string[]; hasCustomTabBar: boolean },
  problems: Problems,
): Unit[] {
  const walk = new UnitWalk(project, problems);
  walk.visitApp(app.json);
  for (const page of app.pages) walk.visitPage(page);
  if (app.hasCustomTabBar) walk.visitTabBar();
  return walk.ordered;
}

class UnitWalk {
  readonly ordered: Unit[] = [];
  private readonly seen = new Set<string>();
  private shared: Record<string, string> = {};

  constructor(
    private readonly project: Project,
    private readonly problems: Problems,
  ) {}

  visitApp(json: Json): void {
    this.shared = this.resolveAll('app', json['usingComponents']);
    for (const path of Object.values(this.shared)) this.visit(path.slice(1), false);
  }

  visitPage(path: string): void {
    if (this.project.has(`${path}.wxml`)) return this.visit(path, true);
    const place = placeOfString(this.project.read('app.json'), path);
    this.problems.error(this.project.toFile('app.json'), `page ${path} has no ${path}.wxml`, place);
  }

  visitTabBar(): void {
    const path = 'custom-tab-bar/index';
    if (this.project.has(`${path}.json`)) return this.visit(path, false);
    this.problems.error(this.project.toFile('app.json'), `tabBar.custom needs the component ${path}`);
  }

  private visit(path: string, isPage: boolean): void {
    if (this.seen.has(path)) return;
    this.seen.add(path);
    const json = this.project.readJson(`${path}.json`, this.problems);
    const usingComponents = { ...this.shared, ...this.resolveAll(path, json['usingComponents']) };
    const generics = this.resolveGenerics(path, json['componentGenerics']);
    for (const used of [...Object.values(usingComponents), ...defaultsOf(generics)])
      this.visit(used.slice(1), false);
    const staticConfig = {
      ...json,
      component: !isPage,
      usingComponents,
      ...(generics ? { componentGenerics: generics } : {}),
    };
    // a page's own styleIsolation would turn it into an isolated component for the adapter
    if (isPage) Reflect.deleteProperty(staticConfig, 'styleIsolation');
    const script = this.project.find(path, ['.ts', '.js']);
    if (script === undefined)
      this.problems.error(this.project.toFile(path), `${path} has no .ts or .js file`);
    this.ordered.push({
      path,
      isPage,
      json,
      staticConfig,
      script,
      scope: isPage ? undefined : scopeOf(path, json['styleIsolation']),
      isPackaged: path.startsWith('miniprogram_npm/'),
    });
  }

  private resolveAll(from: string, value: unknown): Record<string, string> {
    const resolved: Record<string, string> = {};
    for (const [tag, specifier] of stringEntries(value)) {
      const path = resolveComponent(this.project, specifier, from);
      if (path !== undefined) resolved[tag] = `/${path}`;
      else this.missing(from, tag, specifier);
    }
    return resolved;
  }

  private missing(from: string, tag: string, specifier: string): void {
    const file = `${from}.json`;
    const place = this.project.has(file) ? placeOfString(this.project.read(file), specifier) : {};
    this.problems.error(this.project.toFile(file), `component <${tag}> not found: ${specifier}`, place);
  }

  private resolveGenerics(
    from: string,
    value: unknown,
  ): Record<string, true | { default: string }> | undefined {
    if (value === undefined) return undefined;
    const generics: Record<string, true | { default: string }> = {};
    for (const [name, generic] of Object.entries(asRecord(value))) {
      const fallback = asRecord(generic)['default'];
      const path = typeof fallback === 'string' ? resolveComponent(this.project, fallback, from) : undefined;
      generics[name] = path === undefined ? true : { default: `/${path}` };
    }
    return generics;
  }
}

function defaultsOf(generics: Record<string, true | { default: string }> | undefined): string[] {
  return Object.values(generics ?? {}).flatMap((generic) => (generic === true ? [] : [generic.default]));
}

/**
 * WeChat's order of look-up: absolute, relative, then npm; `x` may mean `x/index`.
 * @returns the path without a leading slash, or undefined
 */
export function resolveComponent(
  project: Pick<Project, 'has' | 'packageFolder'>,
  specifier: string,
  from: string,
): string | undefined {
  const candidates: string[] = [];
  if (specifier.startsWith('/')) candidates.push(specifier.slice(1));
  else {
    candidates.push(posix.join(posix.dirname(from), specifier));
    const isBare = !specifier.startsWith('.');
    if (isBare && project.packageFolder(packageName(specifier)))
      candidates.push(`miniprogram_npm/${specifier}`);
  }
  return candidates
    .flatMap((candidate) => [candidate, `${candidate}/index`])
    .find((candidate) => !candidate.startsWith('..') && project.has(`${candidate}.json`));
}

/** Stable between builds, so that the styles of an unchanged component can be kept. */
function scopeOf(path: string, isolation: unknown): string | undefined {
  if (isolation === 'shared' || isolation === 'page-shared') return undefined;
  return `s${createHash('sha1').update(path).digest('hex').slice(0, 6)}`;
}
