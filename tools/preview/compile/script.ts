import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { context } from 'esbuild';
import type { BuildContext, BuildFailure, Loader, Message, OnResolveArgs, Plugin } from 'esbuild';
import { apiVersions } from '../../wechat/api-versions';
import type { AppConfig } from '../runtime/host';
import { TEMPLATE_MODULES, entrySource, wrapScript } from './entry';
import type { Problems } from './problems';
import type { Project } from './project';
import { isFile, packageName } from './project';
import type { Unit } from './units';

export interface ScriptInput {
  config: AppConfig;
  units: readonly Unit[];
  /** In the order of `TEMPLATE_MODULES`. */
  templates: readonly [string, string];
}

/** Paths from the bundle's folder to its text. */
type OutputFiles = Map<string, Uint8Array>;

export interface ScriptBundle {
  files: OutputFiles;
  /** Files of the mini-program itself that went into the bundle. */
  sources: string[];
}

const ENTRY = 'preview:entry';

/** Bundles the runtime and all scripts of the mini-program; esbuild keeps what did not change between builds. */
export class ScriptCompiler {
  private input: ScriptInput | undefined;
  private wrapped = new Map<string, string>();
  private bundler: Promise<BuildContext> | undefined;

  constructor(
    private readonly project: Project,
    private readonly outDir: string,
  ) {}

  async compile(input: ScriptInput, problems: Problems): Promise<ScriptBundle | undefined> {
    this.input = input;
    this.wrapped = new Map(
      [this.appUnit(), ...input.units].flatMap(({ path, script }) =>
        script ? [[realpathSync(script), path]] : [],
      ),
    );
    this.bundler ??= this.createBundler();
    try {
      const result = await (await this.bundler).rebuild();
      for (const message of result.warnings) problems.warn(...this.describe(message));
      const files = new Map((result.outputFiles ?? []).map((file) => [file.path, file.contents]));
      return {
        files,
        sources: Object.keys(result.metafile?.inputs ?? {}).filter((file) => this.isOwn(file)),
      };
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      for (const message of error.errors) problems.error(...this.describe(message));
      return undefined;
    }
  }

  async dispose(): Promise<void> {
    await (await this.bundler)?.dispose();
  }

  private appUnit(): { path: string; script: string | undefined } {
    return { path: 'app', script: this.project.find('app', ['.ts', '.js']) };
  }

  private createBundler(): Promise<BuildContext> {
    return context({
      entryPoints: [ENTRY],
      outfile: join(this.outDir, 'app.js'),
      absWorkingDir: this.project.root,
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      target: 'es2022',
      sourcemap: 'linked',
      charset: 'utf8',
      nodePaths: [this.project.nodeModules],
      define: {
        'process.env.NODE_ENV': '"development"',
        API_VERSIONS: JSON.stringify(apiVersions()),
      },
      logLevel: 'silent',
      plugins: [this.plugin()],
    });
  }

  private plugin(): Plugin {
    return {
      name: 'mini-program',
      setup: (build) => {
        build.onResolve({ filter: /^preview:/ }, ({ path }) => ({ path, namespace: 'preview' }));
        build.onLoad({ filter: /.*/, namespace: 'preview' }, ({ path }) => ({
          contents: this.virtualModule(path),
          loader: 'js',
          resolveDir: this.project.root,
        }));
        build.onResolve({ filter: /^[^.]/ }, (args) => this.resolve(args));
        build.onLoad({ filter: /\.(ts|js)$/ }, ({ path }) => {
          const unit = this.wrapped.get(path);
          if (unit === undefined) return undefined;
          const loader: Loader = path.endsWith('.ts') ? 'ts' : 'js';
          return { contents: wrapScript(unit, readFileSync(path, 'utf8')), loader };
        });
      },
    };
  }

  private virtualModule(path: string): string {
    if (!this.input) throw new Error('nothing to build');
    if (path === ENTRY) return entrySource(this.input.config, this.input.units, this.appUnit().script);
    return `export default ${this.input.templates[path === TEMPLATE_MODULES[0] ? 0 : 1]}`;
  }

  /** Absolute paths start at the mini-program's root; bare ones look into the importing package's own copies first. */
  private resolve({ path, importer }: OnResolveArgs): { path: string } | undefined {
    if (path.startsWith('/'))
      return importer === ENTRY ? undefined : firstFile(join(this.project.root, path));
    const name = packageName(path);
    const inside = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+[\\/][^\\/]+)[\\/]/.exec(
      importer,
    )?.[1];
    const own = inside === undefined ? undefined : firstFile(join(inside, 'miniprogram_npm', path));
    if (own) return own;
    return this.project.packageFolder(name)
      ? firstFile(this.project.toFile(`miniprogram_npm/${path}`))
      : undefined;
  }

  private isOwn(input: string): boolean {
    return !input.startsWith('preview:') && !input.startsWith('..') && !input.includes('node_modules/');
  }

  private describe({ location, text }: Message): [string, string, { line?: number; column?: number }] {
    if (!location) return [this.project.root, text, {}];
    // column 0 of a wrapped first line lies before the file's own text
    const file = location.file.split('/').join(sep);
    return [join(this.project.root, file), text, { line: location.line, column: location.column + 1 }];
  }
}

function firstFile(path: string): { path: string } | undefined {
  const file = ['', '.ts', '.js', '/index.ts', '/index.js'].map((suffix) => path + suffix).find(isFile);
  return file === undefined ? undefined : { path: file };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && Array.isArray((error as Partial<BuildFailure>).errors);
}
