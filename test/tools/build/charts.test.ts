import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCharts, paletteOf } from '../../../tools/build/charts';

const CSS = `page { --deep: #123456; --c-brand: var(--deep); --c-ink: #111; --s-1: 4px }
@media (prefers-color-scheme: dark) { page { --deep: #abcdef; --c-ink: #eee } }
.large { --c-ink: #000 }`;

describe('what the build makes for the charts', () => {
  it('reads the colours of both modes from the tokens, aliases resolved where each mode declares them', () => {
    expect(paletteOf(CSS)).toEqual({
      light: { brand: '#123456', ink: '#111' },
      dark: { brand: '#abcdef', ink: '#eee' },
    });
  });

  it('is a chart engine that fits the subpackage, and leaves an unchanged file alone', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'charts-'));
    const engine = path.join(folder, 'engine.js');
    await buildCharts(folder);
    const { mtimeMs, size } = await stat(engine);
    expect(size).toBeLessThan(600 * 1024);
    await buildCharts(folder);
    expect((await stat(engine)).mtimeMs).toBe(mtimeMs);
    expect(await readFile(path.join(folder, 'palette.js'), 'utf8')).toContain('"dark"');
    await rm(folder, { recursive: true });
  });
});
