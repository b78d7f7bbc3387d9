import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFile } from './project';

const PICTURES = /\.(png|jpe?g|gif|svg|webp|ico|mp3|mp4)$/i;
const SKIPPED = new Set(['node_modules', 'miniprogram_npm']);

/** Copies pictures beside the bundle, so that `/images/x.png` means the same in the browser; unchanged ones stay. */
export async function copyAssets(root: string, outDir: string, folder = ''): Promise<void> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) await copyAssets(root, outDir, path);
    if (entry.isFile() && PICTURES.test(entry.name)) await copyNewer(join(root, path), join(outDir, path));
  }
}

async function copyNewer(from: string, to: string): Promise<void> {
  const source = await stat(from);
  const copy = await stat(to).catch(() => undefined);
  if (copy && copy.mtimeMs >= source.mtimeMs && copy.size === source.size) return;
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

/** The web font's own name, and the name app styles use for an installed one. */
const FONT_FAMILIES = ['Noto Sans SC Variable', 'Noto Sans SC'] as const;

/** Puts the Chinese web font into `fonts/`: a machine without Chinese fonts still shows every character. */
export async function copyFonts(nodeModules: string, outDir: string): Promise<void> {
  const from = join(nodeModules, '@fontsource-variable/noto-sans-sc');
  const to = join(outDir, 'fonts');
  if (isFile(join(to, 'index.css')) || !isFile(join(from, 'index.css'))) return;
  await cp(join(from, 'files'), join(to, 'files'), { recursive: true });
  const [own] = FONT_FAMILIES;
  const css = await readFile(join(from, 'index.css'), 'utf8');
  await writeFile(
    join(to, 'index.css'),
    FONT_FAMILIES.map((family) => css.replaceAll(own, family)).join('\n'),
  );
}
