import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface BundledBrowser {
  executablePath: string;
  env: Record<string, string>;
}

/** The Chromium shipped inside `@sparticuz/chromium`, unpacked once into node_modules/.cache. Linux x64 only. */
export async function bundledBrowser(): Promise<BundledBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no bundled browser for this platform: install Chrome or set CHROME_PATH');
  }
  const modules = resolve(__dirname, '../../node_modules');
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  return { executablePath: join(folder, 'chromium'), env: await environment(folder) };
}

/**
 * Unpacks in a process of its own: the package reads TMPDIR and the runtime's name when it is loaded, and by default
 * unpacks into /tmp, shared by every version. The rename makes a half-written browser impossible to find.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.`);
  const script =
    "require('@sparticuz/chromium').executablePath().catch((e) => { console.error(e); process.exit(1); })";
  // the runtime's name makes the package also unpack libnss3 and its friends, which a plain machine lacks
  const env = { ...process.env, TMPDIR: work, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  try {
    await run(process.execPath, ['-e', script], { env, cwd: __dirname });
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // another process may have been faster: its copy is as good
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** The bundled fonts.conf names /tmp/fonts; fonts of the system still win when there are any. */
async function environment(folder: string): Promise<Record<string, string>> {
  const fontConfig = join(folder, 'fonts.conf');
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(folder, 'fonts')];
  const text = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...folders.map((dir) => `<dir>${dir}</dir>`),
    `<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  ].join('');
  await writeFile(fontConfig, text);
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_FILE: fontConfig,
  };
}
