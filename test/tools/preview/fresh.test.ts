/** `--fresh` begins with a new college: what the emulator wrote goes, and nothing else. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as PreviewModule from '../../../tools/preview/preview';

const seed = jest.fn(() => Promise.resolve({ people: [] }));
jest.doMock('../../../tools/preview/seed', () => ({ seed: () => seed() }));
jest.doMock('../../../tools/preview/phone', () => ({ buildPhone: () => Promise.resolve([]) }));
jest.doMock('../../../tools/preview/desk/build', () => ({ buildDesk: () => Promise.resolve() }));
jest.doMock('../../../tools/build/functions', () => ({
  buildFunctions: ({ outDir }: { outDir: string }) => {
    mkdirSync(outDir, { recursive: true });
    return Promise.resolve({ names: [] });
  },
}));

/** Loaded after what builds and seeds has its stand-in. */
const { startPreview } = jest.requireActual<typeof PreviewModule>('../../../tools/preview/preview');

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'fresh-'));
  seed.mockClear();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const runOnce = async (fresh: boolean) => (await startPreview({ port: 0, dataDir, fresh })).close();

it('seeds on the first run and when asked to begin anew', async () => {
  await runOnce(false);
  await runOnce(false);
  expect(seed).toHaveBeenCalledTimes(1);
  await runOnce(true);
  expect(seed).toHaveBeenCalledTimes(2);
  expect(existsSync(path.join(dataDir, 'seed.json'))).toBe(true);
});

it('keeps whatever else lies in the folder', async () => {
  const letter = path.join(dataDir, 'letter.txt');
  writeFileSync(letter, 'dear');
  await runOnce(true);
  expect(readFileSync(letter, 'utf8')).toBe('dear');
});

it('leaves the data of a preview that still runs, and says that it is in use', async () => {
  const running = await startPreview({ port: 0, dataDir });
  const seeded = readFileSync(path.join(dataDir, 'seed.json'), 'utf8');
  await expect(startPreview({ port: 0, dataDir, fresh: true })).rejects.toThrow(/used by another emulator/);
  expect(readFileSync(path.join(dataDir, 'seed.json'), 'utf8')).toBe(seeded);
  await running.close();
});
