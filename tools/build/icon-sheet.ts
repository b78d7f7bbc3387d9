import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { namedIcons } from './named-icons';

const GLYPH = /\.t-icon-([a-z0-9-]+):before\{[^}]*\}\n?/g;
const MAY_NAME_ICONS = /\.(wxml|wxs|ts|js|json)$/;
/** Built for the charts; half a megabyte without an icon in it. */
const ENGINE = 'charts/engine.js';

function* sourcesIn(folder: string): Generator<string> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const isSource = MAY_NAME_ICONS.test(file) && !file.split(path.sep).join('/').endsWith(ENGINE);
    if (isSource) yield readFileSync(path.join(folder, file), 'utf8');
  }
}

/** The sheet without the glyphs that nobody names: of 112 KB in the main package some 15 stay. */
export const withoutUnnamedGlyphs = (sheet: string, sources: Iterable<string>): string => {
  const isNamed = namedIcons(sources);
  return sheet.replace(GLYPH, (rule, icon: string) => (isNamed(icon) ? rule : ''));
};

/** Shortens TDesign's sheet of icons, `from` as it was published, to what the mini-program at `root` may show. */
export const writeIconSheet = async (from: string, to: string, root: string): Promise<void> =>
  writeFile(to, withoutUnnamedGlyphs(await readFile(from, 'utf8'), sourcesIn(root)));
