import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AppConfig } from '../runtime/host';
import { readAppConfig } from './app-config';
import { copyAssets, copyFonts } from './assets';
import { Problems } from './problems';
import type { CompileProblem } from './problems';
import { Project, isFile } from './project';
import { writeRegions } from './regions';
import { ScriptCompiler } from './script';
import type { ScriptBundle } from './script';
import { StyleCompiler } from './stylesheet';
import { collectUnits } from './units';
import type { Unit } from './units';
import { TemplateCompiler } from './wxml';

export { formatProblem } from './problems';
export interface CompileOptions {
  /** Folder of `app.json`. */
  root: string;
  outDir: string;
  nodeModules: string;
}

export interface CompileResult {
  /** False when there are errors; `outDir` then still holds the last build that worked. */
  ok: boolean;
  /** Paths of all pages. */
  pages: string[];
  /** Paths of all components in use. */
  components: string[];
  errors: CompileProblem[];
  warnings: CompileProblem[];
}

const compilers = new Map<string, MiniprogramCompiler>();

/**
 * Builds the mini-program for the browser: `outDir/phone.html` with `app.js`, `app.css`, pictures and fonts.
 * Calling it again for the same folders rebuilds what changed. Mistakes in the source are results, not exceptions.
 */
export function compileMiniprogram(options: CompileOptions): Promise<CompileResult> {
  const key = [options.root, options.outDir, options.nodeModules].map((path) => resolve(path)).join('\n');
  const known = compilers.get(key) ?? new MiniprogramCompiler(options);
  compilers.set(key, known);
  return known.compile();
}

/** Frees what repeated builds keep; until then the process does not end by itself. */
export async function disposeCompilers(): Promise<void> {
  await Promise.all([...compilers.values()].map((compiler) => compiler.dispose()));
  compilers.clear();
}

class MiniprogramCompiler {
  private readonly outDir: string;
  private readonly project: Project;
  private readonly templates: TemplateCompiler;
  private readonly styles: StyleCompiler;
  private readonly scripts: ScriptCompiler;
  /** Templates of packages change only with an install. */
  private packaged = { paths: '', code: '' };
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: CompileOptions) {
    this.outDir = resolve(options.outDir);
    this.project = new Project(options);
    this.templates = new TemplateCompiler(this.project);
    this.styles = new StyleCompiler(this.project);
    this.scripts = new ScriptCompiler(this.project, this.outDir);
  }

  /** Builds one after the other, as a watcher may ask again while one runs. */
  compile(): Promise<CompileResult> {
    const result = this.queue.then(() => this.build());
    this.queue = result.catch(() => undefined);
    return result;
  }

  dispose(): Promise<void> {
    return this.scripts.dispose();
  }

  private async build(): Promise<CompileResult> {
    const problems = new Problems(this.project.root);
    const { json, config } = readAppConfig(this.project, problems);
    const hasCustomTabBar = config.tabBar?.custom === true;
    const units = collectUnits(this.project, { json, pages: config.pages, hasCustomTabBar }, problems);
    const templates = [
      this.packagedTemplates(units, problems),
      this.templates.compile(own(units), problems),
    ] as const;
    const full: AppConfig = {
      ...config,
      pageConfig: Object.fromEntries(pages(units).map(({ path, json: own }) => [path, own])),
    };
    const bundle = await this.scripts.compile({ config: full, units, templates }, problems);
    const styles = this.styles.compile(units, [...this.iconSources(units, bundle)], problems);
    const errors = problems.all.filter(({ severity }) => severity === 'error');
    if (bundle && errors.length === 0) await this.write(styles, bundle);
    return {
      ok: errors.length === 0,
      pages: pages(units).map(({ path }) => path),
      components: units.filter(({ isPage }) => !isPage).map(({ path }) => path),
      errors,
      warnings: problems.all.filter(({ severity }) => severity === 'warning'),
    };
  }

  private packagedTemplates(units: readonly Unit[], problems: Problems): string {
    const paths = units.filter(({ isPackaged }) => isPackaged).map(({ path }) => path);
    const key = paths.join('\n');
    if (this.packaged.paths !== key || this.packaged.code === '') {
      this.packaged = { paths: key, code: this.templates.compile(paths, problems) };
    }
    return this.packaged.code;
  }

  private async write(styles: string, bundle: ScriptBundle): Promise<void> {
    mkdirSync(this.outDir, { recursive: true });
    for (const [file, contents] of bundle.files) writeFileSync(file, contents);
    writeFileSync(join(this.outDir, 'app.css'), `${runtimeStyles()}\n${styles}\n`);
    writeFileSync(join(this.outDir, 'phone.html'), readFileSync(join(__dirname, '../runtime/phone.html')));
    writeRegions(this.outDir);
    await copyAssets(this.project.root, this.outDir);
    await copyFonts(this.project.nodeModules, this.outDir);
  }

  /** Every file in which an icon may be named. */
  private *iconSources(units: readonly Unit[], bundle: ScriptBundle | undefined): Generator<string> {
    const ownScripts = (bundle?.sources ?? []).map((source) => join(this.project.root, source));
    const files = units.flatMap(({ path, script }) => [
      `${this.project.toFile(path)}.wxml`,
      ...(script ? [script] : []),
    ]);
    for (const file of new Set([...files, ...ownScripts])) if (isFile(file)) yield readFileSync(file, 'utf8');
  }
}

function own(units: readonly Unit[]): string[] {
  return units.filter(({ isPackaged }) => !isPackaged).map(({ path }) => path);
}

function pages(units: readonly Unit[]): Unit[] {
  return units.filter(({ isPage }) => isPage);
}

/** The frame of every page first, then the built-in components' default styles. */
function runtimeStyles(): string {
  const files = ['base.css', 'builtins/builtins.css'].map((file) => join(__dirname, '../runtime', file));
  return files.filter(isFile).map(withImports).join('\n');
}

/** An `@import` in the middle of the joined sheet would be ignored by the browser. */
function withImports(file: string): string {
  return readFileSync(file, 'utf8').replace(/@import\s+['"]([^'"]+)['"];/g, (_, target: string) =>
    withImports(join(dirname(file), target)),
  );
}
