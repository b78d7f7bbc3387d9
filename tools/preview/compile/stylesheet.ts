import { dirname, join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { CssSyntaxError } from 'postcss';
import { drawIcons } from '../../build/icons/sheet';
import type { Problems } from './problems';
import type { Project } from './project';
import { isFile, packageName } from './project';
import { SourceCache } from './source-cache';
import type { Unit } from './units';
import { transformWxss } from './wxss';
import type { ScopedStyles, StyleOwner } from './wxss';

/** Of TDesign: the sheet that the build draws anew for the package, with the icons somebody names. */
const ICON_SHEET = /tdesign-miniprogram\/.*\bicon\/icon\.wxss$/;

interface Sheet {
  css: string;
  readonly iconSources: readonly string[];
}

/** Joins app.wxss and the styles of all units into one sheet, in the order WeChat applies them. */
export class StyleCompiler {
  private readonly files = new SourceCache<ScopedStyles>();

  constructor(private readonly project: Project) {}

  /** @param iconSources texts in which an icon may be named */
  compile(units: readonly Unit[], iconSources: readonly string[], problems: Problems): string {
    const sheet = { css: '', iconSources };
    this.append(sheet, 'app', { kind: 'app' }, problems);
    for (const { path, isPage, scope } of units) {
      this.append(sheet, path, isPage ? { kind: 'page', path } : { kind: 'component', scope }, problems);
    }
    return sheet.css;
  }

  private append(sheet: Sheet, path: string, owner: StyleOwner, problems: Problems): void {
    const file = `${this.project.toFile(path)}.wxss`;
    if (isFile(file)) this.appendFile(sheet, file, owner, [], problems);
  }

  private appendFile(
    sheet: Sheet,
    file: string,
    owner: StyleOwner,
    importers: string[],
    problems: Problems,
  ): void {
    if (importers.includes(file)) return;
    const styles = this.transform(file, owner, sheet.iconSources, problems);
    for (const target of styles.imports) {
      const imported = this.locate(target, file);
      if (imported) this.appendFile(sheet, imported, owner, [...importers, file], problems);
      else problems.error(file, `@import not found: ${target}`);
    }
    sheet.css += `${styles.css}\n`;
  }

  private transform(
    file: string,
    owner: StyleOwner,
    iconSources: readonly string[],
    problems: Problems,
  ): ScopedStyles {
    const published = readFileSync(file, 'utf8');
    const source = ICON_SHEET.test(file) ? drawIcons(published, iconSources) : published;
    try {
      return this.files.get(`${file}\n${JSON.stringify(owner)}`, source, () =>
        transformWxss(source, file, owner),
      );
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      problems.error(file, error.reason, { line: error.line, column: error.column });
      return { css: '', imports: [] };
    }
  }

  private locate(target: string, from: string): string | undefined {
    const candidates = target.startsWith('/')
      ? [this.project.toFile(target.slice(1))]
      : [resolve(dirname(from), target), ...this.packaged(target), join(this.project.root, target)];
    return candidates.find(isFile);
  }

  private packaged(target: string): string[] {
    const path = target.replace(/^(\.{1,2}\/)*miniprogram_npm\//, '');
    return this.project.packageFolder(packageName(path))
      ? [this.project.toFile(`miniprogram_npm/${path}`)]
      : [];
  }
}
