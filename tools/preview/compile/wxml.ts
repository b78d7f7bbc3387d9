import { TmplGroup } from 'glass-easel-template-compiler';
import type { Problems } from './problems';
import type { Project } from './project';
import { SourceCache } from './source-cache';
import { WXS_RUNTIME, WxsSyntaxError, transformWxs } from './wxs';
import type { WxsModule } from './wxs';

interface TemplateProblem {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal';
  message: string;
  /** 0-based. */
  startLine: number;
  startColumn: number;
}

/** Compiles templates with all they import; keeps nothing but transformed scripts between builds. */
export class TemplateCompiler {
  private readonly scripts = new SourceCache<WxsModule>();

  constructor(private readonly project: Project) {}

  /**
   * One JavaScript expression: an object from template path to render function.
   * @param paths units, without suffix
   */
  compile(paths: readonly string[], problems: Problems): string {
    const group = new TmplGroup();
    try {
      group.setExtraRuntimeScript(WXS_RUNTIME);
      const build = new GroupBuild(this.project, group, this.scripts, problems);
      for (const path of paths) build.addTemplate(path, undefined);
      return group.getTmplGenObjectGroups();
    } finally {
      group.free();
    }
  }
}

class GroupBuild {
  private readonly seen = new Set<string>();

  constructor(
    private readonly project: Project,
    private readonly group: TmplGroup,
    private readonly scripts: SourceCache<WxsModule>,
    private readonly problems: Problems,
  ) {}

  addTemplate(path: string, importer: string | undefined): void {
    if (this.seen.has(path)) return;
    this.seen.add(path);
    const file = `${path}.wxml`;
    if (!this.project.has(file)) {
      this.problems.error(this.project.toFile(importer ?? file), `template not found: ${file}`);
      this.group.addTmpl(path, '');
      return;
    }
    this.report(file, this.group.addTmpl(path, this.project.read(file)) as TemplateProblem[]);
    this.transformInlineScripts(path, file);
    for (const used of this.group.getDirectDependencies(path) as string[]) this.addTemplate(used, file);
    for (const used of this.group.getScriptDependencies(path) as string[]) this.addScript(used, file);
  }

  private report(file: string, found: TemplateProblem[]): void {
    for (const { level, message, startLine, startColumn } of found) {
      const place = { line: startLine + 1, column: startColumn + 1 };
      if (level === 'Error' || level === 'Fatal')
        this.problems.error(this.project.toFile(file), message, place);
      // nobody here can mend a package
      else if (!file.startsWith('miniprogram_npm/'))
        this.problems.warn(this.project.toFile(file), message, place);
    }
  }

  private transformInlineScripts(path: string, file: string): void {
    for (const name of this.group.getInlineScriptModuleNames(path) as string[]) {
      const source = this.group.getInlineScript(path, name);
      const made = this.transform(source, `${path}#${name}`, path, file, `<wxs module="${name}">: `);
      this.group.setInlineScript(path, name, made.code);
      for (const used of made.requires) this.addScript(used, file);
    }
  }

  private addScript(path: string, importer: string): void {
    if (this.seen.has(`${path}.wxs`)) return;
    this.seen.add(`${path}.wxs`);
    const file = `${path}.wxs`;
    if (!this.project.has(file)) {
      this.problems.error(this.project.toFile(importer), `WXS module not found: ${file}`);
      this.group.addScript(path, '');
      return;
    }
    const made = this.transform(this.project.read(file), path, path, file, '');
    this.group.addScript(path, made.code);
    for (const used of made.requires) this.addScript(used, file);
  }

  private transform(source: string, key: string, path: string, file: string, prefix: string): WxsModule {
    try {
      return this.scripts.get(key, source, () => transformWxs(source, path));
    } catch (error) {
      if (!(error instanceof WxsSyntaxError)) throw error;
      // an inline module's line counts from its own tag, so only a file's line is worth showing
      const place = prefix ? {} : { line: error.line, column: error.column };
      this.problems.error(this.project.toFile(file), prefix + error.message, place);
      return { code: '', requires: [] };
    }
  }
}
