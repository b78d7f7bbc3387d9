import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileMiniprogram, disposeCompilers, formatProblem } from '../../../../tools/preview/compile';

const FIXTURE = join(__dirname, '../fixtures/miniprogram');

let folder: string;
let root: string;
let outDir: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compile-'));
  outDir = join(folder, 'out');
  root = join(folder, 'miniprogram');
  cpSync(FIXTURE, root, { recursive: true });
});

afterAll(async () => {
  await disposeCompilers();
  rmSync(folder, { recursive: true });
});

const compile = () => compileMiniprogram({ root, outDir, nodeModules: resolve('node_modules') });

/** Compiles with one file changed, and puts it back. */
async function compileWith(file: string, change: (source: string) => string) {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, change(source));
  try {
    return await compile();
  } finally {
    writeFileSync(path, source);
  }
}

describe('a mini-program', () => {
  test('becomes a page with script, styles, pictures and fonts', async () => {
    const result = await compile();
    expect(result.errors).toEqual([]);
    expect(result.pages).toContain('packages/extra/deep/deep');
    expect(result.components).toContain('custom-tab-bar/index');
    for (const file of [
      'phone.html',
      'app.js',
      'app.js.map',
      'app.css',
      'images/dot.svg',
      'fonts/index.css',
    ]) {
      expect([file, existsSync(join(outDir, file))]).toEqual([file, true]);
    }
  });

  test('carries the icons it names and no others, and no address of the icon font', async () => {
    await compile();
    const css = readFileSync(join(outDir, 'app.css'), 'utf8');
    expect(css).toMatch(/--t-icon-check-circle-filled:+before/);
    expect(css).not.toMatch(/--t-icon-film-filled:+before/);
    expect(css).not.toContain('tdesign.gtimg.com');
  });

  test('maps the bundle back to the TypeScript', async () => {
    await compile();
    const { sources } = JSON.parse(readFileSync(join(outDir, 'app.js.map'), 'utf8')) as { sources: string[] };
    expect(sources.some((source) => source.endsWith('pages/home/home.ts'))).toBe(true);
  });

  test('is rebuilt with what was changed', async () => {
    await compile();
    const result = await compileWith('pages/home/home.wxml', (source) => source.replace('加', '多加'));
    expect(result.ok).toBe(true);
    expect(readFileSync(join(outDir, 'app.js'), 'utf8')).toContain('多加');
  });
});

describe('a mistake is told with its place, and the last good build stays', () => {
  test.each([
    [
      'pages/home/home.ts',
      (source: string) => source.replace('data: {', 'data: {{'),
      /^pages\/home\/home\.ts:4:\d+ Expected/,
    ],
    ['pages/mine/mine.wxml', () => '<view>\n{{a +}}</view>', /^pages\/mine\/mine\.wxml:2:\d+ /],
    ['pages/home/home.wxss', () => '.a {\n  color: red;\n', /^pages\/home\/home\.wxss:1:1 Unclosed block/],
    ['wxs/digits.wxs', () => 'var a = 1;\nvar = 2;', /^wxs\/digits\.wxs:2:5 Unexpected token/],
    ['pages/mine/mine.json', () => '{\n  "a": 1,\n}', /^pages\/mine\/mine\.json:3:1 /],
    [
      'pages/home/home.json',
      (source: string) => source.replace('card/card"', 'card/none"'),
      /^pages\/home\/home\.json:4:\d+ component <card> not found/,
    ],
    [
      'app.json',
      (source: string) => source.replace('"pages/broken/broken"', '"pages/gone/gone"'),
      /^app\.json:\d+:\d+ page pages\/gone\/gone has no/,
    ],
    ['app.wxss', (source: string) => source.replace('tokens', 'none'), /^app\.wxss @import not found/],
  ])('%s', async (file, change, expected) => {
    await compile();
    const before = readFileSync(join(outDir, 'app.js'), 'utf8');
    const result = await compileWith(file, change);
    expect(result.ok).toBe(false);
    expect(result.errors.map(formatProblem)).toEqual(
      expect.arrayContaining([expect.stringMatching(expected)]),
    );
    expect(readFileSync(join(outDir, 'app.js'), 'utf8')).toBe(before);
  });
});
