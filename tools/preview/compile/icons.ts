import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedIcons } from '../../build/named-icons';
import { isFile } from './project';
import type { ScopedStyles } from './wxss';

/** Draws TDesign's icons as CSS masks from `tdesign-icons-svg`, and only those the sources may name. */
export class IconCompiler {
  private readonly folder: string;
  private readonly drawn = new Map<string, string | undefined>();

  constructor(nodeModules: string) {
    this.folder = join(nodeModules, 'tdesign-icons-svg/src');
  }

  /**
   * @param glyphs rules found in the icon component's sheet
   * @param sources templates and scripts in which an icon may be named
   */
  compile(glyphs: ScopedStyles['glyphs'], sources: Iterable<string>): string {
    const isNamed = namedIcons(sources);
    return glyphs
      .filter(({ icon }) => isNamed(icon))
      .map(({ selector, icon }) => this.rule(selector, icon))
      .join('\n');
  }

  private rule(selector: string, icon: string): string {
    const image = this.image(icon);
    if (image === undefined) return '';
    const mask = `url("${image}") center/contain no-repeat`;
    return `${selector}{content:"";display:inline-block;width:1em;height:1em;vertical-align:top;background:currentColor;-webkit-mask:${mask};mask:${mask}}`;
  }

  private image(icon: string): string | undefined {
    if (!this.drawn.has(icon)) this.drawn.set(icon, this.read(icon));
    return this.drawn.get(icon);
  }

  private read(icon: string): string | undefined {
    const file = join(this.folder, `${icon}.svg`);
    if (!isFile(file)) return undefined;
    // the package misspells the attribute, without which a mask cannot be scaled
    const svg = readFileSync(file, 'utf8').replace('view-box=', 'viewBox=');
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }
}
